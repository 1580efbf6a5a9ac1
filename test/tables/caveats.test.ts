import {describe, expect, it} from "vitest";
import {openDatabase} from "../../loaders/database.js";
import {loadTables} from "../../loaders/tables.js";
import type {ChartRow} from "../../src/waybill/chart/Chart.js";
import {caveatsOf, notesOf} from "../../src/waybill/chart/caveats.js";
import {selectShown} from "../../src/waybill/chart/chartFields.js";
import {temporarySeeds} from "../temporary.js";

const body =
  "Ondal Steel sold 40 drones to Kenya. It sold 12 tonnes of wheat to Peru. Ondal denies the sale of drones. Nobody saw the papers.\n";

const tablesWith = (caveats: string) =>
  loadTables(
    temporarySeeds({
      "a.md": `---\ntitle: T\npublisher: The Brindle Gazette\ncaveats:\n${caveats}---\n${body}`,
      "b.md": `---\ntitle: U\npublisher: The Other Post\n---\nOndal Steel sold 40 drones to Kenya, the Other Post found.\n`,
    }),
  );

const denial = "  - quote: Ondal denies\n    goods: drones\n    what: The seller denies the sale\n";
const doubt = "  - quote: Nobody saw\n    what: Nobody has seen the papers\n";

describe("caveats", () => {
  it("are rows with their words, and name the figures that they are about: those of their goods, or all", () => {
    const {caveats, figures} = tablesWith(denial + doubt);
    const [drones, wheat] = figures.map(({figure_id}) => figure_id);
    expect(caveats).toEqual([
      expect.objectContaining({
        article_id: "a",
        what: "The seller denies the sale",
        goods: "drones",
        figures: drones,
        exact: "Ondal denies",
        sentence: "Ondal denies the sale of drones.",
      }),
      expect.objectContaining({what: "Nobody has seen the papers", figures: `${drones} ${wheat}`}),
    ]);
  });

  it.each([
    ["  - quote: Ondal denied\n    what: It denies\n", 'a.md:5: caveat matches nothing: "Ondal denied"'],
    [
      "  - quote: Ondal denies\n    goods: tanks\n    what: It denies\n",
      /a\.md:5: caveat is about nothing: "tanks" \(have: .*drones/,
    ],
    [
      "  - quote: Ondal denies\n    what: It denies 40 drones\n",
      'a.md:5: what has a number: "It denies 40 drones"',
    ],
    ["  - quote: drones. Nobody\n    what: It denies\n", "a.md:5: caveat matches words of two sentences"],
    ["  - what: It denies\n", 'a.md:5: caveat lacks "quote"'],
  ])("that fit nothing are told with their line: %j", (caveat, message) => {
    expect(() => tablesWith(caveat)).toThrow(message);
  });

  it("go with the fact whoever tells it, and follow a chart's notes once", async () => {
    const database = await openDatabase(tablesWith(denial + doubt));
    try {
      const rows = await database.query<ChartRow>(selectShown("SELECT * FROM shown ORDER BY goods"));
      expect(rows.map((row) => caveatsOf([row]).map(({text}) => text))).toEqual([
        ["The seller denies the sale.", "Nobody has seen the papers."],
        ["Nobody has seen the papers."],
      ]);
      expect(notesOf({notes: () => ["Own."]}, rows)).toEqual([
        "Own.",
        "The other side: The seller denies the sale. Nobody has seen the papers.",
      ]);
    } finally {
      database.close();
    }
  });

  it("that are a party's word stand against its figures in every article, and against no others", async () => {
    const word =
      "  - quote: Ondal denies\n    goods: grain\n    party: Kenya\n    what: The buyer knows of no sale\n";
    const told = async (caveats: string): Promise<string[][]> => {
      const database = await openDatabase(
        loadTables(
          temporarySeeds({
            "a.md": `---\ntitle: T\npublisher: The Brindle Gazette\ncaveats:\n${caveats}---\n${body}`,
            "b.md":
              "---\ntitle: U\npublisher: The Other Post\n---\nVolmer sold 7 tonnes of wheat to Kenya. It sold 9 barges to Chile.\n",
          }),
        ),
      );
      try {
        const rows = await database.query<ChartRow>(
          selectShown("SELECT * FROM shown WHERE article_id = 'b' ORDER BY value"),
        );
        return rows.map((row) => caveatsOf([row]).map(({text}) => text));
      } finally {
        database.close();
      }
    };
    expect(await told(word)).toEqual([["The buyer knows of no sale, The Brindle Gazette reports."], []]);
    expect(await told(word.replace("    party: Kenya\n", ""))).toEqual([[], []]);
    await expect(told(word.replace("Kenya", "Kenia"))).rejects.toThrow(
      'a.md:5: caveat is the word of nobody: "Kenia" (write a name of the tables parties or places)',
    );
  });

  it("of a party whom none is called are left out, and their article and the others stand", () => {
    const root = temporarySeeds({
      "a.md":
        "---\ntitle: T\npublisher: P\ncaveats:\n  - {quote: Ondal denies, party: Kenia, what: Ondal denies it}\n---\nOndal denies that it sold 9 barges to Chile.\n",
      "b.md": "---\ntitle: U\npublisher: Q\n---\nVolmer sold 7 tonnes of wheat to Kenya.\n",
    });
    const told: string[] = [];
    const {articles} = loadTables(root, {onProblem: ({problem}) => told.push(problem)});
    expect(articles.map(({article_id}) => article_id)).toEqual(["a", "b"]);
    expect(told).toEqual([expect.stringMatching(/nobody: "Kenia"/)]);
  });
});
