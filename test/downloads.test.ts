import {csvParse, tsvParse} from "d3";
import {describe, expect, it} from "vitest";
import {tableDownloads} from "../loaders/write.js";
import {asWritten} from "../src/waybill/model/spreadsheet.js";
import {type TableRows, tables} from "../src/waybill/model/tables.js";

const empty = Object.fromEntries(tables.articles.columns.map(({name}) => [name, null]));
const rows = [
  {...empty, article_id: "a", title: "=1+1", url: "a\tb", publisher: "@x", words: -5},
  {...empty, article_id: "b", title: 'says "no", and\nends', publisher: "- Ülkü", words: 7},
] as unknown as TableRows["articles"];

describe("tableDownloads(name, rows)", () => {
  const files = tableDownloads("articles", rows);
  const csv = files.get("articles.csv") as string;

  it("offers each table in each format, and as CSV for Excel", () => {
    expect([...files.keys()]).toEqual([
      "articles.csv",
      "articles-excel.csv",
      "articles.json",
      "articles.arrow",
    ]);
    const excel = Buffer.from(files.get("articles-excel.csv") as Uint8Array);
    expect([...excel.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(tsvParse(excel.toString("utf16le", 2))).toEqual(csvParse(csv));
  });

  it("writes CSV in which text is no formula and a number stays one, with quotes as RFC 4180 has them", () => {
    expect(csv).toContain("'=1+1");
    expect(csv).toContain(",-5");
    expect(csv).toContain('"says ""no"", and\nends"');
    const read = csvParse(csv);
    expect(read.map(({publisher}) => publisher)).toEqual(["'@x", "'- Ülkü"]);
    expect(read.map(({title}) => asWritten(title))).toEqual(["=1+1", 'says "no", and\nends']);
  });

  it("leaves text as it is in JSON, which no spreadsheet opens by itself", () => {
    expect(JSON.parse(files.get("articles.json") as string)[0].title).toBe("=1+1");
  });
});
