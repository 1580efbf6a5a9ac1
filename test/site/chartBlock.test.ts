import {describe, expect, it} from "vitest";
import type {InputError} from "../../loaders/InputError.js";
import {hasFields, readChartBlock} from "../../loaders/site/chartBlock.js";

/** What is read of a chart block that begins on line 10, and what is said of it. */
function read(...lines: string[]) {
  const problems: string[] = [];
  const written = readChartBlock(
    {tag: "chart", content: lines.join("\n"), line: 10},
    "src/page.md",
    ({message}: InputError) => void problems.push(message),
  );
  return {fields: written?.fields ?? null, lineOf: written?.lineOf, problems};
}

describe("hasFields(content)", () => {
  it.each([
    ["id: a", true],
    ["# a comment\nform: bars", true],
    ["\nform:\n  bars", true],
    ["money", false],
    ["money\ndrones", false],
    ["", false],
    ["a:b", false],
  ])("%j: %s", (content, expected) => {
    expect(hasFields(content)).toBe(expected);
  });
});

describe("readChartBlock(block, file, report)", () => {
  it("returns the fields of a chart, and the line of each", () => {
    const {fields, lineOf, problems} = read(
      "id: grain-exports",
      "form: dots",
      "of: >",
      "  kind = 'mass'",
      "  AND goods = 'grain'",
      "title: Grain exports fell",
      "sort: -value",
      "limit: 12",
      "scale: log",
      "fromZero: no",
      "color: slate",
      "notes: [One., Two.]",
      "annotate:",
      "  - {at: supplier = 'Peru', text: the largest}",
    );
    expect(problems).toEqual([]);
    expect(fields).toEqual({
      id: "grain-exports",
      form: "dots",
      of: "kind = 'mass' AND goods = 'grain'",
      title: "Grain exports fell",
      sort: "-value",
      limit: 12,
      options: {scale: "log", fromZero: false},
      color: "slate",
      notes: ["One.", "Two."],
      annotate: [{at: "supplier = 'Peru'", text: "the largest"}],
    });
    expect(lineOf?.("title")).toBe(15);
  });

  it("takes one note and one annotation without a list", () => {
    expect(read("id: a", "form: bars", "notes: One.", "annotate: {at: 'true', text: here}").fields).toEqual({
      id: "a",
      form: "bars",
      notes: ["One."],
      annotate: [{at: "true", text: "here"}],
    });
  });

  it("says all that is wrong, each with its line", () => {
    expect(
      read(
        "id: Grain exports",
        "form: pie",
        "titel: Grain",
        "limit: many",
        "color: pink",
        "title: ''",
        "annotate: here",
      ).problems,
    ).toEqual([
      expect.stringMatching(/^src\/page\.md:12: unknown field of a chart: "titel" \(have: id, form, .*title/),
      'src/page.md:13: limit is not a number from 1 to 9999: "many"',
      'src/page.md:14: unknown color: "pink" (have: red, slate, ochre, ink)',
      "src/page.md:15: title is no text",
      'src/page.md:16: annotate takes "at" (SQL: which rows) and "text" (the words)',
      expect.stringMatching(/^src\/page\.md:11: unknown form: "pie" \(have: bars, .*units/),
      'src/page.md:10: id is not lower-case words joined by hyphens: "Grain exports"',
    ]);
    expect(read("form: bars").problems).toEqual([
      expect.stringMatching(/^src\/page\.md:10: chart lacks an id/),
    ]);
    expect(read("id: a", "form: dots", "scale: lin").problems).toEqual([
      'src/page.md:12: scale is linear or log: "lin"',
    ]);
    expect(read("id: a", "form: spans", "since: the war").problems).toEqual([
      'src/page.md:12: since is a day and words, as “2023-06-06 The dam breaks”: "the war"',
    ]);
    expect(read("id: a", "form: spans", "since: 2023-06-06 The dam breaks").problems).toEqual([]);
    expect(read("id: a", "form: bars", "scale: [1").fields).toBeNull();
  });
});
