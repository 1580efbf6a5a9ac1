import {hashString} from "../../syntax/hash.js";
import type {Passage} from "../Passage.js";
import type {Sparse} from "../Sparse.js";
import type {Sides} from "../sides.js";
import type {Ask} from "./Ask.js";
import {forms, kinds, type Spoken} from "./Cast.js";
import type {Place} from "./plain.js";
import {relationOf, type Stand} from "./Stand.js";
import {between, isNounCode, isVerbCode, nearest, surfaceOf} from "./surface.js";
import type {Heard} from "./Voices.js";

/** How many bits of a feature's hash are kept. */
export const featureBits = 18;

/** What speaks for nobody being told, whatever the role. */
export function nobodyFeatures(
  ask: Ask,
  isTrade: boolean,
  {supplier, recipient, via}: Sides,
  {quoted, isOver, back, isSame, opens, closes}: Heard,
  isSpoken: number,
  to: Sparse,
): void {
  to.put(1);
  to.put(2, ask.kind);
  to.put(3, ask.sort, ask.eventClass);
  to.put(4, ask.eventWord, ask.sort);
  to.put(5, ask.verb);
  to.put(6, ask.verbClass, ask.slot);
  to.put(7, ask.verbClass, ask.slot, ask.verb);
  to.put(8, ask.noun);
  to.put(9, ask.nounClass, ask.verbClass);
  to.put(10, ask.nounClass, ask.slot, ask.verb);
  to.put(11, ask.noun, ask.sort);
  to.put(12, isTrade ? 1 : 0, ask.sort);
  to.put(13, ask.tense, ask.sort);
  to.put(14, ask.preposition, ask.sort);
  to.put(15, ask.unit);
  to.put(16, ask.sort, ask.sentence === 0 ? 1 : 0);
  to.put(17, ask.noun, ask.verb);
  to.put(18, ask.nounClass, ask.sort);
  to.put(20, ask.verbHint, ask.nounHint);
  to.put(21, ask.verbHint, ask.sort);
  to.put(22, ask.nounHint, ask.sort);
  to.put(23, ask.verbHint, ask.slot, ask.sort);
  to.put(24, ask.nounHint, ask.tense);
  const near = Math.min(back, 3);
  to.put(144, isSpoken, quoted * 2 + isOver);
  to.put(140, quoted, isOver);
  to.put(141, quoted, isOver, near * 4 + isSame * 2 + opens);
  to.put(142, quoted * 2 + closes, isOver, hashString(ask.passage.tokens[0].lemma.toLowerCase()));
  to.put(143, isOver, near * 2 + isSame, ask.tense);
  to.put(19, (supplier ? 1 : 0) + (recipient ? 2 : 0) + (via ? 4 : 0), ask.sort);
}

/** What speaks for one of the cast having a role in a figure. */
export function pairFeatures(
  {ask, member, profile, here, stands, said, back, ahead, before, heard, over, isLast, isNext, spoke}: Place,
  to: Sparse,
): void {
  const kind = kinds[member.kind] * 2 + (member.isNamed ? 1 : 0);
  const isHere = here.length > 0 ? 1 : 0;
  const often = Math.min(profile.count, 6);
  const {framed} = profile;
  to.put(30);
  to.put(31, kind);
  to.put(32, kind, ask.sort);
  to.put(33, kind, ask.eventClass);
  to.put(34, often, isHere, ask.sort);
  to.put(35, Math.min(profile.rank, 6), isHere, ask.sort);
  to.put(36, profile.first === 0 ? 1 : 0, profile.first < 2 ? 1 : 0, isHere);
  to.put(37, Math.min(profile.first, 5), kind);
  to.put(38, Math.min(framed.supplier, 3), Math.min(framed.recipient, 3), ask.sort);
  to.put(39, Math.sign(framed.supplier - framed.recipient), isHere, ask.sort);
  to.put(40, Math.min(framed.via, 2), Math.min(framed.goods, 2));
  to.put(41, Math.min(profile.speaks, 2), isHere, kind);
  to.put(42, Math.min(profile.subjects, 3), isHere, ask.sort);
  to.put(43, kind, isHere, ask.slot);
  to.put(44, Math.min(back, 6), isHere, Math.min(ahead, 3));
  to.put(45, Math.min(back, 6), kind, Math.min(profile.rank, 4));
  const {callings} = profile;
  for (const calling of callings) {
    to.put(92, calling, ask.sort);
    to.put(93, calling, ask.verbHint, ask.nounHint);
    to.put(94, calling, isHere, ask.nounHint);
    to.put(95, calling, ask.eventClass);
  }
  for (const context of profile.contexts) to.put(46, context);
  // Who was answered before.
  for (const answer of said) {
    to.put(47, answer);
    to.put(48, answer, ask.eventClass);
    to.put(49, answer, ask.sort);
    to.put(50, answer, isHere, kind);
  }
  let pattern = 0;
  for (const answer of said) pattern = Math.imul(pattern + answer, 31);
  to.put(51, pattern);
  to.put(52, pattern, ask.eventWord);
  to.put(53, pattern, ask.verbClass);
  if (!isHere && before) {
    const stand = stands.get(before);
    if (stand) {
      to.put(54, stand.slot, Math.min(back, 4));
      to.put(55, stand.slot, ask.sort, kind);
      to.put(56, stand.verb, stand.slot, ask.sort);
      to.put(57, hashString(stand.framed ?? ""), Math.min(back, 4), ask.sort);
    }
  }
  const {quoted, isOver, isSame, closes, opens} = heard;
  const [last, next] = [isLast ? 1 : 0, isNext ? 1 : 0];
  if (spoke) {
    to.put(157, kind, isHere);
    to.put(158, over, quoted * 2 + isOver, last * 2 + next);
  }
  to.put(150, over, quoted, isOver);
  to.put(151, last, quoted * 2 + isOver, Math.min(heard.back, 3) * 2 + isSame);
  to.put(152, next, quoted * 2 + isOver, Math.min(heard.ahead, 3) * 2 + closes);
  to.put(153, last * 2 + next, kind, quoted * 2 + isOver);
  to.put(154, last * 2 + next, over, opens * 2 + isSame);
  to.put(155, over * 2 + quoted, kind, last * 2 + next);
  for (const calling of callings) to.put(156, calling, over, last * 2 + next);
  for (const spoken of here) placeFeatures(ask, spoken, stands.get(spoken)!, kind, callings, to);
}

function placeFeatures(
  ask: Ask,
  {chunk, form}: Spoken,
  stand: Stand,
  kind: number,
  callings: readonly number[],
  to: Sparse,
): void {
  const {passage, root, event} = ask;
  const at = chunk.head;
  const path = hashString(pathOf(passage, root, at));
  const isBefore = at < root ? 1 : 0;
  const distance = isBefore ? root - chunk.to : chunk.from - root;
  const near = isBefore * 100 + (distance < 4 ? distance : Math.min(4 + (distance >> 2), 9));
  const isOwn = stand.clause === ask.clause ? 1 : 0;
  const relation = relationOf(ask, stand);
  const {slot} = stand;
  to.put(60, path);
  to.put(61, path, kind);
  to.put(62, path, ask.sort);
  to.put(63, slot, isBefore, relation);
  to.put(64, slot, kind, ask.eventClass);
  to.put(65, slot, forms[form], relation);
  to.put(66, near);
  to.put(67, near, kind);
  to.put(68, near, forms[form], ask.sort);
  to.put(69, slot, ask.verb, isOwn);
  to.put(70, slot, ask.verbClass * 4 + relation, ask.slot);
  to.put(71, slot, ask.verb, ask.slot);
  to.put(72, slot, ask.nounClass, ask.sort);
  to.put(73, slot, ask.noun);
  to.put(74, slot, stand.aboveLemma);
  to.put(75, slot, stand.aboveLemma, ask.sort);
  to.put(76, slot, stand.aboveClass, relation);
  to.put(77, slot, stand.verb, relation);
  to.put(78, hashString(stand.framed ?? "-"), relation, ask.sort);
  to.put(79, hashString(stand.framed ?? "-"), ask.eventClass, isOwn);
  to.put(80, stand.speaks ? 1 : 0, relation, ask.sort);
  to.put(81, slot, ask.sort, relation);
  to.put(82, forms[form], slot, stand.above === root ? 1 : 0);
  to.put(83, slot, ask.kind, kind);
  to.put(84, relation, kind, ask.slot);
  to.put(85, slot, ask.tense);
  const {codes, forms: words} = surfaceOf(passage);
  const first = chunk.from;
  const last = chunk.to;
  const way = isBefore + 1;
  const start = passage.tokens[first - 1]?.pos === "DET" ? first - 2 : first - 1;
  const prev = start >= 0 ? words[start] : 1;
  const next = last < words.length ? words[last] : 1;
  const gap = isBefore ? between(codes, last, root) : between(codes, root + 1, first);
  const verbBefore = nearest(codes, first - 1, -1, isVerbCode);
  const verbAfter = nearest(codes, last, 1, isVerbCode);
  const nounBefore = nearest(codes, first - 1, -1, isNounCode);
  to.put(120, prev, way, ask.sort);
  to.put(121, next, way, ask.sort);
  to.put(122, prev, verbBefore, way);
  to.put(123, next, verbAfter, way);
  to.put(124, prev, nounBefore, way);
  to.put(125, gap.hash, way);
  to.put(126, gap.short, way, prev);
  to.put(127, gap.short, way, kind);
  to.put(128, Math.min(gap.count, 6), way, kind);
  to.put(129, verbBefore, way, prev * 7 + ask.sort);
  to.put(130, verbAfter, way, ask.nounHint * 8 + ask.sort);
  to.put(131, prev, next, way);
  const figureBefore = nearest(codes, root - 1, -1, isVerbCode);
  to.put(132, figureBefore, prev, way);
  to.put(133, figureBefore, slot, way);
  for (const calling of callings) to.put(134, calling, prev, way * 8 + ask.sort);
  to.put(100, slot, ask.verbHint * 4 + relation, ask.slot);
  to.put(101, slot, ask.nounHint * 4 + relation, ask.sort);
  to.put(102, slot, stand.verbHint, relation);
  to.put(103, slot, stand.aboveHint, relation);
  to.put(104, slot, stand.aboveHint, ask.sort);
  to.put(105, slot, stand.verbHint * 40 + ask.nounHint, relation);
  to.put(106, slot, ask.verbHint * 128 + ask.nounHint, ask.sort);
  if (stand.above === ask.paper && ask.paper >= 0) to.put(107, slot, ask.nounHint, ask.sort);
  if (ask.paper >= 0) to.put(108, hashString(pathOf(passage, ask.paper, at)), ask.nounHint);
  for (const calling of callings) {
    to.put(109, calling, slot, relation);
    to.put(110, calling, slot, ask.nounHint);
    to.put(111, calling, slot, ask.verbHint);
    to.put(112, calling, path);
  }
  if (chunk.from <= root && root < chunk.to) to.put(86, kind, forms[form]);
  if (!event) return;
  const own = hashString(pathOf(passage, event.word, at));
  to.put(87, own, ask.eventClass);
  to.put(88, own, ask.frame);
  to.put(89, own, ask.eventWord);
  to.put(90, hashString(stand.word), ask.frame, at < event.word ? 1 : 0);
  to.put(91, hashString(stand.word), ask.eventWord, at < event.word ? 1 : 0);
}

/** The relations from one word up to what stands above both, and down to the other. */
export function pathOf({tree, tokens}: Passage, from: number, to: number): string {
  if (from === to) return "=";
  const up = [from];
  for (const above of tree.above(from)) if (up.push(above) > 6) break;
  const down: number[] = [];
  let at = to;
  while (at >= 0 && !up.includes(at) && down.length < 6) {
    down.push(at);
    at = tokens[at].head;
  }
  const top = up.indexOf(at);
  if (top < 0 || top > 4 || down.length > 4) return "far";
  const short = (word: number) => {
    const {relation} = tokens[word];
    if (relation !== "nmod" && relation !== "obl") return relation;
    const mark = tree.find(word, "case");
    return `${relation}:${mark < 0 ? "" : tokens[mark].form.toLowerCase()}`;
  };
  return `${up
    .slice(0, top)
    .map((word) => tokens[word].relation.replace(/:.*/, ""))
    .join("^")}^${down.reverse().map(short).join(">")}`;
}
