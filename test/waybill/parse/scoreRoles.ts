/*
 * Scores the roles of figures on texts that somebody else labelled:
 *
 *   npx tsx test/waybill/parse/scoreRoles.ts FOLDER [--list [ROLE]] [--words]
 *
 * With --words the figures are read from the order of words alone, without grammar.
 *
 * Each NAME.json there is {"text", "published", "figures": [{"exact", "occurrence", "thing", "holder", "supplier",
 * "recipient", "via", "status", "said_by", "period"}]}. A role is words of the text, null where it says nothing;
 * wordings that do as well are parted by "|". `occurrence` counts from 0.
 *
 * A label and a reading belong together where they overlap. Of a role that a label states, the reading is right if
 * it says the same, case, quotes, articles and a possessive 's aside, or if one is the other made shorter
 * around its head: words may be left off before the head ("navy", "Norwegian navy") and behind it ("exports",
 * "exports of pumps"), the head itself may not ("pumps" is not "exports of pumps"). The head is the last word
 * before the first preposition, comma or relative pronoun. A period is compared without the preposition before it,
 * a status as it is, of a chain of speakers ("Reuters > ministry") the last.
 *
 * Roles of a label that no figure was read for are missed. Figures that nobody labelled are left out: scoreFolder.ts
 * counts those. Wrong is a role that is given and is not right, among all figures that were read.
 */
import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {grammar} from "../../../loaders/grammar.js";
import {isSame, isSamePeriod} from "../../../loaders/roles/isSame.js";
import {readVocab} from "../../../loaders/vocab.js";
import type {Figure} from "../../../src/waybill/model/figure.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";

const roles = ["thing", "holder", "supplier", "recipient", "via", "status", "said_by", "period"] as const;
type Role = (typeof roles)[number];

interface Labelled {
  text: string;
  published?: string | null;
  figures: (Partial<Record<Role, string | null>> & {exact: string; occurrence?: number})[];
}

interface Count {
  stated: number;
  given: number;
  right: number;
}

function isRight(role: Role, given: string, label: string): boolean {
  return label.split("|").some((wording) => {
    if (role === "status") return given === wording.trim();
    if (role === "period") return isSamePeriod(given, wording.trim());
    return isSame(given, wording.trim());
  });
}

function readingOf(figure: Figure, role: Role): string | null {
  if (role === "period") return figure.period_text;
  const value = (figure as Partial<Record<Role, string | null>>)[role] ?? null;
  return role === "said_by" && value ? (value.split(/ > |; /).pop() ?? null) : value;
}

function placeOf(text: string, {exact, occurrence = 0}: Labelled["figures"][number]): [number, number] {
  let at = -1;
  for (let n = 0; n <= occurrence; n++) {
    at = text.indexOf(exact, at + 1);
    if (at < 0) throw new Error(`label stands nowhere: "${exact}", occurrence ${occurrence} (from 0)`);
  }
  return [at, at + exact.length];
}

const percent = (part: number, whole: number): string =>
  (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1)).padStart(6);

/** How the figures of labelled articles are read. */
export interface Scores {
  labelled: number;
  read: number;
  counts: Record<Role, Count>;
  /** What is not as labelled: the role, and a line about it. */
  misses: {role: Role; line: string}[];
}

/** Returns how the articles of a folder are read; without grammar if `isPlain`. */
export function scoreArticles(folder: string, isPlain = false): Scores {
  const vocab = readVocab();
  const counts = Object.fromEntries(roles.map((role) => [role, {stated: 0, given: 0, right: 0}])) as Record<
    Role,
    Count
  >;
  let read = 0;
  let labelled = 0;
  const misses: Scores["misses"] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()) {
    const {
      text,
      published = null,
      figures,
    } = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Labelled;
    const readings = parseFigures(text, {vocab, published, grammar: isPlain ? null : grammar});
    const taken = new Set<Figure>();
    for (const label of figures) {
      const [start, end] = placeOf(text, label);
      const figure = readings.find((f) => !taken.has(f) && f.start < end && start < f.end);
      labelled++;
      if (figure) {
        taken.add(figure);
        read++;
      }
      for (const role of roles) {
        const wanted = label[role] ?? null;
        const given = figure ? readingOf(figure, role) : null;
        const right = wanted !== null && given !== null && isRight(role, given, wanted);
        if (wanted !== null) counts[role].stated++;
        if (given !== null) counts[role].given++;
        if (right) counts[role].right++;
        else if ((wanted ?? given) !== null)
          misses.push({
            role,
            line: `${name}: ${role}: ${given ?? "-"}, not ${wanted ?? "-"} | ${label.exact}${figure ? ` | ${figure.sentence}` : " (not read)"}`,
          });
      }
    }
  }
  return {labelled, read, counts, misses};
}

function main(folder: string, listed: string | null, isPlain: boolean): void {
  const {labelled, read, counts, misses} = scoreArticles(folder, isPlain);
  for (const {role, line} of misses) if (listed === "" || listed === role) console.log(line);
  console.log(`${labelled} figures labelled, ${read} of them read`);
  console.log("role       stated  given  right  precision  recall      F1   wrong");
  for (const role of roles) {
    const {stated, given, right} = counts[role];
    console.log(
      `${role.padEnd(10)} ${`${stated}`.padStart(6)} ${`${given}`.padStart(6)} ${`${right}`.padStart(6)}     ${percent(right, given)}  ${percent(right, stated)}  ${percent(2 * right, stated + given)}  ${percent(given - right, read)}`,
    );
  }
  const wrong = roles.reduce((sum, role) => sum + counts[role].given - counts[role].right, 0);
  const given = roles.reduce((sum, role) => sum + counts[role].given, 0);
  console.log(`wrong roles: ${wrong} of ${given} given (${percent(wrong, given).trim()} %)`);
}

if (process.argv[1]?.endsWith("scoreRoles.ts")) {
  const isPlain = process.argv.includes("--words");
  const [folder, flag, role] = process.argv.slice(2).filter((argument) => argument !== "--words");
  if (!folder) {
    console.error("usage: npx tsx test/waybill/parse/scoreRoles.ts FOLDER [--list [ROLE]] [--words]");
    process.exit(1);
  }
  main(folder, flag === "--list" ? (role ?? "") : null, isPlain);
}
