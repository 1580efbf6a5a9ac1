import {escapeHtml} from "../escapeHtml.js";
import {together} from "../figureHtml.js";

/** A piece of a paragraph: words, and where they lead. */
export interface Run {
  text: string;
  href?: string;
}

/** The width that a paragraph has, under the name of the class that its line breaks carry. */
export interface Measure {
  name: string;
  width: number;
}

export interface Broken {
  /** The paragraph's content: each line break has the names of the measures at which it counts. */
  html: string;
  /** How many lines the paragraph has at each measure. */
  lines: Map<string, number>;
}

// A fallback font may be a little wider than the font that was measured.
const safety = 0.98;

/**
 * Returns a paragraph with its lines broken for each of the given measures, so
 * that it has as many lines in any font that is not much wider, and nothing
 * moves when a font arrives. A word wider than a line is left to the browser,
 * and so are the lines if the reader's own settings make the letters larger.
 */
export function breakLines(
  runs: readonly Run[],
  measures: readonly Measure[],
  widthOf: (text: string) => number,
): Broken {
  const words: {text: string; run: number; glued: boolean}[] = [];
  runs.forEach(({text}, run) => {
    const tied = text.replace(together, (sum) => sum.replaceAll(" ", "\u00a0"));
    const pieces = tied.split(" ");
    pieces.forEach((piece, i) => {
      if (piece === "" && i > 0) return;
      words.push({text: piece, run, glued: i === 0});
    });
    if (pieces.at(-1) === "" && pieces.length > 1) words.push({text: "", run, glued: false});
  });
  const lines = new Map<string, number>();
  const breaks = words.map(() => [] as string[]);
  for (const {name, width} of measures) {
    let [count, line] = [1, ""];
    for (let i = 0; i < words.length; ) {
      // Words that are not parted by a space move to the next line together.
      let end = i + 1;
      while (end < words.length && words[end].glued) end++;
      const unit = words
        .slice(i, end)
        .map(({text}) => text)
        .join("");
      const parted = line !== "" && !words[i].glued;
      const longer = `${line}${parted ? " " : ""}${unit}`;
      if (parted && unit !== "" && widthOf(longer) > width * safety) {
        breaks[i].push(name);
        count++;
        line = unit;
      } else line = longer;
      i = end;
    }
    lines.set(name, count);
  }
  let html = "";
  let open = -1;
  words.forEach(({text, run, glued}, i) => {
    const gap = glued || i === 0 ? "" : breaks[i].length > 0 ? ` <br class="${breaks[i].join(" ")}">` : " ";
    // A gap belongs to the run whose text has the space.
    if (run !== open && open >= 0 && runs[open].href) html += "</a>";
    if (run !== open && runs[run].href) html += `<a href="${escapeHtml(runs[run].href)}">`;
    open = run;
    html += gap + escapeHtml(text);
  });
  if (open >= 0 && runs[open].href) html += "</a>";
  return {html, lines};
}
