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
      ["thing", 83, 72],
      ["holder", 65, 27],
      ["supplier", 73, 51],
      ["recipient", 68, 46],
      ["via", 80, 25],
      ["status", 68, 64],
      ["said_by", 78, 77],
      ["period", 78, 40],
    ] satisfies Share[],
    wrong: 24,
  },
  {
    folder: "press",
    figures: [548, 533],
    shares: [
      ["thing", 90, 80],
      ["holder", 74, 41],
      ["supplier", 77, 54],
      ["recipient", 77, 50],
      ["via", 85, 38],
      ["status", 81, 73],
      ["said_by", 83, 78],
      ["period", 76, 60],
    ] satisfies Share[],
    wrong: 18,
  },
  {
    folder: "gazettes",
    figures: [580, 569],
    shares: [
      ["thing", 86, 80],
      ["holder", 63, 32],
      ["supplier", 67, 40],
      ["recipient", 65, 39],
      ["via", 70, 24],
      ["status", 69, 67],
      ["said_by", 84, 83],
      ["period", 75, 58],
    ] satisfies Share[],
    wrong: 24,
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
