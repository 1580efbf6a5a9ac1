import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {claimsHtml, derivedHtml} from "../../loaders/site/claimsHtml.js";
import {claimWords} from "../../loaders/site/claimWords.js";
import {loadTables} from "../../loaders/tables.js";
import {temporarySeeds} from "../temporary.js";

const article = (title: string, relays: string, text: string): string =>
  `---\ntitle: ${title}\npublisher: ${title}\nrelays: [${relays}]\npublished: 2024-05-04\n---\n\n${text}\n`;

const seeds = temporarySeeds.bind(null, {
  "one.md": article(
    "One",
    "Courier",
    "Orla sold more than 40 crates of bolts to Kenya for $2 million in May 2023.",
  ),
  "two.md": article("Two", "Courier", "Orla sold 40 crates of bolts to Kenya in May 2023."),
  "derived.yaml":
    '- id: price\n  about: Price of a crate\n  formula: sum / crates\n  unit: USD\n  inputs:\n    sum: "one: for $# million"\n    crates: "two: # crates"\n',
});

const rowsOf = (html: string) =>
  [...parseHTML(`<html><body>${html}</body></html>`).document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()),
  );

describe("claimsHtml(tables)", () => {
  it("tells each claim once, by whom, from how many sources, and whether they agree", () => {
    const tables = loadTables(seeds());
    const rows = rowsOf(claimsHtml(tables));
    expect(rows).toHaveLength(tables.facts.length);
    const [claim, reports, sources, agreement] = rows.find(([first]) => first.startsWith("more than 40"))!;
    expect(claim).toMatch(/^more than 40 crates/);
    expect(reports).toBe("One: more than 40 cratesTwo: 40 crates");
    expect(sources).toBe("1: Courier");
    expect(agreement).toBe("one number, hedged differently");
    const single = rows.find(([first]) => first.startsWith("$2 million"))!;
    expect(single[3]).toBe("one report only");
  });

  it("counts in words what several reports and several sources tell", () => {
    const html = claimsHtml(loadTables(seeds()));
    expect(html).toMatch(
      /Of two claims one stands in more than one report, and none comes from more than one/,
    );
  });

  it("leads each report to its sentence", () => {
    const tables = loadTables(seeds());
    const html = claimsHtml(tables);
    for (const {article_id, figure_id} of tables.figures)
      expect(html).toContain(`href="/sources/${article_id}.html#${figure_id}"`);
  });

  it("says so where there is none", () => {
    const tables = {...loadTables(seeds()), facts: [], derived: []};
    expect(claimsHtml(tables)).toBe("<p>No report states a figure yet.</p>\n");
    expect(derivedHtml(tables)).toBe("<p>We worked out none.</p>\n");
  });
});

describe("derivedHtml(tables)", () => {
  it("gives result, formula and inputs", () => {
    const [[result, formula, inputs]] = rowsOf(derivedHtml(loadTables(seeds())));
    expect(result).toBe("$50,000Price of a crate");
    expect(formula).toBe("sum ÷ crates");
    expect(inputs).toContain("sum is $2 million, One");
  });

  it.each([
    ["at_least", "At least $3.33 million"],
    ["at_most", "At most $3.33 million"],
    ["exact", "About $3.33 million"],
    ["unknown", "$3.33 million, and how firmly is not known"],
    ["between", "Between $3 million and $4 million"],
  ])("words what is %s", (bounds, words) => {
    const tables = loadTables(seeds());
    const [row] = tables.derived;
    const changed = {...row, value: 3333333.3, low: 3e6, high: 4e6, bounds};
    const [[result]] = rowsOf(derivedHtml({...tables, derived: [changed]}));
    expect(result).toBe(`${words}Price of a crate`);
  });
});

describe("claimWords(figure)", () => {
  const of = (own: object) =>
    Object.values(
      claimWords({
        kind: "count",
        value: 63,
        low: 63,
        high: 63,
        unit: "batch",
        qualifier: null,
        per: null,
        exact: "63",
        thing: null,
        ...own,
      } as never),
    ).join("");
  it.each([
    [{thing: "separate batches"}, "63 separate batches"],
    [{unit: "ferry", thing: "ferries"}, "63 ferries"],
    [{unit: "crate", thing: "bolts"}, "63 crates of bolts"],
    // A unit within another word is not said twice.
    [{unit: "bat", thing: "batches"}, "63 bats of batches"],
    [{kind: "percent", unit: "percent", thing: "sales"}, "63 percent: sales"],
    [{kind: "share", unit: "fraction", value: 0.63, thing: "sales"}, "63% of sales"],
    [
      {kind: "share", unit: "fraction", value: 1, qualifier: "almost", exact: "almost all", thing: "sales"},
      "almost all: sales",
    ],
    [{kind: "share", unit: "fraction", value: 0.5, exact: "Half", thing: null}, "half"],
    [{kind: "money", unit: "USD", thing: null}, "$63"],
    [{kind: "duration", unit: "year", exact: "almost a year"}, "almost a year"],
  ])("%j is %s", (own, words) => expect(of(own)).toBe(words));
});
