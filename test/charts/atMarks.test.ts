import {describe, expect, it} from "vitest";
import {caveatsAtMarks, caveatsBelow, notesOf} from "../../src/waybill/chart/caveats.js";
import {defineChart} from "../../src/waybill/chart/defineChart.js";
import {originsOf, sourceOf} from "../../src/waybill/chart/words.js";
import {bars, columns} from "../../src/waybill/forms/index.js";
import {newDocument} from "./draw.js";

const all = "a@1|The Gazette|The state denies all";
const row = (label: string, publisher: string, caveats: string | null, relays: string | null = null) => ({
  stands_on: label,
  facts: null,
  article_id: label,
  figure_id: null,
  publisher,
  relays,
  caveats,
  sentence: "",
  exact: label,
  label,
  value: 3,
  derived: label === "Rye",
});
const rows = [
  row("Wheat", "The Gazette", all),
  row("Maize", "The Ledger", `${all}\na@2|The Ledger|The buyer denies it`, "The Courier"),
  row("Rye", "The Gazette", null),
];

describe("what is said against one row alone", () => {
  it("is by the row, what is said of several is not", () => {
    const at = caveatsAtMarks(rows);
    expect(rows.map((each) => at.get(each)!.map(({text}) => text))).toEqual([
      [],
      ["The buyer denies it."],
      [],
    ]);
  });

  it("stands at its mark where the form has a place for it, else below", () => {
    const words = (form: typeof bars | typeof columns): [drawn: string, below: string] => {
      const chart = defineChart<(typeof rows)[number]>({id: "grain", query: "", form});
      const svg = chart.draw(rows, {width: 640, document: newDocument(), theme: "light"});
      expect(caveatsBelow(chart, rows).length).toBe(form === bars ? 1 : 2);
      expect(chart.describe(rows).long).toContain("The buyer denies it.");
      return [svg.textContent ?? "", notesOf(chart, rows).join(" ")];
    };
    const [drawn, below] = words(bars);
    expect(drawn).toContain("The buyer denies it.");
    expect(below).toBe("The other side: The state denies all, The Gazette reports.");
    const [bare, full] = words(columns);
    expect(bare).not.toContain("The buyer");
    expect(full).toBe("The other side: The state denies all, The Gazette reports. The buyer denies it.");
  });
});

describe("whose report a row is", () => {
  const drawn = (own: typeof rows): string =>
    defineChart<(typeof rows)[number]>({id: "grain", query: "", form: bars}).draw(own, {
      width: 640,
      document: newDocument(),
      theme: "light",
    }).textContent ?? "";

  it("stands at it where they are of several, and not at what was worked out", () => {
    expect(drawn(rows)).toContain("The Courier, via The Ledger");
    expect(drawn(rows).match(/The Gazette/g)).toHaveLength(1);
    expect(drawn([rows[0], rows[0]])).not.toContain("The Gazette");
  });

  it("is told with all who pass it on", () => {
    expect(sourceOf(rows[0])).toBe("The Gazette");
    const reports = "The Ledger|The Courier\nThe Herald|The Post > The Courier\nThe Gazette";
    expect(sourceOf({...rows[0], reports})).toBe("The Courier, via The Ledger and The Herald; The Gazette");
    expect(originsOf(rows)).toEqual(["The Gazette", "The Courier"]);
  });
});
