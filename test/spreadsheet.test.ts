import {csvFormatRows, tsvParseRows} from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {asWritten, forExcel, harmless} from "../src/waybill/model/spreadsheet.js";

describe("harmless(cell)", () => {
  it.each([
    ['=HYPERLINK("http://example.org")', `'=HYPERLINK("http://example.org")`],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["- item", "'- item"],
    ["-", "'-"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\n=1", "'\n=1"],
    ["＝1+1", "'＝1+1"],
    ["'=1", "''=1"],
  ])("%j is written %j", (cell, written) => {
    expect(harmless(cell)).toBe(written);
    expect(asWritten(written)).toBe(cell);
  });

  it.each(["-5", "+5", "-0.5", "-1e3", "-.5", "5", "a=1", "'quoted'", "", "€5", "–5", "a@b", " =1"])(
    "leaves %j as it is",
    (cell) => {
      expect(harmless(cell)).toBe(cell);
      expect(asWritten(cell)).toBe(cell);
    },
  );

  it("leaves what is no text as it is", () => {
    for (const cell of [-5, 0, null, undefined, true]) expect(harmless(cell)).toBe(cell);
  });

  it("loses nothing, and leaves nothing that is a formula", () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(..."='+-@\t\r\na1.e")}), (cell) => {
        const written = harmless(cell);
        expect(asWritten(written)).toBe(cell);
        if (/^[=+\-@\t\r]/.test(written)) expect(Number.isFinite(Number(written))).toBe(true);
      }),
      {seed: 1, numRuns: 500},
    );
  });
});

describe("forExcel(csv)", () => {
  const read = (csv: string): string => Buffer.from(forExcel(csv)).toString("utf16le");

  it("parts cells with tabs, and begins with the mark of UTF-16", () => {
    expect(read('name,value\n"a, b",1.5\n"says ""no"", and\nends",2\n')).toBe(
      '\ufeffname\tvalue\n"a, b"\t1.5\n"says ""no"", and\nends"\t2\n',
    );
  });

  it("keeps every cell, whatever is in it", () => {
    const cell = fc.string({unit: fc.constantFrom(..."a,;\"\t\n\r €é𝄞' =")});
    fc.assert(
      fc.property(fc.array(fc.array(cell, {minLength: 2, maxLength: 2}), {minLength: 1}), (rows) => {
        const written = read(csvFormatRows(rows)).slice(1);
        expect(tsvParseRows(written)).toEqual(rows);
      }),
      {seed: 1, numRuns: 500},
    );
  });
});
