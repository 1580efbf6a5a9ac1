import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {csvParse} from "d3";
import {describe, expect, it} from "vitest";
import {charts} from "../../src/charts/index.js";

const read = (file: string) => csvParse(readFileSync(`data/${file}`, "utf8"));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: "utf8"}).map((file) => path.posix.join(folder, file));

// Examples in the dictionary and in the guides are rows of the tables that they stand beside.
const dictionary = "src/waybill/model/tables.ts";

const engine = ["src/waybill", "loaders"]
  .flatMap(filesIn)
  .filter((file) => /\.(?:ts|js|css)$/.test(file) && file !== dictionary);

// Specs are sentences as papers write them; invented stories may trade with any country.
const tests = filesIn("test").filter(
  (file) => /\.(?:ts|mjs|md|json)$/.test(file) && !/^test\/(?:story|specs|input|output)\//.test(file),
);

const parties = read("parties.csv");
const articles = read("articles.csv");

/** Names of the story: its parties and places, and its goods of two words, which no other article has by chance. */
const names = [
  ...parties.flatMap(({name, country}) => [name, country]),
  ...read("goods.csv")
    .map(({goods}) => goods)
    .filter((goods) => /^\S+ \S/.test(goods)),
].filter((name) => name && /^(?:\p{Lu}|\S+ \S)/u.test(name));

/** Names that are the story's alone: countries and agencies of the world are anybody's. */
const own = [
  ...articles.flatMap(({article_id, publisher}) => [article_id, publisher]),
  ...charts.map(({id}) => id),
  ...parties.filter(({kind}) => /^(?:company|person|group|document)$/.test(kind)).map(({name}) => name),
].filter((name) => /^\p{Lu}|-/u.test(name));

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const anyOf = (words: Iterable<string>): string => [...new Set(words)].map(escaped).join("|");

/** Returns where a pattern is found, a line each. */
const foundIn = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, i) => {
        const [name] = pattern.exec(line) ?? [];
        return name ? [`${file}:${i + 1}: ${name}`] : [];
      }),
  );

describe("the engine", () => {
  it("has names to look for, those of the articles' own parties, places and goods", () => {
    expect(new Set(names).size).toBeGreaterThan(20);
    expect(names).toEqual(expect.arrayContaining(["Peleng", "Taiwan", "machine tools"]));
    expect(engine.length).toBeGreaterThan(100);
  });

  it("names no party, place or goods of the story", () => {
    expect(foundIn(engine, new RegExp(`\\b(?:${anyOf(names)})\\b`, "u"))).toEqual([]);
  });
});

describe("the tests of the engine", () => {
  it("are many, and the story has names of its own", () => {
    expect(tests.length).toBeGreaterThan(200);
    expect(own).toEqual(expect.arrayContaining(["Peleng", "Censor.NET", "euromaidan-drones"]));
  });

  it("name no article, publisher or party of the story", () => {
    expect(foundIn(tests, new RegExp(`\\b(?:${anyOf(own)})\\b`, "u"))).toEqual([]);
  });

  it("import none of its charts, and ask the site for none by its name", () => {
    const ids = anyOf(charts.map(({id}) => id));
    const places = `(?:charts|graphics|embed|downloads)/|#?chart-|chartOf\\("`;
    const asked = `(?:${places})(?:${ids})(?![\\w-])`;
    expect(foundIn(tests, new RegExp(`from "[./]*src/charts/|${asked}`))).toEqual([]);
  });
});
