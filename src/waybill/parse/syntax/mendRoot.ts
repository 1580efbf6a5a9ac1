import {irregularVerbs} from "./irregular.js";
import type {Token} from "./Sentence.js";

/**
 * Gives a sentence its verb back where the tree takes it for a part of its subject: "Exports of tea to Peru
 * increased by 9%" is no noun, "exports", with something said of it. Changes the tokens.
 */
export function mendRoot(tokens: Token[]): void {
  const root = tokens.findIndex(({head}) => head < 0);
  if (root < 0 || !/^(NOUN|PROPN|NUM)$/.test(tokens[root].pos)) return;
  if (tokens.some(({head, relation}) => head === root && /^(cop|nsubj|csubj|expl|case|mark)/.test(relation)))
    return;
  const verb = tokens.findIndex((_, i) => i > root && isLost(tokens, i, root));
  if (verb < 0) return;
  if (tokens[verb].tag === "VBN") tokens[verb] = {...tokens[verb], tag: "VBD"};
  tokens[verb] = {...tokens[verb], head: -1, relation: "root"};
  tokens[root] = {...tokens[root], head: verb, relation: "nsubj"};
  tokens.forEach((token, i) => {
    if (token.head === root && i > verb) tokens[i] = {...token, head: verb};
  });
}

const loose = /^(acl|advcl|conj|appos|parataxis|list|ccomp)/;

// A verb without a subject of its own; a participle only if it has an object, as one that is done to somebody
// has not, or if it is none: "rose" is not "risen", whatever its tag.
function isLost(tokens: readonly Token[], at: number, root: number): boolean {
  const {form, tag, relation} = tokens[at];
  if (!/^(VBD|VBZ|VBP|VBN)$/.test(tag) || !loose.test(relation) || !isUnder(tokens, at, root)) return false;
  let hasObject = false;
  for (const {head, relation: own} of tokens) {
    if (head !== at) continue;
    if (/^(nsubj|csubj|mark|aux:pass|expl)/.test(own)) return false;
    if (own === "obj") hasObject = true;
  }
  return tag !== "VBN" || hasObject || irregularVerbs.get(form.toLowerCase())?.participle === false;
}

function isUnder(tokens: readonly Token[], at: number, root: number): boolean {
  for (let above = tokens[at].head, steps = 0; above >= 0 && steps < 8; above = tokens[above].head, steps++) {
    if (above === root) return true;
    // Within another verb's clause it is not the sentence's.
    if (tokens[above].pos === "VERB" && tokens[above].tag !== "VBN") return false;
  }
  return false;
}
