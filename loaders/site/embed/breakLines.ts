import {escapeHtml} from "../../../src/waybill/model/escape.js";
import {tieWords} from "../../../src/waybill/tieWords.js";

/** A piece of a paragraph: words, where they lead, and whether they are bold. */
export interface Run {
  text: string;
  href?: string;
  strong?: boolean;
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

/** How lines are set: as wide as they can be, but for a last line of one word; or all about as wide as each other. */
export type Setting = "full" | "balanced";

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
  setting: Setting = "full",
): Broken {
  const words = wordsOf(runs);
  const lines = new Map<string, number>();
  const names = words.map((): string[] => []);
  for (const {name, width} of measures) {
    const breaks = setLines(words, width * safety, {widthOf, setting});
    for (const i of breaks) names[i].push(name);
    lines.set(name, breaks.length + 1);
  }
  let html = "";
  let close = "";
  words.forEach(({text, run, glued}, i) => {
    if (i === 0 || run !== words[i - 1].run) {
      const {href, strong} = runs[run];
      html += close;
      if (href) html += `<a href="${escapeHtml(href)}">`;
      else if (strong) html += "<strong>";
      close = href ? "</a>" : strong ? "</strong>" : "";
    }
    if (!glued && i > 0) html += names[i].length > 0 ? ` <br class="${names[i].join(" ")}">` : " ";
    html += escapeHtml(text);
  });
  return {html: html + close, lines};
}

interface Word {
  text: string;
  run: number;
  /** Whether no space is before it. */
  glued: boolean;
}

function wordsOf(runs: readonly Run[]): Word[] {
  return runs.flatMap(({text}, run) => {
    return tieWords(text)
      .split(" ")
      .map((word, i): Word => ({text: word, run, glued: i === 0}));
  });
}

/** Returns the words before which a line breaks. */
function setLines(
  words: readonly Word[],
  width: number,
  {widthOf, setting}: {widthOf: (text: string) => number; setting: Setting},
): number[] {
  const widest = fillLines(words, width, widthOf);
  const {breaks} = widest;
  if (breaks.length === 0 || (setting === "full" && widest.last > width * shortest)) return breaks;
  let best = breaks;
  for (let narrower = width - step; narrower > width / 2; narrower -= step) {
    const tried = fillLines(words, narrower, widthOf);
    if (tried.breaks.length > breaks.length) break;
    best = tried.breaks;
    if (setting === "full" && tried.last > width * shortest) break;
  }
  return best;
}

// A last line shorter than this share of the others looks lost.
const shortest = 0.25;
const step = 4;

function fillLines(
  words: readonly Word[],
  width: number,
  widthOf: (text: string) => number,
): {breaks: number[]; last: number} {
  const breaks: number[] = [];
  let line = "";
  for (let i = 0; i < words.length; ) {
    // Words that no space parts move to the next line together.
    let end = i + 1;
    while (end < words.length && words[end].glued) end++;
    const unit = words
      .slice(i, end)
      .map(({text}) => text)
      .join("");
    const longer = i === 0 ? unit : `${line} ${unit}`;
    if (line !== "" && unit !== "" && widthOf(longer) > width) {
      breaks.push(i);
      line = unit;
    } else line = longer;
    i = end;
  }
  return {breaks, last: widthOf(line)};
}
