import {readdirSync, readFileSync} from "node:fs";
import {grammar} from "../../../loaders/grammar.js";
import type {Figure} from "../../../src/waybill/model/figure.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";
import type {Vocab} from "../../../src/waybill/parse/vocab.js";

/** A sentence with the figures that a careful reader finds in it. */
export interface Spec {
  text: string;
  published?: string;
  figures: SpecFigure[];
}

export interface SpecFigure
  extends Partial<Pick<Figure, "thing" | "supplier" | "recipient" | "via" | "said_by" | "status" | "change">>,
    Pick<Figure, "exact" | "kind" | "value" | "low" | "high" | "unit" | "qualifier"> {
  core?: string;
  /** Which occurrence of `exact` in the text is meant, from 0. */
  nth?: number;
  /** An honest reader may differ: never counted. */
  ambiguous?: boolean;
  period?: {text: string; start: string | null; end?: string | null};
}

export interface Score {
  gold: number;
  right: number;
  wrong: number;
  extra: number;
  missed: number;
  precision: number;
  recall: number;
  f1: number;
  /** Of the figures read right: share with the right hedge, and of each stated role the share read right. */
  agreement: Record<string, {right: number; stated: number}>;
  problems: string[];
}

/** Returns every spec of test/specs/, with the file it stands in. */
export function readSpecs(folder = "test/specs"): {file: string; index: number; spec: Spec}[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) =>
      (JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Spec[]).map((spec, index) => ({
        file,
        index,
        spec,
      })),
    );
}

const isNear = (a: number | null, b: number | null): boolean =>
  a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

// A number that leaves its noun out ("of which 12 went through") may take it from
// an earlier figure of its sentence or go without; editors differ.
function isUnitRight(got: Figure, gold: SpecFigure, {figures}: Spec): boolean {
  if (plainUnit(got.unit) === plainUnit(gold.unit)) return true;
  return (
    gold.kind === "count" && gold.unit === null && figures.some((f) => f !== gold && f.unit === got.unit)
  );
}

// Editors write "person" and "people", "light year" and "light-year", "Corolla" and "corolla".
const plainUnit = (unit: string | null): string | undefined =>
  unit
    ?.toLowerCase()
    .replace(/-/g, " ")
    .replace(/\bperson\b/g, "people");

function isRight(got: Figure, gold: SpecFigure, spec: Spec): boolean {
  const value =
    gold.value !== null
      ? isNear(got.value, gold.value)
      : (gold.low === null || isNear(got.low, gold.low)) &&
        (gold.high === null || isNear(got.high, gold.high));
  const isKind = got.kind === gold.kind || (gold.unit === "point" && /^(?:count|other)$/.test(`${got.kind}`));
  return value && isUnitRight(got, gold, spec) && isKind;
}

/** Whether the spec states the figure with its value, unit and kind; null where its editor leaves that open. */
export function isReadRight(figure: Figure, spec: Spec): boolean | null {
  const gold = spec.figures.find(({exact, nth}) => {
    let start = -1;
    for (let n = 0; n <= (nth ?? 0); n++) start = spec.text.indexOf(exact, start + 1);
    return start < figure.end && start + exact.length > figure.start;
  });
  return gold?.ambiguous ? null : gold !== undefined && isRight(figure, gold, spec);
}

const fillers = new Set(
  "the a an of in on to for and or its their from by at with worth company firm s".split(" "),
);

function wordsOf(text: string | null | undefined): Set<string> {
  const words =
    String(text ?? "")
      .toLowerCase()
      .match(/[\p{L}\p{N}-]+/gu) ?? [];
  return new Set(words.filter((w) => !fillers.has(w)).map((w) => w.replace(/s$/, "")));
}

/** Whether two wordings name the same: half of the words of the shorter one stand in the other. */
export function isAlike(a: string | null | undefined, b: string | null | undefined): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.size === 0 || y.size === 0) return x.size === y.size;
  let common = 0;
  for (const word of x) if (y.has(word)) common++;
  return common / Math.min(x.size, y.size) >= 0.5;
}

/** Scores the parser on the given specs, as the published benchmarks do: a figure is right with value, unit and kind. */
export function scoreSpecs(specs: {file: string; index: number; spec: Spec}[], vocab: Vocab): Score {
  const score: Score = {
    gold: 0,
    right: 0,
    wrong: 0,
    extra: 0,
    missed: 0,
    precision: 0,
    recall: 0,
    f1: 0,
    agreement: {},
    problems: [],
  };
  const agree = (role: string, right: boolean): void => {
    score.agreement[role] ??= {right: 0, stated: 0};
    score.agreement[role].stated++;
    if (right) score.agreement[role].right++;
  };
  for (const {file, index, spec} of specs) {
    const got = parseFigures(spec.text, {vocab, published: spec.published ?? null, grammar});
    const used = new Set<Figure>();
    const problem = (what: string): void => {
      score.problems.push(`${file}[${index}] ${what} | ${spec.text}`);
    };
    for (const gold of spec.figures) {
      let start = -1;
      for (let n = 0; n <= (gold.nth ?? 0); n++) start = spec.text.indexOf(gold.exact, start + 1);
      const end = start + gold.exact.length;
      const overlap = (f: Figure): number => Math.min(f.end, end) - Math.max(f.start, start);
      const candidates = got.filter((f) => !used.has(f) && overlap(f) > 0);
      const best =
        candidates.find((f) => isRight(f, gold, spec)) ??
        candidates.sort((a, b) => overlap(b) - overlap(a))[0];
      if (best) used.add(best);
      if (gold.ambiguous) continue;
      score.gold++;
      const describe = `"${gold.exact}" ${gold.kind} ${gold.value ?? `${gold.low}..${gold.high}`} ${gold.unit}`;
      if (!best) {
        score.missed++;
        problem(`missed ${describe}`);
        continue;
      }
      if (!isRight(best, gold, spec)) {
        score.wrong++;
        problem(
          `wrong ${describe}, got "${best.exact}" ${best.kind} ${best.value ?? `${best.low}..${best.high}`} ${best.unit}`,
        );
        continue;
      }
      score.right++;
      const hedge = (best.qualifier ?? "exactly") === (gold.qualifier ?? "exactly");
      agree("qualifier", hedge);
      if (!hedge) problem(`hedge ${describe}: ${gold.qualifier}, got ${best.qualifier}`);
      if (gold.low !== null || gold.high !== null)
        agree(
          "bounds",
          (gold.low === null || isNear(best.low, gold.low)) &&
            (gold.high === null || isNear(best.high, gold.high)),
        );
      for (const role of ["thing", "supplier", "recipient", "via", "said_by"] as const)
        if (gold[role]) {
          const right = isAlike(gold[role], best[role]);
          agree(role, right);
          if (!right) problem(`${role} of "${gold.exact}": ${gold[role]}, got ${best[role]}`);
        } else if (role !== "thing" && role !== "said_by" && best[role]) {
          score.agreement[`${role} too many`] ??= {right: 0, stated: 0};
          score.agreement[`${role} too many`].stated++;
          problem(`${role} of "${gold.exact}": none, got ${best[role]}`);
        }
      for (const cell of ["status", "change"] as const)
        if (gold[cell]) {
          agree(cell, gold[cell] === best[cell]);
          if (gold[cell] !== best[cell])
            problem(`${cell} of "${gold.exact}": ${gold[cell]}, got ${best[cell]}`);
        }
      if (gold.period?.start) {
        const right = (best.period_start ?? "").startsWith(gold.period.start.slice(0, 7));
        agree("period", right);
        if (!right)
          problem(
            `period of "${gold.exact}": ${JSON.stringify(gold.period)}, got ${best.period_text} ${best.period_start}`,
          );
      }
    }
    for (const f of got)
      if (!used.has(f)) {
        score.extra++;
        problem(`extra "${f.exact}" ${f.kind} ${f.value ?? `${f.low}..${f.high}`} ${f.unit}`);
      }
  }
  score.precision = score.right / Math.max(1, score.right + score.wrong + score.extra);
  score.recall = score.right / Math.max(1, score.gold);
  score.f1 = (2 * score.precision * score.recall) / Math.max(1e-9, score.precision + score.recall);
  return score;
}
