import type {Chunk} from "../../syntax/Sentence.js";
import type {Vocab} from "../../vocab.js";
import type {Passage} from "../Passage.js";
import type {Kind} from "./Cast.js";
import type {NameRun} from "./nameRuns.js";

/** Returns what kind of party a name is, by its words and those around it. */
export function kindOfName({words, lists}: Vocab, passage: Passage, run: NameRun, outer: Chunk | null): Kind {
  const {tokens} = passage;
  for (let i = run.from; i < run.to; i++) {
    const low = tokens[i].form.toLowerCase();
    if (words.get(low)?.party || lists.officeNouns.has(low) || lists.bodyNouns.has(low)) return "body";
  }
  for (let i = Math.max(0, outer?.from ?? run.from - 1); i < run.to; i++)
    if (
      lists.officerNouns.has(tokens[i].lemma.toLowerCase()) ||
      /^(Mr|Mrs|Ms|Dr|Sir|Prof|Judge|Captain|Coun)\.?$/.test(tokens[i].form)
    )
      return "person";
  const title = tokens[run.from - 1]?.form ?? "";
  if (/^(Mr|Mrs|Ms|Dr|Miss|Sir|Coun)\.?$/.test(title)) return "person";
  const next = tokens[run.to + 1];
  if (tokens[run.to]?.form === "," && next && (/^\d\d$/.test(next.form) || next.form === "who"))
    return "person";
  return "name";
}

// So many words may stand between a noun and "called".
const nearName = 6;

/** Returns whom a name names that stands beside a noun for the same one, or -1. */
export function namedBeside(
  passage: Passage,
  chunk: Chunk,
  runOf: ReadonlyMap<number, NameRun>,
  whoOfRun: ReadonlyMap<NameRun, number>,
  isPlace: (who: number) => boolean,
): number {
  const {tokens, tree} = passage;
  const whoAt = (i: number): number => {
    const run = runOf.get(i);
    return run && tokens[run.to]?.tag !== "POS" ? (whoOfRun.get(run) ?? -1) : -1;
  };
  const ok = (who: number): boolean => who >= 0 && !isPlace(who);
  const {head} = tokens[chunk.head];
  if (head >= 0 && tree.is(chunk.head, "appos") && ok(whoAt(head))) return whoAt(head);
  const behind = tree.dependents(chunk.head).find((d) => tree.is(d, "appos") && ok(whoAt(d)));
  if (behind !== undefined) return whoAt(behind);
  // ", a maker of lathes": right behind the comma of a name.
  const first = tokens[chunk.from];
  if (
    tokens[chunk.from - 1]?.form === "," &&
    /^(a|an|the|its|another|one)$/i.test(first.form) &&
    chunk.from >= 2
  ) {
    const who = whoAt(chunk.from - 2);
    const end = tokens.findIndex(({form}, i) => i >= chunk.to && /^[,.;—–)]$/.test(form));
    if (ok(who) && end >= 0 && end - chunk.to < 9) return who;
  }
  // "a maker in Riga called Ondal"
  for (let i = chunk.to; i < Math.min(tokens.length, chunk.to + nearName); i++) {
    if (/^(?:called|named)$/.test(tokens[i].form) && ok(whoAt(i + 1))) return whoAt(i + 1);
    if (!/^(?:ADP|DET|NOUN|PROPN|ADJ)$/.test(tokens[i].pos)) break;
  }
  // "the seller, Ondal Trading,": right before.
  if (tokens[chunk.to]?.form === ",") {
    const run = runOf.get(chunk.to + 1);
    if (
      run &&
      run.from === chunk.to + 1 &&
      /^[,.;]$/.test(tokens[run.to]?.form ?? "") &&
      ok(whoOfRun.get(run) ?? -1)
    )
      return whoOfRun.get(run)!;
  }
  return -1;
}

/** Returns the words of a noun with what describes it: without article, number of it or a possessive. */
export function nounText(text: string, passage: Passage, {from, to, head}: Chunk): string {
  const {tokens} = passage;
  let start = head;
  while (
    start > from &&
    !/^(PUNCT|VERB|AUX|PRON|ADP|CCONJ|SCONJ|ADV)$/.test(tokens[start - 1].pos) &&
    tokens[start - 1].tag !== "PRP$"
  )
    start--;
  while (start < head && (tokens[start].pos === "DET" || tokens[start].tag === "POS")) start++;
  let end = Math.min(to, head + 1);
  // "Ministry of Defence", "people of the valley"
  if (
    tokens[head + 1]?.form === "of" &&
    /^(ministry|department|office|bank|university|government|board|council|institute|state|city|people)$/i.test(
      tokens[head].lemma,
    )
  ) {
    const inner = passage.chunkAround(head + 2);
    if (inner && inner.from === head + 2) end = inner.to;
  }
  return passage
    .text(text, start, end)
    .replace(/["“”]/g, "")
    .replace(/['’]s?$/, "");
}

/** A word as a chunk of its own. */
export const aloneOf = (i: number): Chunk => ({
  from: i,
  to: i + 1,
  head: i,
  kind: "noun",
  number: null,
  mention: null,
});

/** Returns the word of a name that hangs on something outside it. */
export function headOf({tokens}: Passage, {from, to}: NameRun): number {
  for (let i = from; i < to; i++) if (tokens[i].head < from || tokens[i].head >= to) return i;
  return to - 1;
}

/** Returns the widest noun chunk that a word stands in, or null. */
export function chunkOver(chunks: readonly Chunk[], word: number): Chunk | null {
  let best: Chunk | null = null;
  for (const chunk of chunks)
    if (chunk.from <= word && word < chunk.to && (!best || chunk.to - chunk.from > best.to - best.from))
      best = chunk;
  return best;
}

/** Whether a comma or the like stands between a name and a word behind it. */
export const isParted = ({tokens}: Passage, {to}: NameRun, head: number): boolean => {
  for (let i = to; i < head; i++) if (tokens[i].pos === "PUNCT") return true;
  return false;
};
