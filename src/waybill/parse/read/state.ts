import type {Status} from "../../model/figure.js";
import {prepositionOf} from "../syntax/clauses.js";
import type {Clause} from "../syntax/Sentence.js";
import type {Vocab} from "../vocab.js";
import type {Event} from "./events.js";
import type {Passage} from "./Passage.js";

const plans =
  words(`plan intend want hope aim prepare seek wish promise pledge vow offer decide need set due propose
  consider mean ready commit undertake race strive poise slate schedule want ask order require urge threaten try vote
  resolve look apply budget approve`);
const planNouns = words(
  "plan proposal bid pledge promise intention decision programme program scheme tender application package budget attempt effort",
);
const forecasts = words(
  "expect forecast project predict anticipate foresee estimate likely bound think reckon warn",
);
const accusations = words("accuse allege suspect charge indict claim purport");
const denials = words("deny reject dismiss refute dispute rubbish untrue false nonsense");
const refusals = words("refuse decline fail");
const claims = words(
  "claim report suggestion allegation talk rumour rumor accusation charge idea speculation",
);
// What happens by itself is foreseen; what somebody does is planned.
const outcomes =
  words(`rise fall grow shrink reach hit climb drop slip exceed total lose suffer die gain slow slump top affect
  yield draw increase decrease decline become see remain attract last`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

const costs = /^(take|cost|save|leave|mean|bring|make|help)$/;
const cues =
  /^(forecast|likely|expected|planned|projected|targets?|budget|guidance|outlook|may|might|could)$/i;

/** What the grammar tells of how far something has come: a status, that it is a plain fact, or null for neither. */
export type State = Status | "fact" | null;

/**
 * Returns how far what is said of a figure has come: of a handing over (`isTold`
 * where its sides are known) what its frame tells, and of anything what the verbs
 * around it do: "plans to sell", "is expected to reach", "is accused of selling",
 * "denied that it sold".
 */
export function stateOf(
  vocab: Vocab,
  passage: Passage,
  root: number,
  event: Event | null,
  isTold: boolean,
  isCount: boolean,
): State {
  const state = stateIn(vocab, passage, root, event, isTold);
  if (event && isTold) return state;
  if (state === "planned" || state === "forecast") {
    // "to close its 240 branches", "up from £112m": what there is, or was, is not planned.
    if (isCount && isDefinite(passage, root) && event?.clause?.link !== "relative") return "fact";
    return /\b(from|than|after|against)\b/.test(prepositionOf(passage.tree, root) ?? "") ? "fact" : state;
  }
  return state;
}

function isDefinite({tokens, tree}: Passage, root: number): boolean {
  return tree
    .dependents(root)
    .some(
      (d) =>
        tokens[d].relation === "nmod:poss" ||
        (tokens[d].relation === "det" && /^(the|those|these)$/i.test(tokens[d].form)),
    );
}

function stateIn(vocab: Vocab, passage: Passage, root: number, event: Event | null, isTold: boolean): State {
  const paper = event && paperStatus(vocab, passage, event);
  const isSure =
    isTold || event?.frame.needs !== "both" || /^(ordered|contracted)$/.test(event?.frame.status ?? "");
  const base = event && isSure ? (paper ?? event.frame.status) : null;
  if (!event && isNested(passage, root)) return "fact";
  const inner = event?.clause ?? passage.clauseOver(root);
  if (!inner) return base;
  // What is supposed or denied is so of all that stands in it; the innermost plan tells how far it is.
  let state: State = null;
  let from: Clause | null = null;
  for (
    let clause: Clause | null = inner, steps = 0;
    clause && steps < 6;
    from = clause, clause = next(passage, clause), steps++
  ) {
    const said = from ? governing(vocab, passage, clause, from, event) : within(passage, clause, event);
    if (said === "alleged" || said === "denied") return said;
    // "will hit 9, the ministry forecast"
    if (said === "forecast" && state === "planned" && from?.verb?.tense === "future") state = said;
    state ??= said;
  }
  // "ordered 9 boats in a deal worth $3m"
  if (event?.isNoun && base === "contracted" && passage.tokens[event.clause?.head ?? -1]?.lemma === "order")
    return "ordered";
  if (base === "contracted" || base === "ordered") return base;
  return state ?? base ?? (isFact(passage, root, inner) ? "fact" : null);
}

// "awarded Ondal a $9m contract": what is awarded is not delivered.
function paperStatus({frames}: Vocab, {tokens}: Passage, {things, clause}: Event): Status | null {
  const nouns = [
    ...things.slice(1),
    ...(clause?.object ? [clause.object.head] : []),
    ...(clause?.verb?.passive && clause.subject ? [clause.subject.head] : []),
  ];
  for (const noun of nouns) {
    const status = tokens[noun].pos === "NOUN" ? frames.noun.get(tokens[noun].lemma)?.status : null;
    if (status === "ordered" || status === "contracted") return status;
  }
  const under = clause?.prepositions.find(
    ({word, chunk}) => word === "under" && frames.noun.get(tokens[chunk.head].lemma)?.status === "contracted",
  );
  return under ? "contracted" : null;
}

// Only what a clause is governed by bears upon it: not the clause that it is set beside.
function next({tokens, tree}: Passage, {parent, link, marker, head, verb}: Clause): Clause | null {
  if (link === "complement") return parent;
  if (verb?.tense === "infinitive" && link === "adverbial") return parent;
  // "will shut its mill and cut 180 jobs"
  if (link === "coordinate")
    return tokens[head].tag === "VB" && tree.find(head, "aux", "mark", "nsubj") < 0 ? parent : null;
  // "a claim that it had sold 9": what is claimed is no relative clause, though it may look like one.
  if (link === "relative") return claims.has(tokens[tokens[head].head]?.lemma) ? parent : null;
  // "will send two batteries, with Norway paying half the cost"
  if (marker === "with" && verb?.tense !== "past") return parent;
  return marker === "of" || marker === "to" || marker === "that" ? parent : null;
}

// "60 of its 240 branches are to go": what is to happen with some is not to happen with all.
function isNested(passage: Passage, root: number): boolean {
  const {tokens, tree} = passage;
  if (!tree.is(root, "nmod") || prepositionOf(tree, root) !== "of") return false;
  const over = tokens[root].head;
  return (
    tokens[over].pos === "NUM" ||
    passage.chunk(over)?.number != null ||
    /^(some|many|things|they|them)$/.test(tokens[over].form)
  );
}

// What a clause above tells of the one that it governs.
function governing(
  {frames}: Vocab,
  passage: Passage,
  clause: Clause,
  from: Clause,
  event: Event | null,
): State {
  const {tokens} = passage;
  const {lemma} = tokens[clause.head];
  const isInfinitive = from.verb?.tense === "infinitive";
  if (from.link === "coordinate") return within(passage, clause, event);
  if (denials.has(lemma)) return "denied";
  if (accusations.has(lemma)) return "alleged";
  if (refusals.has(lemma) && isInfinitive) return "denied";
  // "signed a contract to supply 9", "received an order to supply 9", "agreed to buy 9"
  const paper = clause.object ? (frames.noun.get(tokens[clause.object.head].lemma)?.status ?? null) : null;
  if (event && isInfinitive && (paper === "ordered" || paper === "contracted")) return paper;
  if (event && isInfinitive && /^(sign|conclude|clinch|agree)$/.test(lemma)) return "contracted";
  if (forecasts.has(lemma))
    return (isInfinitive && !from.verb?.perfect) || from.verb?.tense === "future" || from.verb?.modal
      ? "forecast"
      : null;
  const isPlan =
    plans.has(lemma) ||
    lemma === "agree" ||
    (clause.object !== null && planNouns.has(tokens[clause.object.head].lemma));
  if (isInfinitive && (isPlan || planNouns.has(tokens[tokens[from.head].head]?.lemma ?? "")))
    return clause.verb?.negated ? "denied" : "planned";
  // "may have to import 9"
  if (isInfinitive && /^(have|need|begin|start|continue|manage|able)$/.test(lemma))
    return within(passage, clause, event);
  return null;
}

// What a clause tells of itself.
function within({tokens, tree}: Passage, {head, verb, link}: Clause, event: Event | null): State {
  const {lemma} = tokens[head];
  if (tree.dependents(head).some((d) => /^(allegedly|purportedly)$/.test(tokens[d].lemma))) return "alleged";
  if (!verb) return null;
  if (verb.negated) return event ? "denied" : "fact";
  const isOutcome = outcomes.has(lemma) && !verb.passive;
  if (verb.tense === "future")
    return isOutcome && !tree.dependents(head).some((d) => tokens[d].form === "due") ? "forecast" : "planned";
  // "said it would cut 450 jobs"
  if (verb.modal === "would") return isOutcome || costs.test(lemma) ? "forecast" : "planned";
  if (verb.modal && /^(may|might|could|should)$/.test(verb.modal))
    return verb.passive && !event ? null : "forecast";
  const isTo =
    tree.dependents(head).some((d) => tree.tokens[d].tag === "TO") &&
    tree
      .dependents(head)
      .some((d) => tree.is(d, "aux", "cop") && /^(am|is|are|was|were|'s|'re)$/i.test(tokens[d].form));
  // "are to be handed over"
  if (isTo) return "planned";
  // "is sending 2,000 tents"
  if (event && isUnderWay(tree, head)) return "planned";
  if (event || link === "relative") return null;
  if (forecasts.has(lemma) && !/^(think|reckon|estimate|warn|likely|bound)$/.test(lemma)) return "forecast";
  return plans.has(lemma) && verb.passive && !/^(set|ask|order|offer|look|try|mean|need|require)$/.test(lemma)
    ? "planned"
    : null;
}

const isUnderWay = (tree: Passage["tree"], head: number): boolean =>
  tree.tokens[head].tag === "VBG" &&
  tree.dependents(head).some((d) => tree.is(d, "aux") && /^(is|are|'s|'re)$/.test(tree.tokens[d].form));

// "12 were sold", "it has 9 clinics": the figure belongs to a finite verb without more.
function isFact({tokens}: Passage, root: number, {head, verb}: Clause): boolean {
  if (!verb || verb.modal || !(verb.tense === "past" || verb.tense === "present")) return false;
  // "has lifted its forecast price to $8": what stands for a plan is none.
  for (let i = Math.max(0, root - 8); i < root; i++) if (cues.test(tokens[i].form)) return false;
  return (
    !plans.has(tokens[head].lemma) &&
    !forecasts.has(tokens[head].lemma) &&
    (tokens[root].head === head || root === head)
  );
}
