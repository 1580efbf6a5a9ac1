import type {VerbGroup} from "./Sentence.js";
import type {Tree} from "./Tree.js";

const negations = new Set(["not", "never", "no", "neither", "nor", "hardly"]);

/**
 * Returns what the verb group of a clause says, or null where it has no verb. A
 * joined verb without auxiliaries takes those of the first: "was built and sold".
 */
export function verbGroupOf(tree: Tree, head: number): VerbGroup | null {
  const {tokens} = tree;
  const copula = tree.find(head, "cop");
  const {pos} = tokens[head];
  const word = copula >= 0 ? copula : head;
  if (copula < 0 && pos !== "VERB" && pos !== "AUX") return null;
  let helpers = tree.dependents(head).filter((d) => tree.is(d, "aux"));
  let passive =
    helpers.some((d) => tokens[d].relation === "aux:pass") ||
    tree.find(head, "nsubj:pass", "csubj:pass") >= 0;
  const first = tokens[head].relation === "conj" ? tokens[head].head : -1;
  if (helpers.length === 0 && copula < 0 && first >= 0 && sharesHelpers(tree, head, first)) {
    helpers = tree.dependents(first).filter((d) => tree.is(d, "aux") && d < first);
    passive ||= tokens[head].tag === "VBN" && helpers.some((d) => tokens[d].relation === "aux:pass");
  }
  const {tag} = tokens[word];
  const infinitive = tree.dependents(head).some((d) => tokens[d].tag === "TO" && tree.is(d, "mark", "aux"));
  // A participle that modifies a noun or another clause is passive by its form alone.
  if (!passive && tag === "VBN" && helpers.length === 0 && copula < 0) passive = !infinitive;
  const modalAt = helpers.find((d) => tokens[d].tag === "MD") ?? (tag === "MD" ? word : -1);
  const modal = modalAt >= 0 ? tokens[modalAt].lemma : null;
  const future = modal === "will" || modal === "shall";
  const finite =
    modalAt < 0 && !infinitive ? [...helpers, word].find((d) => /^VB[DZP]$/.test(tokens[d].tag)) : undefined;
  return {
    word,
    lemma: tokens[word].lemma,
    tense: future
      ? "future"
      : modal
        ? null
        : finite !== undefined
          ? tokens[finite].tag === "VBD"
            ? "past"
            : "present"
          : infinitive || (tag === "VB" && tokens[head].relation !== "root")
            ? "infinitive"
            : tag === "VBG" || tag === "VBN"
              ? "participle"
              : null,
    modal: future ? null : modal,
    perfect:
      (tag === "VBN" || helpers.some((d) => tokens[d].tag === "VBN")) &&
      helpers.some((d) => tokens[d].lemma === "have"),
    progressive: tag === "VBG" && helpers.some((d) => tokens[d].lemma === "be"),
    passive,
    negated: isNegated(tree, head, first, helpers),
  };
}

// "has bought and sold", but not "has bought and sells".
function sharesHelpers({tokens}: Tree, head: number, first: number): boolean {
  const {tag} = tokens[head];
  return tag === tokens[first].tag && (tag === "VBN" || tag === "VBG" || tag === "VB");
}

function isNegated(tree: Tree, head: number, first: number, helpers: number[]): boolean {
  const {tokens} = tree;
  const denies = (d: number) => tree.is(d, "advmod", "cc", "cc:preconj") && negations.has(tokens[d].lemma);
  if (tree.dependents(head).some((d) => denies(d) && !onlyNot(tree, d, head))) return true;
  // "did not buy or sell": what denies the first denies those that share its auxiliary.
  return (
    first >= 0 &&
    helpers.some((d) => tokens[d].head === first) &&
    tree.dependents(first).some((d) => denies(d) && d < first)
  );
}

// "not only", "not just" deny nothing; nor does a "not" behind the verb that belongs to what follows it.
function onlyNot({tokens}: Tree, word: number, head: number): boolean {
  const next = tokens[word + 1]?.lemma;
  return (
    next === "only" ||
    next === "just" ||
    next === "least" ||
    (word > head + 1 && tokens[word].lemma !== "not")
  );
}
