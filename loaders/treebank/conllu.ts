import {readFileSync} from "node:fs";

/** A sentence of a treebank; heads count from 0, and the head of the root is the number of words. */
export interface Gold {
  forms: string[];
  lemmas: string[];
  tags: string[];
  heads: number[];
  relations: string[];
  /** Whether a space follows the word. */
  space: boolean[];
}

/** Returns the sentences of a file in the CoNLL-U format. */
export function readConllu(file: string): Gold[] {
  return parseConllu(readFileSync(file, "utf8"));
}

/** Returns the sentences of a text in the CoNLL-U format. */
export function parseConllu(text: string): Gold[] {
  const sentences: Gold[] = [];
  for (const block of text.split(/\n\n+/)) {
    const rows: string[][] = [];
    const space: boolean[] = [];
    // Of words written as one ("don't"), the last has the space.
    let whole = {to: 0, space: true};
    for (const line of block.split("\n")) {
      const row = line.split("\t");
      if (/^\d+-\d+$/.test(row[0]))
        whole = {to: Number(row[0].split("-")[1]), space: row[9] !== "SpaceAfter=No"};
      if (!/^\d+$/.test(row[0])) continue;
      rows.push(row);
      const id = Number(row[0]);
      space.push(id < whole.to ? false : id === whole.to ? whole.space : !/SpaceAfter=No/.test(row[9]));
    }
    if (rows.length === 0) continue;
    sentences.push({
      forms: rows.map((row) => row[1]),
      lemmas: rows.map((row) => row[2]),
      tags: rows.map((row) => `${row[3]}/${row[4]}`),
      heads: rows.map((row) => (row[6] === "0" ? rows.length : Number(row[6]) - 1)),
      relations: rows.map((row) => row[7]),
      space,
    });
  }
  return sentences;
}

/** Returns the sentence as it was written. */
export function textOf({forms, space}: Gold): string {
  return forms
    .map((form, i) => form + (space[i] ? " " : ""))
    .join("")
    .trim();
}
