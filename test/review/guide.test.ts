import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {cellFields} from "../../loaders/review/cellFields.js";
import {reviewCells} from "../../loaders/tables/review.js";
import {loadTables} from "../../loaders/tables.js";
import {temporaryFolder} from "../temporary.js";

const guide = readFileSync("src/docs/review.md", "utf8");

/** The rows of the guide's tables: the names in their first cell, and the rest. */
const rows = guide.split("\n").flatMap((line) => {
  const [, names, rest] = /^\| (`.*?) \| (.*) \|$/.exec(line) ?? [];
  return names ? [{names: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name), rest}] : [];
});

describe("the guide to reviews", () => {
  it.each(reviewCells)("has the cell %s, with every value that it may have", (name) => {
    const row = rows.find(({names}) => names.includes(name));
    const values = cellFields.find((cell) => cell.name === name)?.values ?? [];
    expect(row).toBeDefined();
    if (values.length > 0) expect(row!.rest.split(", ")).toEqual(values);
  });

  it("shows reviews and a derived number that are read as it says", () => {
    const [reviews, derived] = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml);
    const text =
      "The yard sent more than 40 crates in May. Then it sent more than 40 crates in 8 days, and 3 boats left.\n";
    const note = `---\ntitle: T\npublisher: P\n${reviews}---\n${text}`;
    const inputs = {"yard.md": note, "derived.yaml": derived};
    const {figures, derived: made} = loadTables(temporaryFolder(inputs));
    expect(figures.map(({exact, supplier, reviewed}) => [exact, supplier, reviewed])).toEqual([
      ["more than 40 crates", null, null],
      ["more than 40 crates", "the north yard", "supplier"],
      ["8 days", null, null],
      ["3 boats", null, "accepted"],
    ]);
    expect(made).toMatchObject([{derived_id: "crates-a-day", value: 5, bounds: "at_least"}]);
  });
});

describe("the desk", () => {
  it("has a field, with a label, for each cell that a review can set", () => {
    expect(cellFields.map(({name}) => name).sort()).toEqual([...reviewCells].sort());
    expect(cellFields.filter(({name, label}) => name === label)).toEqual([]);
  });
});
