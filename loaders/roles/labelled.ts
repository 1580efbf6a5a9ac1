import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";

/** A figure that a careful reader labelled: whose it is, from whom, to whom, through whom. */
export interface Label {
  start: number;
  end: number;
  holder: string | null;
  supplier: string | null;
  recipient: string | null;
  via: string | null;
}

export interface LabelledText {
  name: string;
  text: string;
  published: string | null;
  labels: Label[];
  /** Whether who has a figure was labelled too. */
  hasHolders: boolean;
}

interface Written {
  text: string;
  published?: string | null;
  figures: (Partial<Omit<Label, "start" | "end">> & {
    exact: string;
    occurrence?: number;
    nth?: number;
    ambiguous?: boolean;
  })[];
}

/**
 * Returns the labelled texts of a folder: files with one article, as test/waybill/parse/scoreRoles.ts
 * reads them, or with a list of sentences, as test/specs has them.
 */
export function readLabelled(folder: string): LabelledText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const written = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Written | Written[];
      return Array.isArray(written)
        ? written.map((one, n) => labelled(`${file}:${n}`, one, false))
        : [labelled(file, written, true)];
    });
}

function labelled(
  name: string,
  {text, published = null, figures}: Written,
  hasHolders: boolean,
): LabelledText {
  const labels = figures
    .filter(({ambiguous}) => !ambiguous)
    .map(({exact, occurrence, nth, holder = null, supplier = null, recipient = null, via = null}) => {
      let start = -1;
      for (let n = 0; n <= (occurrence ?? nth ?? 0); n++) start = text.indexOf(exact, start + 1);
      return {start, end: start + exact.length, holder, supplier, recipient, via};
    });
  return {name, text, published, labels, hasHolders};
}
