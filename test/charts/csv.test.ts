import {csvParse} from "d3";
import {describe, expect, it} from "vitest";
import {type Chart, type ChartRow, sentenceHref} from "../../src/waybill/chart/Chart.js";
import {chartCsv, plainCsv} from "../../src/waybill/chart/csv.js";

const row = {
  stands_on: "a-1",
  facts: null,
  article_id: "a",
  figure_id: "a-1",
  publisher: "The Gazette",
  relays: null,
  sentence: 'It sold "40, or more" crates.',
  exact: "40",
};
const chart = {name: ({exact}: ChartRow) => `${exact} crates`} as unknown as Chart;

describe("chartCsv(chart, rows, options)", () => {
  it("heads each column with what stands in it: the mark, the query's columns, the source, what is added", () => {
    const csv = chartCsv(chart, [row], {root: "https://example.org", more: () => ({licence: "MIT"})});
    expect(csv.split("\n")[0]).toBe(`mark,${Object.keys(row).join(",")},source,licence`);
    expect([...csvParse(csv)]).toEqual([
      {
        mark: "40 crates",
        ...row,
        facts: "",
        relays: "",
        source: "https://example.org/sources/a.html#a-1",
        licence: "MIT",
      },
    ]);
  });

  it("leaves a cell empty that a row lacks", () => {
    const more = ({exact}: ChartRow): Record<string, string> => (exact === "41" ? {remark: "yes"} : {});
    const cells = csvParse(chartCsv(chart, [row, {...row, exact: "41"}], {more}));
    expect(cells.map(({remark}) => remark)).toEqual(["", "yes"]);
  });
});

describe("plainCsv(chart, rows, root)", () => {
  const named = {name: () => "more than 40 crates, reported by The Gazette"} as unknown as Chart;
  it("has a dozen columns to read, empty where a row has none of it", () => {
    const fact = {
      value: 40,
      unit: "crate",
      qualifier: "more_than",
      supplier: "Ondal",
      recipient: null,
      period_start: "2023-05",
      period_end: null,
      relays: "The Courier",
    };
    const [line, bare] = csvParse(
      plainCsv(named, [{...row, ...fact}, row], {
        root: "https://example.org",
        more: () => ({credit: "Mill"}),
      }),
    );
    expect(line).toEqual({
      what: "More than 40 crates",
      "as stated": "40",
      number: "40",
      unit: "crate",
      from: "Ondal",
      to: "",
      via: "",
      status: "",
      when: "since May 2023",
      "reported by": "The Gazette, relaying The Courier",
      link: "https://example.org/sources/a.html#a-1",
      credit: "Mill",
    });
    expect(bare).toMatchObject({number: "", unit: "", when: "", "reported by": "The Gazette"});
  });

  it("says of what was worked out how it was, and lets no cell be a formula", () => {
    const worked = {...row, derived: true, formula: "a / b", inputs: "a|80\nb|2", value: 40};
    const [line] = csvParse(plainCsv(named, [worked], {more: () => ({credit: "=1+1"})}));
    expect(line["as stated"]).toBe("our calculation: 80 ÷ 2");
    expect(line.credit).not.toMatch(/^=/);
  });
});

describe("sentenceHref(row)", () => {
  it("leads to the figure, else to the sentence, else to the article's citation", () => {
    expect(sentenceHref(row)).toBe("/sources/a.html#a-1");
    expect(sentenceHref({...row, figure_id: null})).toMatch(/^\/sources\/a\.html#(?!null|citation).+/);
    expect(sentenceHref({...row, figure_id: null, sentence: ""})).toBe("/sources/a.html#citation");
  });
});
