import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import type {Doc} from "../../src/waybill/parse/document.js";
import type {Found} from "../../src/waybill/parse/Found.js";

/** A figure that a careful reader labelled: what it is of, whose it is, from whom, to whom, through whom, how far it came. */
export interface Label {
  start: number;
  end: number;
  thing: string | null;
  holder: string | null;
  supplier: string | null;
  recipient: string | null;
  via: string | null;
  status: string | null;
  /** Whose word it is, the innermost of a chain. */
  speaker: string | null;
  /** When it holds. */
  period: string | null;
}

export interface LabelledText {
  name: string;
  text: string;
  published: string | null;
  labels: Label[];
  /** Whether it is an article of which all was labelled: of a sentence by itself what is not labelled is not known. */
  isArticle: boolean;
}

interface Written {
  text: string;
  published?: string | null;
  figures: (Partial<Omit<Label, "start" | "end" | "speaker" | "period">> & {
    period?: string | {text: string} | null;
    said_by?: string | null;
    exact: string;
    occurrence?: number;
    nth?: number;
    ambiguous?: boolean;
  })[];
}

/**
 * Returns the labelled texts of a folder: files with one article, as test/waybill/parse/scoreRoles.ts
 * reads them, or with a list of sentences, as test/specs has them. Of a list every second sentence is left out:
 * the other half is what nothing is learnt from.
 */
export function readLabelled(folder: string): LabelledText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const written = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Written | Written[];
      return Array.isArray(written)
        ? written.flatMap((one, n) => (n % 2 === 0 ? [labelled(`${file}:${n}`, one, false)] : []))
        : [labelled(file, written, true)];
    });
}

function labelled(
  name: string,
  {text, published = null, figures}: Written,
  isArticle: boolean,
): LabelledText {
  const labels = figures
    .filter(({ambiguous}) => !ambiguous)
    .map(({exact, occurrence, nth, ...told}) => {
      const {
        thing = null,
        holder = null,
        supplier = null,
        recipient = null,
        via = null,
        status = null,
        said_by = null,
        period = null,
      } = told;
      let start = -1;
      for (let n = 0; n <= (occurrence ?? nth ?? 0); n++) start = text.indexOf(exact, start + 1);
      const end = start + exact.length;
      const speaker = said_by?.split("|").map(innermost).join("|") ?? null;
      const when = typeof period === "string" ? period : (period?.text ?? null);
      return {start, end, thing, holder, supplier, recipient, via, status, speaker, period: when};
    });
  return {name, text, published, labels, isArticle};
}

// “Reuters > ministry”
const innermost = (chain: string): string => chain.split(">").pop()!.trim();

/** Returns the labels of the figures that were read, by their place: those that overlap belong together. */
export function labelsOf(
  {labels}: LabelledText,
  {start, end}: Doc,
  figures: readonly Found[],
): Map<number, Label> {
  const found = new Map<number, Label>();
  for (const label of labels) {
    const n = figures.findIndex(
      ({from, to}, n) => !found.has(n) && start[from] < label.end && label.start < end[to - 1],
    );
    if (n >= 0) found.set(n, label);
  }
  return found;
}
