import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import * as chrono from "chrono-node";
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import {readArticles} from "../../loaders/articles.js";
import {grammar} from "../../loaders/grammar.js";
import {readVocab} from "../../loaders/vocab.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";

const recognizers = createRequire(import.meta.url)("@microsoft/recognizers-text-suite");

interface Reader {
  name: string;
  read: (text: string) => unknown;
  /** How many times as often the fast ones read the text in one round. */
  share: number;
}

const vocab = readVocab();
const published = "2024-03-14";
const wink = winkNLP(model, ["sbd", "negation", "sentiment", "pos", "ner", "cer"]);
const {Culture, recognizeNumberWithUnit} = {
  Culture: recognizers.Culture ?? {English: "en-us"},
  recognizeNumberWithUnit: recognizers.recognizeCurrency,
};

const readers: Reader[] = [
  {name: "/\\d+/g, the bare pass", read: (text) => text.match(/\d+/g), share: 20},
  {name: "Waybill, all columns", read: (text) => parseFigures(text, {vocab, published, grammar}), share: 20},
  {name: "Waybill, without grammar", read: (text) => parseFigures(text, {vocab, published}), share: 20},
  {name: "chrono-node, dates", read: (text) => chrono.parse(text, new Date(published)), share: 1},
  {name: "wink-nlp, entities", read: (text) => wink.readDoc(text).entities().out(), share: 1},
  {name: "compromise, numbers", read: (text) => nlp(text).match("#Value+ .?").json(), share: 1},
  {
    name: "recognizers-text, numbers, currencies, dimensions",
    read: (text) => [
      recognizers.recognizeNumber(text, Culture.English),
      recognizeNumberWithUnit(text, Culture.English),
      recognizers.recognizeDimension(text, Culture.English),
    ],
    share: 1,
  },
];

/** Prints how much text each reader gets through in a second, in one run on the same articles; medians of rounds. */
export function benchParser(rounds = 7): void {
  const texts = readArticles().map(({file, text}) => {
    const original = /^original: (.+)$/m.exec(readFileSync(file, "utf8"))?.[1];
    try {
      return readFileSync(`seeds/originals/${original}`, "utf8");
    } catch {
      return text;
    }
  });
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`${texts.length} articles, ${(bytes / 1000).toFixed(1)} kB; median of ${rounds} rounds`);
  const times = readers.map(() => [] as number[]);
  for (const {read} of readers) for (const text of texts) read(text);
  // A warm parser: what a run over a corpus sees.
  for (let i = 0; i < 60; i++) for (const text of texts) readers[1].read(text);
  for (let round = 0; round < rounds; round++)
    readers.forEach(({read, share}, n) => {
      const start = performance.now();
      for (let i = 0; i < share; i++) for (const text of texts) read(text);
      times[n].push((performance.now() - start) / share);
    });
  const speeds = times.map((list) => bytes / 1000 / list.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
  readers.forEach(({name}, n) => {
    const ratio = speeds[1] / speeds[n];
    console.log(
      `${name.padEnd(52)} ${speeds[n].toFixed(2).padStart(9)} MB/s   Waybill is ${ratio >= 1 ? `${ratio.toFixed(1)} times as fast` : `${(1 / ratio).toFixed(1)} times as slow`}`,
    );
  });
}
