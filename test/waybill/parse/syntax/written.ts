import type {Sentence, Token} from "../../../../src/waybill/parse/syntax/Sentence.js";
import {toSentence} from "../../../../src/waybill/parse/syntax/Syntax.js";
import {Tree} from "../../../../src/waybill/parse/syntax/Tree.js";

/**
 * Returns the words of a tree that is written out, one word a line: form, lemma,
 * part of speech and Penn tag, number of the head counted from 1, relation.
 */
export function written(tree: string): Token[] {
  let at = 0;
  return tree
    .trim()
    .split("\n")
    .map((line, i) => {
      const [form, lemma, tags, head, relation] = line.trim().split(/\s+/);
      const [pos, tag] = tags.split("/");
      const start = at;
      at += form.length + 1;
      return {
        form,
        lemma,
        pos,
        tag,
        start,
        end: start + form.length,
        token: i,
        head: Number(head) - 1,
        relation,
      };
    });
}

export const treeOf = (tree: string): Tree => new Tree(written(tree));

export const saying = new Set(["say", "claim", "tell"]);

export const sentenceOf = (tree: string): Sentence => {
  const tokens = written(tree);
  return toSentence(tokens, 0, tokens.length, saying);
};

/** The words of a part of a sentence. */
export function text({tokens}: Sentence, part: {from: number; to: number} | null): string | null {
  if (part === null) return null;
  return tokens
    .slice(part.from, part.to)
    .map(({form}) => form)
    .join(" ");
}
