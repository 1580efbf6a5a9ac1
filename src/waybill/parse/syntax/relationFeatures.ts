import type {Tags} from "./arcFeatures.js";
import type {Features} from "./hash.js";
import type {State} from "./State.js";
import type {WordForm} from "./wordForms.js";

/** Fills in what speaks for the relation of a word to its head, which is s.count for the root. */
export function relationFeatures(
  f: Features,
  s: State,
  words: WordForm[],
  {fine, coarse}: Tags,
  comma: Uint8Array,
  d: number,
  h: number,
): void {
  const n = s.count;
  const word = (i: number) => (i < 0 ? -1 : i >= n ? -2 : words[i].word);
  const tag = (i: number) => (i < 0 ? 251 : i >= n ? 252 : fine[i]);
  const pos = (i: number) => (i < 0 ? 31 : i >= n ? 30 : coarse[i]);
  const noun = (i: number) => (i < 0 || i >= n ? 0 : words[i].noun);
  const verb = (i: number) => (i < 0 || i >= n ? 0 : words[i].verb);
  const rel = (i: number) => (i < 0 ? 255 : s.relation[i]);
  const dw = word(d);
  const hw = word(h);
  const dt = tag(d);
  const ht = tag(h);
  const gap = d < h ? -Math.min(h - d, 4) : Math.min(d - h, 4);
  const side = d < h ? 1 : 2;
  const dm = word(s.marker[d]);
  const dmt = tag(s.marker[d]);
  const hm = word(s.marker[h]);
  const dl = s.left[d];
  const dr = s.right[d];
  const hl = s.left[h];
  const hr = s.right[h];
  const dh = s.held[d];
  const hh = s.held[h];
  const commas = Math.min(3, Math.abs(comma[Math.min(h, n)] - comma[d]));
  f.count = 0;
  f.two(1, side, 0);
  f.two(2, dw, side);
  f.two(3, hw, side);
  f.two(4, dt, side);
  f.two(5, ht, side);
  f.three(6, dt, ht, gap);
  f.three(7, dw, ht, side);
  f.three(8, hw, dt, side);
  f.three(9, dw, hw, side);
  f.three(10, dt, ht, dm);
  f.three(11, hw, dm, dt);
  f.three(12, dt, dmt, ht);
  f.three(13, dh, pos(d) + 32 * pos(h), side);
  f.three(14, hh, pos(d) + 32 * pos(h), side);
  f.three(15, hh, dt, hw);
  f.three(16, dh, dt, ht);
  f.three(17, tag(d - 1), dt, ht);
  f.three(18, dt, tag(d + 1), ht);
  f.three(19, tag(h - 1), ht, dt);
  f.three(20, ht, tag(h + 1), dt);
  f.three(21, commas, dt, ht);
  f.three(22, noun(d), verb(h), dm);
  f.three(23, noun(d), pos(d) + 32 * pos(h), side);
  f.three(24, noun(d), noun(h), pos(d) + 32 * pos(h));
  f.three(25, rel(hl), rel(hr), dt);
  f.three(26, word(dl), dt, ht);
  f.three(27, rel(dl) + 256 * rel(dr), dt, ht);
  f.three(28, word(hr), dt, ht);
  f.three(29, hm, dt, ht);
  f.three(30, d < n ? words[d].suffix3 : 0, ht, side);
  f.three(31, d < n ? words[d].suffix3 : 0, dt, gap);
  f.three(32, tag(d - 1) + 256 * tag(d + 1), dt, ht);
  f.three(33, word(d - 1), dt, ht);
  f.three(34, word(d + 1), dt, ht);
  f.three(35, verb(h), hh, dt);
  f.three(36, verb(d), dt, ht);
  f.three(37, verb(h), dt, dm);
}
