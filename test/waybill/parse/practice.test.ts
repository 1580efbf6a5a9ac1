import {describe, expect, it} from "vitest";
import {readVocab} from "../../../loaders/vocab.js";
import {readSpecs, scoreSpecs} from "./scoreSpecs.js";

describe("the practice sentences", () => {
  it("are all read as they are labelled", () => {
    const {problems, f1} = scoreSpecs(readSpecs("test/specs/practice"), readVocab());
    expect(problems).toEqual([]);
    expect(f1).toBe(1);
  });
});
