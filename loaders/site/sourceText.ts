import {escapeHtml} from "../../src/waybill/model/escape.js";
import type {FigureRow, Span} from "../../src/waybill/model/figure.js";
import {sentenceAnchor} from "../../src/waybill/model/sentenceAnchor.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {standingOf} from "../../src/waybill/standing.js";
import {type MarginNote, signOf} from "./marginNotes.js";
import type {Statement} from "./statements.js";

export interface SourceTextOptions {
  text: string;
  /** In the order of the text. */
  figures: readonly FigureRow[];
  /** Where its sentences stand. */
  sentences: readonly Span[];
  /** Sentences that something leads to, by a name of their own. */
  statements: readonly Pick<Statement, "anchor" | "sentence">[];
  notes: readonly MarginNote[];
  /** Numbers that are no figures, with their place. */
  numerals: readonly Row[];
  isCharted: (figure_id: string) => boolean;
}

/** A tag to be put into the text. Where several stand at one position, those with a lower depth are the outer ones. */
interface Tag {
  at: number;
  html: string;
  closes: boolean;
  depth: number;
}

/**
 * Returns an article's text in paragraphs: each sentence that a link may lead to, each
 * figure with its kind, each number that was set aside, and behind each paragraph
 * the notes on its words. The text itself stays as it is: labels and signs are attributes.
 */
export function sourceTextHtml(options: SourceTextOptions): string {
  const {text, figures, notes, numerals, isCharted} = options;
  const tags = [
    ...sentenceTags(options),
    ...figures.flatMap((figure) => figureTags(figure, isCharted(figure.figure_id))),
    ...numerals.flatMap(numeralTags),
    ...notes.flatMap(({at}, n) => (at === null ? [] : noteTag(at, signOf(n)))),
  ].sort(
    (a, b) =>
      a.at - b.at ||
      Number(b.closes) - Number(a.closes) ||
      (a.closes ? b.depth - a.depth : a.depth - b.depth),
  );
  const parts: string[] = [];
  let next = 0;
  for (const block of text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)) {
    const end = block.index + block[0].length;
    while (tags[next]?.at < block.index) next++;
    let at = block.index;
    let html = "";
    for (; next < tags.length && tags[next].at <= end; next++) {
      html += escapeHtml(text.slice(at, tags[next].at)) + tags[next].html;
      at = tags[next].at;
    }
    const paragraph = `<p>${html}${escapeHtml(text.slice(at, end))}</p>`;
    const own = notes.flatMap((note, n) =>
      note.at !== null && block.index <= note.at && note.at <= end ? noteHtml(note, n) : [],
    );
    parts.push(
      own.length > 0
        ? `<div class="passage">${paragraph}<ul class="margin" aria-label="Notes on this paragraph">${own.join("")}</ul></div>`
        : paragraph,
    );
  }
  return parts.join("\n");
}

/** Returns a note as an item of a list; with its sign where it is about words of the text. */
export function noteHtml({at, label, text}: MarginNote, n: number): string {
  const sign = signOf(n);
  const head =
    at === null
      ? ""
      : `<a class="note-sign" href="#words-${sign}" aria-label="Back to the words of note ${sign}">${sign}</a> `;
  return `<li id="note-${sign}">${head}<strong>${escapeHtml(label)}.</strong> ${escapeHtml(closed(text))}</li>`;
}

const closed = (text: string): string => (/[.!?”"]$/.test(text) ? text : `${text}.`);

/** Returns what a figure is, in few words: its kind, and how far it has come where that is not plain. */
export function labelOf(figure: FigureRow): string {
  const standing = standingOf(figure);
  const kind = figure.kind.replaceAll("_", " ");
  return standing === "reported" ? kind : `${kind}, ${standing}`;
}

const pair = (start: number, end: number, open: string, close: string, depth: number): Tag[] => [
  {at: start, html: open, closes: false, depth},
  {at: end, html: close, closes: true, depth},
];

function figureTags(figure: FigureRow, isCharted: boolean): Tag[] {
  const {figure_id, start, end} = figure;
  const open = `<mark id="${escapeHtml(figure_id)}" class="figure${isCharted ? " is-charted" : ""}" data-label="${escapeHtml(labelOf(figure))}">`;
  return pair(start, end, open, "</mark>", 1);
}

const numeralTags = ({start, end}: Row): Tag[] =>
  pair(Number(start), Number(end), `<span id="number-${start}" class="set-aside">`, "</span>", 2);

const noteTag = (at: number, sign: string): Tag => ({
  at,
  html: `<a class="note-ref" id="words-${sign}" href="#note-${sign}" aria-label="Note ${sign}" data-sign="${sign}"></a>`,
  // Behind all that ends there.
  closes: true,
  depth: -1,
});

interface Sentence {
  start: number;
  end: number;
  anchor: string | null;
}

/** Returns the tags of the sentences, each with its name. */
function sentenceTags({text, sentences, statements, figures}: SourceTextOptions): Tag[] {
  const found = new Map<string, Sentence>();
  const enter = (start: number, sentence: string, anchor: string | null): void => {
    const end = start + sentence.length;
    if (start < 0 || /\n\s*\n/.test(sentence)) return;
    const known = found.get(`${start} ${end}`);
    if (!known) found.set(`${start} ${end}`, {start, end, anchor});
    else known.anchor ??= anchor;
  };
  const named = new Map(
    sentences.map(({start, end}) => {
      const sentence = text.slice(start, end);
      return [sentenceAnchor(sentence), {start, sentence}];
    }),
  );
  for (const {anchor, sentence} of statements)
    if (!named.has(anchor)) named.set(anchor, {start: text.indexOf(sentence), sentence});
  for (const [anchor, {start, sentence}] of named) enter(start, sentence, anchor);
  for (const {start, end, sentence} of figures) {
    const from = text.lastIndexOf(sentence, start);
    if (from + sentence.length >= end) enter(from, sentence, null);
  }
  const tags: Tag[] = [];
  let last = 0;
  for (const {start, end, anchor} of [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const id = anchor === null ? "" : ` id="${escapeHtml(anchor)}"`;
    // Elements cannot overlap: of what would, the beginning is the place to go to.
    if (start >= last) tags.push(...pair(start, end, `<span${id} class="sentence">`, "</span>", 0));
    else if (id) tags.push({at: start, html: `<span${id}></span>`, closes: false, depth: 0});
    last = Math.max(last, end);
  }
  return tags;
}
