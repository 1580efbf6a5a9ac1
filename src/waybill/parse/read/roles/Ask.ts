import type {Found} from "../../Found.js";
import {prepositionOf} from "../../syntax/clauses.js";
import {hashString} from "../../syntax/hash.js";
import type {Clause} from "../../syntax/Sentence.js";
import type {Lexicon} from "../../syntax/wordForms.js";
import type {Event} from "../events.js";
import type {Passage} from "../Passage.js";
import type {Part} from "../shared.js";
import {classOf, firstOf, hintOf} from "./Stand.js";

/** What is known of a figure that is asked for its sides, most of it as hashes. */
export interface Ask {
  part: Part;
  figure: Found;
  passage: Passage;
  sentence: number;
  root: number;
  kind: number;
  /** Money, percent, people, another count, a measure, anything else. */
  sort: number;
  unit: number;
  event: Event | null;
  eventClass: number;
  frame: number;
  eventWord: number;
  clause: Clause | null;
  verb: number;
  verbClass: number;
  passive: number;
  tense: number;
  /** How the figure stands in its clause. */
  slot: number;
  preposition: number;
  noun: number;
  nounClass: number;
  /** What the verb hints at, and the nouns that the figure is part of. */
  verbHint: number;
  nounHint: number;
  /** The noun above the figure that hints at something, or -1. */
  paper: number;
}

/** Returns what a figure's sides are asked by, or null where its sentence is not parsed. */
export function askOf(part: Part, lexicon: Lexicon, people: ReadonlySet<string>): Ask | null {
  const {passage, root, event, figure} = part;
  if (!passage || root < 0) return null;
  const {tokens, tree} = passage;
  const first = firstOf(passage, root);
  const clause = passage.clauseOver(first);
  const verb = clause?.verb ?? null;
  let noun = root;
  const content = tree.dependents(root).find((d) => tree.is(d, "nmod") && prepositionOf(tree, d) === "of");
  if (content !== undefined) noun = content;
  else if (
    tokens[root].head >= 0 &&
    tree.is(root, "nmod", "compound", "appos", "nummod") &&
    /^(NOUN|PROPN)$/.test(tokens[tokens[root].head].pos)
  )
    noun = tokens[root].head;
  const paper = paperOf(passage, root, noun, clause);
  const word = prepositionOf(tree, root) ?? prepositionOf(tree, first) ?? "";
  return {
    part,
    figure,
    passage,
    sentence: passage.number,
    root,
    kind: hashString(figure.kind),
    sort: sortOf(figure, people),
    unit: hashString(figure.unit ?? ""),
    event,
    eventClass: hashString(eventClass(event)),
    frame: event ? hashString(Object.values(event.frame).slice(0, 8).join("/")) : 0,
    eventWord: event ? hashString(event.frame.word) : 0,
    clause,
    verb: clause ? hashString(tokens[clause.head].lemma.toLowerCase()) : 0,
    verbClass: clause ? classOf(passage, clause.head, lexicon) : 0,
    passive: verb?.passive ? 1 : 0,
    tense: hashString(`${verb?.tense ?? ""} ${verb?.modal ?? ""}`),
    slot: hashString(`${tokens[first].relation.replace(/:.*/, "")}:${word}`),
    preposition: hashString(word),
    noun: hashString(tokens[noun].lemma.toLowerCase()),
    nounClass: classOf(passage, noun, lexicon),
    verbHint: clause ? hintOf(passage, clause.head) : 0,
    nounHint: paper < 0 ? 0 : hintOf(passage, paper),
    paper,
  };
}

// "an order for 38 lathes", "the price was £58": the noun that says what the figure is of.
function paperOf(passage: Passage, root: number, noun: number, clause: Clause | null): number {
  const {tree} = passage;
  const near = [noun, root];
  for (const above of tree.above(root)) {
    near.push(above);
    if (near.length > 7) break;
  }
  if (clause?.subject) near.push(clause.subject.head);
  if (clause?.object) near.push(clause.object.head);
  return near.find((word) => hintOf(passage, word) > 100) ?? -1;
}

export function sortOf({kind, unit}: Found, people: ReadonlySet<string>): number {
  if (kind === "money") return 1;
  if (/^percent|^share|^multiple/.test(kind)) return 2;
  if (kind === "count") return unit !== null && people.has(unit) ? 3 : 4;
  return kind === "mass" || kind === "volume" || kind === "energy" ? 5 : 6;
}

function eventClass(event: Event | null): string {
  if (!event) return "none";
  const {frame, isNoun, clause, isPrice, isMoney} = event;
  return `${isNoun ? "noun" : clause?.verb?.passive ? "passive" : "verb"} ${frame.subject ?? "-"} ${frame.object ?? "-"} ${isPrice ? "price" : isMoney ? "money" : ""}`;
}
