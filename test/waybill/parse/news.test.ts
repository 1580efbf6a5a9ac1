import {describe, expect, it} from "vitest";
import {type Scores, scoreArticles} from "./scoreRoles.js";

type Share = [role: keyof Scores["counts"], right: number, told: number];

// 24 articles of 24 fields each, written and labelled by others who did not know the parser. In percent, a little
// below what src/docs/syntax.md says.
describe.each([
  {
    folder: "news",
    figures: [557, 550],
    shares: [
      ["thing", 82, 71],
      ["holder", 63, 28],
      ["supplier", 77, 54],
      ["recipient", 69, 46],
      ["via", 66, 21],
      ["status", 69, 66],
      ["said_by", 77, 78],
      ["period", 79, 40],
    ] satisfies Share[],
    wrong: 23,
  },
  {
    folder: "press",
    figures: [548, 533],
    shares: [
      ["thing", 87, 79],
      ["holder", 74, 42],
      ["supplier", 79, 56],
      ["recipient", 72, 50],
      ["via", 76, 38],
      ["status", 80, 73],
      ["said_by", 82, 78],
      ["period", 75, 60],
    ] satisfies Share[],
    wrong: 19,
  },
  {
    folder: "gazettes",
    figures: [580, 569],
    shares: [
      ["thing", 86, 79],
      ["holder", 64, 32],
      ["supplier", 71, 42],
      ["recipient", 65, 39],
      ["via", 67, 22],
      ["status", 68, 67],
      ["said_by", 83, 83],
      ["period", 74, 59],
    ] satisfies Share[],
    wrong: 23,
  },
])("the figures of the articles in test/specs/$folder", ({folder, figures, shares, wrong}) => {
  const {labelled, read, counts} = scoreArticles(`test/specs/${folder}`);

  it("are found", () => {
    expect(labelled).toBe(figures[0]);
    expect(read).toBeGreaterThanOrEqual(figures[1]);
  });

  it.each(shares as Share[])(
    "have a %s that is right in %i of 100 given, and told in %i of 100 stated",
    (role, right, told) => {
      const count = counts[role];
      expect((100 * count.right) / count.given).toBeGreaterThan(right);
      expect((100 * count.right) / count.stated).toBeGreaterThan(told);
    },
  );

  it("have few roles that are wrong, of all that are given", () => {
    const all = Object.values(counts);
    const given = all.reduce((sum, one) => sum + one.given, 0);
    const right = all.reduce((sum, one) => sum + one.right, 0);
    expect((100 * (given - right)) / given).toBeLessThan(wrong);
  });
});
