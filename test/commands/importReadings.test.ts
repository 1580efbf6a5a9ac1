import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {withFields} from "../../loaders/articles/writeFrontMatter.js";
import {readArticles} from "../../loaders/articles.js";
import {takeReading} from "../../loaders/importReadings.js";
import {loadTables} from "../../loaders/tables.js";
import {readVocab} from "../../loaders/vocab.js";
import {waybill} from "../engine.js";
import {temporaryFolder} from "../temporary.js";

const note = `---
title: A record
publisher: The Quay
published: 2021-06-01
review:
  - {quote: 12 boats, thing: trawlers}
---
The yard at Nordhamn sold more than 40 crates to Skerry Foods in Norway in May 2021. Oslo paid 3 million kroner, Berg said. It has 12 boats, and a half-dozen-odd of helpers.
`;

const story = () => temporaryFolder({"seeds/yard.md": note});

function take(reading: object, folder = story()) {
  const articles = readArticles(path.join(folder, "seeds"));
  const options = {articles, vocab: readVocab(), by: "a colleague", file: "r.jsonl", line: 7};
  return takeReading(JSON.stringify({article: "yard", ...reading}), options);
}

describe("takeReading(text, options)", () => {
  it("takes what stands in the article, and notes the cells that differ from ours", () => {
    const reading = {
      quote: "more than 40 crates",
      value: 40,
      qualifier: "more_than",
      recipient: "Skerry Foods",
      supplier: "The yard",
      destination: "Norway",
    };
    const {note: taken} = take(reading);
    expect(taken).toMatchObject({quote: "more than 40 crates", by: "a colleague"});
    expect(Object.keys(taken!)).not.toContain("value");
    // A country may be named by a town of it.
    expect(take({quote: "3 million kroner", origin: "Norway", said_by: "berg"}).note).toMatchObject({
      origin: "Norway",
    });
  });

  it("notes nothing where it says what we read as well", () => {
    expect(take({quote: "12 boats", value: 12}).note).toBeNull();
  });

  it.each<[reading: object, why: string]>([
    [{article: "yrad", quote: "12 boats"}, 'no such article: "yrad" (have: yard)'],
    [{}, 'lacks "quote"'],
    [{quote: "13 boats", value: 13}, 'quote stands nowhere in yard: "13 boats"'],
    [{quote: "12 boats", nth: 2}, 'quote stands nowhere in yard: "12 boats"'],
    [{quote: "12 boats", value: 120}, 'value is 120, and "12 boats" says 12'],
    [{quote: "3 million kroner", value: 3}, 'value is 3, and "3 million kroner" says 3000000'],
    [{quote: "3 million kroner", unit: "USD"}, 'unit is "USD", and "3 million kroner" says "NOK"'],
    [{quote: "12 boats", low: 10}, 'low is 10, and "12 boats" says 12'],
    [{quote: "helpers"}, 'no number is read in the quote: "helpers"'],
    [
      {quote: "40 crates to Skerry Foods in Norway in May 2021. Oslo paid 3 million kroner"},
      "quote holds more than one figure",
    ],
    [{quote: "12 boats", supplier: "Halvik Yards"}, 'supplier stands nowhere in yard: "Halvik Yards"'],
    [{quote: "12 boats", thing: "ferries"}, 'thing stands nowhere in yard: "ferries"'],
    [{quote: "12 boats", thing: "boat"}, 'thing stands nowhere in yard: "boat"'],
    [{quote: "12 boats", holder: "Halvik Yards"}, 'holder stands nowhere in yard: "Halvik Yards"'],
    [{quote: "12 boats", per: "fortnight"}, 'per stands nowhere in yard: "fortnight"'],
    [{quote: "12 boats", said_by: "Berg > Halvik"}, 'said_by stands nowhere in yard: "Halvik"'],
    [{quote: "12 boats", origin: "Chile"}, 'origin stands nowhere in yard: "Chile"'],
    [{quote: "12 boats", period_start: "1998"}, "period_start is 1998, a year that yard does not name"],
    [{quote: "12 boats", status: "lost"}, 'unknown status: "lost"'],
    [{quote: "12 boats", colour: "red"}, 'unknown cell: "colour"'],
    [{quote: "12 boats", value: [12]}, "value is neither text nor number"],
    [{quote: "12 boats", thing: "helpers"}, 'a review of the story\'s own has thing of "12 boats"'],
  ])("refuses %j", (reading, why) => {
    expect(() => take(reading)).toThrow(why);
    expect(() => take(reading)).toThrow(/^r\.jsonl:7: /);
  });
});

describe("waybill import FILE", () => {
  it("writes what is taken into the article, refuses the rest a line each, and the tables say which cells came so", () => {
    const folder = temporaryFolder({
      "seeds/yard.md": note,
      "colleague.jsonl":
        [
          {article: "yard", quote: "more than 40 crates", said_by: "Berg"},
          {article: "yard", quote: "12 boats", value: 12},
          {article: "yard", quote: "3 million kroner", value: 4e6},
        ]
          .map((reading) => `${JSON.stringify(reading)}\n`)
          .join("") + "{\n",
    });
    const words = [...waybill, "--story", folder, "import", "colleague.jsonl"];
    const {status, stdout, stderr} = spawnSync(process.execPath, words, {encoding: "utf8"});
    expect(stdout).toBe("colleague.jsonl: 1 taken, 1 that say what we read as well, 2 refused\n");
    expect(stderr.trim().split("\n")).toEqual([
      'colleague.jsonl:3: value is 4000000, and "3 million kroner" says 3000000',
      expect.stringMatching(/^colleague\.jsonl:4: is not JSON: /),
    ]);
    expect(status).toBe(1);
    const [crates, , boats] = loadTables(path.join(folder, "seeds")).figures;
    expect(crates).toMatchObject({
      said_by: "Berg",
      said_by_basis: "imported",
      imported: "said_by",
      imported_from: "colleague",
      reviewed: null,
    });
    expect(boats).toMatchObject({
      thing: "trawlers",
      thing_basis: "reviewed",
      reviewed: "thing",
      imported: null,
    });
  });
});

it("withFields(source, fields, file) leaves a source alone without fields, and quotes what is no text", () => {
  expect(withFields("x\n", {}, "a.md")).toBe("x\n");
  expect(withFields("x\n", {title: "yes"}, "a.md")).toBe('---\ntitle: "yes"\n---\nx\n');
});

it("the seeds of this test are as they were", () => {
  const folder = story();
  take({quote: "more than 40 crates", recipient: "Skerry Foods"}, folder);
  expect(readFileSync(path.join(folder, "seeds/yard.md"), "utf8")).toBe(note);
});
