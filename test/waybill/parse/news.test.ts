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
      ["thing", 79, 74],
      ["holder", 67, 27],
      ["supplier", 67, 56],
      ["recipient", 64, 50],
      ["via", 75, 35],
      ["status", 69, 64],
      ["said_by", 75, 76],
      ["period", 63, 41],
    ] satisfies Share[],
    wrong: 28,
  },
  {
    folder: "press",
    figures: [548, 533],
    shares: [
      ["thing", 87, 82],
      ["holder", 72, 39],
      ["supplier", 71, 58],
      ["recipient", 69, 51],
      ["via", 75, 45],
      ["status", 81, 75],
      ["said_by", 80, 78],
      ["period", 67, 65],
    ] satisfies Share[],
    wrong: 22,
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
