import {Readable} from "node:stream";
import {describe, expect, it} from "vitest";
import {readArticleLines} from "../../../loaders/articleLines.js";
import {checkDraft, findingText} from "../../../loaders/check.js";
import {readOptions, type Tables, tabulate} from "../../../loaders/tables.js";
import {type Finding, findingsOf} from "../../../src/waybill/check/findings.js";
import {explain} from "../../../src/waybill/check/findingWords.js";
import {Names} from "../../../src/waybill/check/Names.js";
import type {Article} from "../../../src/waybill/model/figure.js";

const articles: Partial<Article & {id: string}>[] = [
  {
    id: "port-log",
    publisher: "The Ondal Post",
    published: "2024-05-02",
    text:
      "Volmer Shipping sold 63 ferries to the Chilean navy in 2023, port records show. " +
      "The deal was worth more than $20 million. Exports of Danish pumps to Peru rose by 69% last year. " +
      "The yard at Odense employs 1,240 people.",
  },
  {
    id: "harvest",
    publisher: "Farm Weekly",
    published: "2024-06-01",
    text:
      "Growers in Kenya picked 4.47 million tonnes of maize this season. A bag of maize costs $31. " +
      "The ministry spent about 12 million dollars on seed.",
  },
];

async function read(lines: readonly object[]): Promise<Article[]> {
  const found: Article[] = [];
  const source = Readable.from([lines.map((line) => JSON.stringify(line)).join("\n")]);
  for await (const article of readArticleLines(source, "test")) found.push(article);
  return found;
}

const options = {...readOptions(), derived: [], parties: []};
const tables: Tables = tabulate(await read(articles), options);

async function check(text: string): Promise<Finding[]> {
  const [draft] = await read([{id: "draft", text, published: "2024-07-01"}]);
  return checkDraft(draft, tables);
}

const told = (findings: readonly Finding[]) =>
  findings.map(({figure, verdict, differences}) => [
    figure.exact,
    verdict,
    ...differences.map((one) => one.in),
  ]);

describe("checkDraft(draft, tables)", () => {
  it.each<[text: string, ...findings: string[][]]>([
    ["Volmer Shipping sold the navy of Chile 63 ferries.", ["63 ferries", "supported"]],
    ["Volmer sold at least 60 ferries to the Chilean navy.", ["at least 60 ferries", "supported"]],
    ["Danish exports of pumps to Peru grew 69%.", ["69%", "supported"]],
    ["Kenya’s growers picked 4.5 million tonnes of maize.", ["4.5 million tonnes", "supported"]],
    ["The sale of ferries to Chile’s navy was worth $20 million.", ["$20 million", "otherwise", "hedge"]],
    ["Volmer Shipping sold 63 ferries to the Chilean navy in 2021.", ["63 ferries", "otherwise", "period"]],
    // Who gets something, takes it or has it afterwards, received it.
    ["The Chilean navy got the 63 ferries.", ["63 ferries", "supported"]],
    ["The Peruvian navy got the 63 ferries from Volmer.", ["63 ferries", "otherwise", "recipient"]],
    ["The Peruvian navy now has the 63 ferries.", ["63 ferries", "otherwise", "recipient"]],
    // Who reports it: its publisher, whom that relays or quotes, but nobody else who has a name.
    ["The Ondal Post writes that Volmer sold the Chilean navy 63 ferries.", ["63 ferries", "supported"]],
    ["Port records show that Volmer sold the Chilean navy 63 ferries.", ["63 ferries", "supported"]],
    ["Le Monde writes that Volmer sold the Chilean navy 63 ferries.", ["63 ferries", "otherwise", "speaker"]],
    // How many tell it, not what they tell; reports that tell nothing are things like others.
    [
      "Volmer sold the Chilean navy 63 ferries. Three newspapers confirmed it.",
      ["63 ferries", "supported"],
      ["Three newspapers", "otherwise", "reports"],
    ],
    ["Three newspapers confirmed it."],
    ["The library bought three newspapers.", ["three newspapers", "unknown"]],
    ["Growers in Kenya picked 4.47 million bags of maize.", ["4.47 million bags", "unknown"]],
    ["A bag of maize costs 31 euros.", ["31 euros", "otherwise", "unit"]],
    ["Volmer Shipping sold 70 ferries to the Chilean navy.", ["70 ferries", "contradicted"]],
    ["Exports of Danish pumps to Peru rose by 50%.", ["50%", "contradicted"]],
    ["A bag of maize costs $45.", ["$45", "contradicted"]],
    ["Exports of Danish pumps to Peru fell by 69%.", ["69%", "contradicted"]],
    // Near misses: another matter, another party.
    ["The school has 63 pupils.", ["63 pupils", "unknown"]],
    ["A club in Lima paid 12 million dollars for a striker.", ["12 million dollars", "unknown"]],
    ["Wages in Lima rose by 4%.", ["4%", "unknown"]],
    ["Volmer Shipping lost 80 containers or more.", ["80 containers or more", "unknown"]],
  ])("%s", async (text, ...findings) => {
    expect(told(await check(text))).toEqual(findings);
  });

  it("says of one that fell where it rose that the direction is another", async () => {
    const [finding] = await check("Exports of Danish pumps to Peru fell by 69%.");
    expect(explain(finding)).toContain("Differs in direction (draft: decrease; tables: increase).");
  });

  it("names the figure that decides, and its source", async () => {
    const [finding] = await check("Volmer Shipping sold 70 ferries to the Chilean navy.");
    expect(finding.against).toMatchObject({article_id: "port-log", exact: "63 ferries"});
    const [draft] = await read([{id: "draft", text: "Volmer Shipping sold 70 ferries to the Chilean navy."}]);
    expect(findingText({...draft, file: "draft.html"}, finding, tables)).toMatch(
      /^draft\.html: contradicted {6}“70 ferries”\n {4}Otherwise, in The Ondal Post \(port-log\): “Volmer Shipping sold .*”\n {4}Differs in number \(tables: 63 ferries\)\.\n/,
    );
  });

  it("says of each figure of the articles themselves that it is there", () => {
    for (const text of tables.texts)
      expect(
        told(checkDraft(text, tables)).filter(([, verdict]) => !/^(?:supported|unsure)$/.test(verdict)),
      ).toEqual([]);
  });

  it("knows nothing where there is nothing to know", () => {
    expect(
      findingsOf({text: tables.texts[0].text, figures: tables.figures}, [], {
        names: new Names([], tables.options.vocab),
      }).map(({verdict, against}) => [verdict, against]),
    ).toEqual(tables.figures.map(() => ["unknown", null]));
  });
});
