import type {Frame, Vocab} from "../parse/vocab.js";

const known = new WeakMap<Vocab, Vocab>();

/**
 * Returns the words by which a draft is read. Of an article “got” and “took” tell of
 * a handing over only where its words speak of trade, or both sides are named; a draft
 * is held against figures that do, so who got something there is who received it.
 */
export function draftVocab(vocab: Vocab): Vocab {
  const made = known.get(vocab);
  if (made) return made;
  const verb = new Map(
    [...vocab.frames.verb].map(([word, frame]): [string, Frame] => [
      word,
      frame.subject === "recipient" && frame.object === "goods" ? {...frame, needs: null} : frame,
    ]),
  );
  const read: Vocab = {...vocab, frames: {...vocab.frames, verb}};
  known.set(vocab, read);
  return read;
}
