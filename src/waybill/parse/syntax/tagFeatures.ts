import type {Features} from "./hash.js";
import type {WordForm} from "./wordForms.js";

const edge: WordForm = {
  word: -1,
  tags: 0,
  suffix2: -1,
  suffix3: -1,
  suffix4: -1,
  prefix: -1,
  shape: 64,
  parts: 0,
  noun: 0,
  verb: 0,
};

/**
 * Fills in what speaks for the tag of word i: itself, its neighbours, and the
 * tags before it; in the second pass, where `after` holds the tags of the first,
 * those that follow as well.
 */
export function tagFeatures(
  f: Features,
  words: WordForm[],
  i: number,
  tags: ArrayLike<number>,
  after: ArrayLike<number> | null,
): void {
  const w = words[i];
  const l = words[i - 1] ?? edge;
  const ll = words[i - 2] ?? edge;
  const r = words[i + 1] ?? edge;
  const rr = words[i + 2] ?? edge;
  const p = i > 0 ? tags[i - 1] : 250;
  const pp = i > 1 ? tags[i - 2] : 250;
  f.count = 0;
  f.one(1, 0);
  f.one(2, w.word);
  f.one(3, w.suffix2);
  f.one(4, w.suffix3);
  f.one(5, w.suffix4);
  f.one(6, w.prefix);
  f.two(7, w.shape, i === 0 ? 1 : 0);
  f.two(8, w.parts, w.shape);
  f.two(9, w.noun, w.verb);
  f.one(10, p);
  f.two(11, p, pp);
  f.two(12, p, w.word);
  f.one(13, l.word);
  f.one(14, ll.word);
  f.one(15, r.word);
  f.one(16, rr.word);
  f.two(17, l.word, w.word);
  f.two(18, w.word, r.word);
  f.one(19, l.suffix3);
  f.one(20, r.suffix3);
  f.two(21, p, w.suffix3);
  f.two(22, p, w.parts);
  f.two(23, w.parts, r.parts);
  f.three(24, p, w.parts, r.parts);
  f.two(25, w.suffix3, r.suffix2);
  f.three(26, w.shape, l.shape, r.shape);
  f.two(27, p, r.word);
  f.three(28, p, w.parts, r.word);
  f.two(29, w.suffix3, w.shape);
  f.two(30, r.parts, rr.parts);
  f.three(31, p, pp, w.parts);
  f.three(32, l.word, w.parts, r.word);
  f.two(33, ll.word, w.parts);
  f.two(34, w.parts, w.suffix2);
  if (!after) return;
  const n = i + 1 < words.length ? after[i + 1] : 250;
  const nn = i + 2 < words.length ? after[i + 2] : 250;
  f.one(41, n);
  f.two(42, n, nn);
  f.two(43, p, n);
  f.two(44, n, w.word);
  f.two(45, n, w.parts);
  f.three(46, p, n, w.parts);
  f.three(47, p, n, w.suffix3);
  f.three(48, n, nn, w.word);
  f.two(49, after[i], w.word);
  f.three(50, after[i], p, n);
  f.three(51, pp, p, n);
}
