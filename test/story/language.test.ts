import {existsSync, readdirSync, readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {languageOf} from "../../loaders/articles/language.js";
import {readArticles} from "../../loaders/articles.js";

it("no report of the story, no note and no paragraph of one is taken for another language than English", () => {
  const originals = existsSync("seeds/originals") ? readdirSync("seeds/originals") : [];
  const texts = [
    ...readArticles().map(({text}) => text),
    ...readArticles().flatMap(({text}) => text.split("\n")),
    ...originals.map((name) => readFileSync(`seeds/originals/${name}`, "utf8")),
  ];
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((text) => languageOf(text) !== "en")).toEqual([]);
});
