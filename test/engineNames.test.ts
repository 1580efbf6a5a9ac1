import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {csvParse} from "d3";
import {describe, expect, it} from "vitest";

const read = (file: string) => csvParse(readFileSync(`data/${file}`, "utf8"));

const engine = ["src/waybill", "loaders"];

// Examples in the dictionary and in the guides are rows of the tables that they stand beside.
const dictionary = "src/waybill/model/tables.ts";

const files = engine.flatMap((folder) =>
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => /\.(?:ts|js|css)$/.test(file))
    .map((file) => path.posix.join(folder, file))
    .filter((file) => file !== dictionary),
);

/** Names of the story: its parties and places, and its goods of two words, which no other article has by chance. */
const names = [
  ...read("parties.csv").flatMap(({name, country}) => [name, country]),
  ...read("goods.csv")
    .map(({goods}) => goods)
    .filter((goods) => /^\S+ \S/.test(goods)),
].filter((name) => name && /^(?:\p{Lu}|\S+ \S)/u.test(name));

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

describe("the engine", () => {
  it("has names to look for, those of the articles' own parties, places and goods", () => {
    expect(new Set(names).size).toBeGreaterThan(20);
    expect(names).toEqual(expect.arrayContaining(["Peleng", "Taiwan", "machine tools"]));
    expect(files.length).toBeGreaterThan(100);
  });

  it("names no party, place or goods of the story", () => {
    const pattern = new RegExp(`\\b(?:${[...new Set(names)].map(escaped).join("|")})\\b`, "u");
    const found = files.flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, i) => {
          const [name] = pattern.exec(line) ?? [];
          return name ? [`${file}:${i + 1}: ${name}`] : [];
        }),
    );
    expect(found).toEqual([]);
  });
});
