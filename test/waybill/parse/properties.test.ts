import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {grammar} from "../../../loaders/grammar.js";
import {readVocab} from "../../../loaders/vocab.js";
import {accountForNumerals, parseFigures, parseText} from "../../../src/waybill/parse/parseFigures.js";
import {growthOf, superlinear} from "../../growth.js";
import {readSpecs} from "./scoreSpecs.js";

const vocab = readVocab();
const options = {vocab, grammar, published: "2024-03-14"};
const seed = 20240314;
const texts = readSpecs().map(({spec}) => spec.text);

// Words that mean something to the parser, thrown together without grammar.
const shards =
  "1 2 12 63 1,000 4.47 2023 100% $ € £20 US$ million bn m k ml billion dozen dozens of a an the half quarter third two-thirds one two twenty sixty-three hundred thousand more than at least up to about nearly between and to from - – , . ; : ( ) “ ” ' per cent percent points year old years days tonnes tons km kg °C barrels a day times as many tripled fivefold January Dec. 1 last year since early 2022 on Tuesday LAD-21T M16 Boeing 747 page No. Article said according Reuters sold Russia China imported shipments rifles yuan won pounds people were \n \n\n \t . aged 34 +44 20 7946 0018 #1 @ / % ½ ² − × et al ٥٠ ٣٫٥ १२ １００ 𝟙𝟚 1e309 minus -0 ± +/- .5 3/4 1 1/2 ￥ /- sub- scores than 2110 é 👩‍👩‍👧 🇫🇷 e\u0301 5\u0301 \ud83d 50️⃣".split(
    " ",
  );
const salad = fc.array(fc.constantFrom(...shards), {maxLength: 60}).map((words) => words.join(" "));
const glued = fc.array(fc.constantFrom(...shards), {maxLength: 40}).map((words) => words.join(""));
const anything = fc.oneof(
  fc.string({unit: "binary", maxLength: 300}),
  fc.string({maxLength: 300}),
  salad,
  glued,
  fc.constantFrom(...texts),
);

describe("parseFigures(text, options)", () => {
  it("never throws, and yields exact, sorted, disjoint spans with finite numbers", () => {
    fc.assert(
      fc.property(anything, (text) => {
        let end = 0;
        for (const figure of parseFigures(text, options)) {
          expect(figure.start).toBeGreaterThanOrEqual(end);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(text.slice(figure.start, figure.end)).toBe(figure.exact);
          for (const number of [figure.value, figure.low, figure.high])
            expect(number === null || (Number.isFinite(number) && !Object.is(number, -0))).toBe(true);
          if (figure.low !== null && figure.high !== null)
            expect(figure.low).toBeLessThanOrEqual(figure.high);
          expect(figure.value !== null || figure.low !== null || figure.high !== null).toBe(true);
          expect(figure.confidence).toBeGreaterThan(0);
          expect(figure.confidence).toBeLessThanOrEqual(1);
          end = figure.end;
        }
      }),
      {seed, numRuns: 3000},
    );
  });

  it("cuts no character in two, as a reader sees it", () => {
    const segmenter = new Intl.Segmenter("en", {granularity: "grapheme"});
    fc.assert(
      fc.property(anything, (text) => {
        const bounds = new Set([...segmenter.segment(text)].map(({index}) => index)).add(text.length);
        for (const {start, end, prefix, suffix, sentence} of parseFigures(text, options)) {
          expect(text.slice(start - prefix.length, start)).toBe(prefix);
          expect(text.slice(end, end + suffix.length)).toBe(suffix);
          const from = text.lastIndexOf(sentence, start);
          const cuts = [start, end, start - prefix.length, end + suffix.length, from, from + sentence.length];
          const inside = cuts.filter((cut) => !bounds.has(cut));
          expect(inside, JSON.stringify(text)).toEqual([]);
        }
      }),
      {seed, numRuns: 2000},
    );
  });

  it("yields no period that ends before it starts", () => {
    const isForward = (start: string | null, end: string | null): boolean =>
      start === null || end === null || start.slice(0, end.length) <= end.slice(0, start.length);
    const words =
      "from to between and until since in June 2024 2019 May 2022 1 12 December last year , it sold 40 vans .";
    const datedSalad = fc
      .array(fc.constantFrom(...words.split(" ")), {maxLength: 40})
      .map((some) => some.join(" "));
    fc.assert(
      fc.property(fc.oneof(datedSalad, anything), (text) => {
        const {figures, dates} = parseText(text, options);
        for (const {period_start, period_end} of figures)
          expect(isForward(period_start, period_end), text).toBe(true);
        for (const {from, to} of dates) expect(isForward(from, to), text).toBe(true);
      }),
      {seed, numRuns: 2000},
    );
    const [figure] = parseFigures("They sold 40 vans from 2024 to 2019.", options);
    expect(figure).toMatchObject({
      period_text: "from 2024 to 2019",
      period_start: null,
      period_end: null,
      flags: "period_backward",
    });
  });

  it.each([
    ["$1e309", [], ["1: unread", "309: unread"]],
    ["It was minus 0 tons.", [0], ["0: figure"]],
    ["½ %½", [0.5], []],
    ["٥٠ rifles", [50], ["٥٠: figure"]],
    ["५० rifles", [50], ["५०: figure"]],
    ["１００ rifles", [100], ["１００: figure"]],
    ["𝟙𝟚 rifles", [12], ["𝟙𝟚: figure"]],
    ["٣٫٥ tons", [3.5], ["٣: figure", "٥: figure"]],
    ["1０0 rifles", [100], ["1０0: figure"]],
    ["مع ٥٠ بندقية", [], ["٥٠: bare"]],
  ])("keeps its promises in %j", (text, values, numerals) => {
    const read = parseText(text, options);
    expect(read.figures.map(({value}) => value)).toEqual(values);
    expect(read.numerals.map(({exact, role}) => `${exact}: ${role}`)).toEqual(numerals);
  });

  it("gives the same answer twice", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(parseFigures(text, options)).toEqual(parseFigures(text, options));
      }),
      {seed, numRuns: 500},
    );
  });

  const variants: [string, (text: string) => string][] = [
    ["CRLF line ends", (text) => text.replaceAll("\n", "\r\n")],
    ["no-break spaces", (text) => text.replaceAll(" ", "\u00a0")],
    ["thin spaces", (text) => text.replaceAll(" ", "\u2009")],
    ["narrow no-break spaces", (text) => text.replaceAll(" ", "\u202f")],
    ["straight apostrophes for curly ones", (text) => text.replaceAll("’", "'")],
    ["curly apostrophes for straight ones", (text) => text.replaceAll("'", "’")],
    ["canonical decomposition", (text) => text.normalize("NFD")],
  ];
  // What a number is, no grammar tells.
  const {grammar: _, ...words} = options;
  const stated = (text: string) =>
    parseFigures(text, words).map(({kind, value, low, high, unit, qualifier}) => ({
      kind,
      value,
      low,
      high,
      unit: unit?.normalize("NFC"),
      qualifier,
    }));
  const asWritten = new Map<string, ReturnType<typeof stated>>();
  it.each(variants)("reads the same with %s", (_name, change) => {
    for (const text of texts) {
      if (change(text) === text) continue;
      if (!asWritten.has(text)) asWritten.set(text, stated(text));
      expect(stated(change(text)), text).toEqual(asWritten.get(text));
    }
  });

  const nouns = ["rifle", "shipment", "component", "helmet", "container"] as const;
  const hedges = [
    ["", null],
    ["more than ", "more_than"],
    ["at least ", "at_least"],
    ["fewer than ", "less_than"],
    ["about ", "about"],
    ["nearly ", "almost"],
    ["up to ", "up_to"],
  ] as const;
  const group = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

  it("reads back the counts it is given in words", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 2, max: 9_999_999}),
        fc.constantFrom(...hedges),
        fc.constantFrom(...nouns),
        (n, [hedge, qualifier], noun) => {
          const written =
            n >= 1000 && n < 10_000 && n % 7 === 0 ? group(n) : n >= 1000 ? group(n) : String(n);
          const [figure, ...rest] = parseFigures(
            `The firm sent ${hedge}${written} ${noun}s to the port.`,
            options,
          );
          expect(rest).toEqual([]);
          expect(figure).toMatchObject({
            kind: "count",
            value: n,
            unit: noun,
            qualifier,
            exact: `${hedge}${written} ${noun}s`,
          });
        },
      ),
      {seed, numRuns: 1000},
    );
  });

  it("reads back the sums of money it is given, in every style", () => {
    const styles = [
      (n: number) => [`$${n} million`, "USD"],
      (n: number) => [`€${n}m`, "EUR"],
      (n: number) => [`${n} million yuan`, "CNY"],
      (n: number) => [`USD ${n} million`, "USD"],
      (n: number) => [`£${n}mn`, "GBP"],
      (n: number) => [`HK$${n} million`, "HKD"],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({min: 11, max: 99_999}),
        fc.constantFrom(...styles),
        fc.constantFrom(...hedges),
        (tenths, style, [hedge, qualifier]) => {
          const n = tenths / 10;
          const [written, unit] = style(n) as [string, string];
          const [figure, ...rest] = parseFigures(`They paid ${hedge}${written} for it.`, options);
          expect(rest).toEqual([]);
          expect(figure).toMatchObject({kind: "money", unit, qualifier});
          expect(figure.value).toBeCloseTo(n * 1e6, 3);
        },
      ),
      {seed, numRuns: 1000},
    );
  });
});

describe("accountForNumerals(text, options)", () => {
  it("leaves out no digit of any script", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const numerals = accountForNumerals(text, options);
        const covered = new Uint8Array(text.length);
        for (const {start, end, exact} of numerals) {
          expect(text.slice(start, end)).toBe(exact);
          covered.fill(1, start, end);
        }
        for (const {index} of text.matchAll(/\p{Nd}/gu))
          expect(covered[index], `${index} of ${JSON.stringify(text)}`).toBe(1);
      }),
      {seed, numRuns: 1500},
    );
  });

  it("names the role of each number", () => {
    const roles = (text: string) =>
      accountForNumerals(text, options).map(({exact, role}) => `${exact}: ${role}`);
    expect(roles("On Dec. 1 it bought 3,000 parts for the LAD-21T at 10:30, the third time.")).toEqual([
      "1: date",
      "3: figure",
      "000: figure",
      "21: name",
      "10: time",
      "30: time",
      "third: ordinal",
    ]);
    expect(roles("8700 visitors online\n10 948 40\n")).toEqual(
      ["8700", "10", "948", "40"].map((n) => `${n}: page_furniture`),
    );
  });
});

describe("hostile strings", () => {
  const hostile = [
    "1,1,",
    "more than ",
    "$",
    "twenty ",
    "(",
    "a.b.",
    "P4 ",
    "A $",
    "4e1",
    "1c of ",
    "by 1 to 2 ",
    "1 ",
    "1-",
    "1.",
    "a hundred ",
    "between ",
    "from 1 to ",
    "of which ",
    "“",
    "half a ",
    "according to ",
    "said ",
    "China ",
    "sold ",
    "A, ",
    "I ",
    "May ",
    "the ",
    "\n",
    "9",
    "two and ",
    "€1,",
    "1 dog, ",
    "$5m to Peru. ",
    "12 tons from Oslo, ",
    "up from 5 to 6, compared with 7 in 2022, ",
    "5 guns sold by A to B to C by D ",
    "more than 5 and less than ",
    "three months to 31 December, the third quarter, ",
    "— A ",
    "-$5 ± ",
    "3 1/2 ",
    ".5 ",
  ];
  it.each(hostile)("sixteen times as many %j cost about sixteen times as much", (piece) => {
    const growth = growthOf(16_000, (size) => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      return () => parseFigures(text, options);
    });
    expect(growth).toBeLessThan(superlinear);
  });

  it.each(["several million ", "a couple of million ", "another million ", "two million "])(
    "%j with a million after it, without end, yields finite numbers",
    (start) => {
      const figures = parseFigures(`${start}${"million ".repeat(500)}people`, options);
      expect(figures.length).toBeGreaterThan(0);
      for (const {value, low, high} of figures)
        for (const number of [value, low, high])
          expect(number === null || Number.isFinite(number)).toBe(true);
    },
  );

  it("sixteen times the text costs about sixteen times as much", () => {
    const text = texts.slice(0, 200).join("\n\n");
    const growth = growthOf(1, (times) => {
      const joined = Array.from({length: times}, () => text).join("\n\n");
      return () => parseFigures(joined, options);
    });
    expect(growth).toBeLessThan(superlinear);
  });
});
