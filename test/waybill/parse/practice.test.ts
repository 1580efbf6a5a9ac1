import {describe, expect, it} from "vitest";
import {readVocab} from "../../../loaders/vocab.js";
import {readSpecs, scoreSpecs} from "./scoreSpecs.js";

describe("the practice sentences", () => {
  const {problems, f1} = scoreSpecs(readSpecs("test/specs/practice"), readVocab());
  const isLeftOut = (problem: string) => /^\S+ (?:supplier|recipient|via) of .*, got null \|/.test(problem);

  it("are all read as they are labelled, but for sides that are left out", () => {
    expect(problems.filter((problem) => !isLeftOut(problem))).toEqual([]);
    expect(f1).toBe(1);
  });

  // The grammar does not see these, and nobody is guessed who is not likely enough.
  it("leave out few sides", () => {
    expect(problems.filter(isLeftOut).length).toBeLessThanOrEqual(15);
  });
});
