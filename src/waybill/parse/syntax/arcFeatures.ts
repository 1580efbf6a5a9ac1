import type {Features} from "./hash.js";
import type {State} from "./State.js";
import type {WordForm} from "./wordForms.js";

/** The tags of a sentence's words: fine ones, and coarse ones that are parts of speech. */
export interface Tags {
  fine: Uint8Array;
  coarse: Uint8Array;
}

const NONE = 251;

/** Fills in what speaks for the parser's next move. */
export function arcFeatures(
  f: Features,
  s: State,
  words: WordForm[],
  {fine, coarse}: Tags,
  comma: Uint8Array,
): void {
  const n = s.count;
  const a = s.depth > 0 ? s.stack[s.depth - 1] : -1;
  const b = s.depth > 1 ? s.stack[s.depth - 2] : -1;
  const c = s.depth > 2 ? s.stack[s.depth - 3] : -1;
  const q = s.next;
  const r = q + 1;
  const t = q + 2;
  // Word, tag and coarse tag of each place; the root and empty places have their own.
  const word = (i: number) => (i < 0 ? -1 : i >= n ? -2 : words[i].word);
  const tag = (i: number) => (i < 0 ? NONE : i === n ? 252 : i > n ? 253 : fine[i]);
  const pos = (i: number) => (i < 0 ? 31 : i === n ? 30 : i > n ? 29 : coarse[i]);
  const sense = (i: number) => (i < 0 || i >= n ? 0 : words[i].noun + 32 * words[i].verb);
  const rel = (i: number) => (i < 0 ? 255 : s.relation[i]);
  const at = word(a);
  const aw = at;
  const bw = word(b);
  const qw = word(q);
  const rw = word(r);
  const an = tag(a);
  const bn = tag(b);
  const cn = tag(c);
  const qn = tag(q);
  const rn = tag(r);
  const tn = tag(t);
  const un = tag(q + 3);
  const al = a < 0 ? -1 : s.left[a];
  const al2 = a < 0 ? -1 : s.left2[a];
  const ar = a < 0 ? -1 : s.right[a];
  const ar2 = a < 0 ? -1 : s.right2[a];
  const bl = b < 0 ? -1 : s.left[b];
  const br = b < 0 ? -1 : s.right[b];
  const br2 = b < 0 ? -1 : s.right2[b];
  const ql = q > n ? -1 : s.left[q];
  const ql2 = q > n ? -1 : s.left2[q];
  const am = a < 0 ? -1 : word(s.marker[a]);
  const bm = b < 0 ? -1 : word(s.marker[b]);
  const qm = word(s.marker[q]);
  const gap = a < 0 ? 0 : distance(q - a);
  const gap2 = b < 0 ? 0 : distance(a - b);
  const av = a < 0 ? 0 : s.leftCount[a] * 8 + Math.min(s.rightCount[a], 7);
  const bv = b < 0 ? 0 : s.leftCount[b] * 8 + Math.min(s.rightCount[b], 7);
  const qv = s.leftCount[q];
  const ah = a < 0 ? 0 : s.held[a];
  const bh = b < 0 ? 0 : s.held[b];
  const qh = s.held[q];
  const ab = b < 0 || a < 0 ? 0 : comma[a] - comma[b];
  const aq = a < 0 ? 0 : comma[Math.min(q, n)] - comma[a];
  f.count = 0;
  f.one(1, 0);
  f.two(2, aw, an);
  f.one(3, an);
  f.two(4, qw, qn);
  f.one(5, qn);
  f.two(6, bw, bn);
  f.one(7, bn);
  f.two(8, rw, rn);
  f.two(9, rn, tn);
  f.two(10, aw, qw);
  f.three(11, aw, an, qn);
  f.three(12, an, qw, qn);
  f.two(13, an, qn);
  f.two(14, aw, bw);
  f.three(15, aw, an, bn);
  f.three(16, an, bw, bn);
  f.two(17, an, bn);
  f.two(18, bw, qw);
  f.two(19, bn, qn);
  f.three(20, bn, an, qn);
  f.three(21, bw, an, qn);
  f.three(22, bn, aw, qn);
  f.three(23, bn, an, qw);
  f.three(24, an, qn, rn);
  f.three(25, qn, rn, tn);
  f.three(26, rn, tn, un);
  f.three(27, cn, bn, an);
  f.two(28, aw, rn);
  f.three(29, an, qn + 256 * rn, tn);
  f.three(30, bn, an + 256 * qn, rn);
  f.three(31, an, gap, qn);
  f.three(32, bn, gap2, an);
  f.two(33, aw, gap);
  f.two(34, qw, gap);
  f.three(35, an, av, qn);
  f.three(36, bn, bv, an);
  f.three(37, qn, qv, an);
  f.three(38, an, pos(al) + 32 * rel(al), qn);
  f.three(39, an, pos(ar) + 32 * rel(ar), qn);
  f.three(40, bn, pos(br) + 32 * rel(br), an);
  f.three(41, bn, pos(bl) + 32 * rel(bl), an);
  f.three(42, qn, pos(ql) + 32 * rel(ql), an);
  f.three(43, bn, qn, pos(ql) + 32 * rel(ql));
  f.three(44, an, rel(al) + 256 * rel(al2), rel(ar));
  f.three(45, an, rel(ar) + 256 * rel(ar2), qn);
  f.three(46, bn, rel(br) + 256 * rel(br2), an);
  f.three(47, qn, rel(ql) + 256 * rel(ql2), an);
  f.three(48, pos(a), ah, pos(q));
  f.three(49, pos(b), bh, pos(a));
  f.three(50, pos(q), qh, pos(a));
  f.three(51, aw, ah, 0);
  f.three(52, bw, bh, pos(a));
  f.three(53, aw, qm, pos(q));
  f.three(54, bw, qm, pos(q));
  f.three(55, an, qm, qn);
  f.three(56, bn, an, qm);
  f.three(57, aw, am, qn);
  f.three(58, bw, am, pos(a));
  f.three(59, bn, am, an);
  f.three(60, bn, bm, an);
  f.three(61, an, aq, qn);
  f.three(62, bn, ab, an);
  f.three(63, bn, ab * 16 + aq, pos(a) + 32 * pos(q));
  f.three(64, sense(a), qm, pos(q));
  f.three(65, sense(b), qm, pos(a) + 32 * pos(q));
  f.three(66, sense(a), sense(q), qm);
  f.three(67, sense(b), sense(a), am);
  f.three(68, sense(a), an, qn);
  f.three(69, sense(q), qn, an);
  f.three(70, bw, aw, qn);
  f.three(71, aw, qw, bn);
  f.two(72, word(ar), an);
  f.three(73, word(ql), qn, an);
  f.three(74, aw, rw, qn);
  f.three(75, word(q - 1), an, qn);
  f.three(76, pos(c) + 32 * pos(b), pos(a) + 32 * pos(q), pos(r) + 32 * pos(t));
  f.three(77, an, qn, rw);
}

function distance(d: number): number {
  return d < 5 ? d : d < 8 ? 5 : d < 13 ? 6 : 7;
}
