import type {Ask} from "./Ask.js";
import {forms, kinds, type Member, type Spoken} from "./Cast.js";
import {type Profile, sideOf} from "./Profile.js";
import {relationOf, type Stand} from "./Stand.js";
import {between, isNounCode, isVerbCode, nearest, surfaceOf} from "./surface.js";
import type {Heard} from "./Voices.js";

/** One who may have a part in a figure, and where the article speaks of them. */
export interface Place {
  ask: Ask;
  member: Member;
  profile: Profile;
  /** The mentions in the figure's own sentence. */
  here: readonly Spoken[];
  stands: ReadonlyMap<Spoken, Stand>;
  /** The sides for which the grammar names them. */
  said: readonly number[];
  /** What is known of the figure, whoever is asked for. */
  shared: readonly number[];
  /** What surrounds the figure of voices, and whether it is theirs: over it, last before it, first behind. */
  heard: Heard;
  over: number;
  isLast: boolean;
  /** Whether the words around have them say so. */
  spoke: boolean;
  isNext: boolean;
  /** How many sentences before and behind speak of them, and where last. */
  back: number;
  ahead: number;
  before: Spoken | null;
  isTrade: boolean;
}

const words = "to from by for with of via through in at on into between among under against".split(" ");
const slots = ["", "supplier", "recipient", "goods", "money", "either", "payer", "payee", "via", "bought"];

/** Returns what is known of somebody who may have a part in a figure, in plain numbers that trees can cut. */
export function plainFeatures({
  ask,
  member,
  profile,
  here,
  stands,
  said,
  shared,
  over,
  isLast,
  isNext,
  spoke,
  back,
  ahead,
  before,
  isTrade,
}: Place): number[] {
  const {root, passage, event} = ask;
  let left = 99;
  let right = 99;
  let relation = 9;
  let subject = 0;
  let object = 0;
  let owner = 0;
  let word = 0;
  let form = 9;
  let speaks = 0;
  let inside = 0;
  let hangs = 0;
  let papered = 0;
  const {codes} = surfaceOf(passage);
  let nearestTo = 999;
  let [prev, next, verbBefore, verbAfter, nounBefore, gap] = [0, 0, 0, 0, 0, 0];
  const framed = {supplier: 0, recipient: 0, via: 0};
  for (const one of here) {
    const stand = stands.get(one)!;
    const at = one.chunk.head;
    if (at < root) left = Math.min(left, root - at);
    else right = Math.min(right, at - root);
    const own = relationOf(ask, stand);
    relation = Math.min(relation, own);
    if (own === 0 && stand.relation.startsWith("nsubj")) subject = stand.relation === "nsubj" ? 1 : 2;
    if (own === 0 && /^i?obj$/.test(stand.relation)) object = 1;
    if (stand.relation === "nmod:poss") owner = stand.above === root ? 2 : 1;
    if (stand.above === root) hangs = 1;
    if (stand.above === ask.paper && ask.paper >= 0) papered = words.indexOf(stand.word) + 2;
    if (stand.word) word = words.indexOf(stand.word) + 1 || 20;
    form = Math.min(form, forms[one.form]);
    const apart = at < root ? root - at : at - root;
    if (apart < nearestTo) {
      nearestTo = apart;
      const {from, to} = one.chunk;
      const start = passage.tokens[from - 1]?.pos === "DET" ? from - 2 : from - 1;
      prev = codes[start] ?? 0;
      next = codes[to] ?? 0;
      verbBefore = nearest(codes, from - 1, -1, isVerbCode);
      verbAfter = nearest(codes, to, 1, isVerbCode);
      nounBefore = nearest(codes, from - 1, -1, isNounCode);
      gap = (at < root ? between(codes, to, root) : between(codes, root + 1, from)).count;
    }
    if (stand.speaks) speaks = 1;
    if (one.chunk.from <= root && root < one.chunk.to) inside = 1;
    const slot = sideOf(stand.framed);
    if (slot === "supplier" || slot === "recipient" || slot === "via")
      framed[slot] = own === 0 || stand.above === root ? 2 : Math.max(1, framed[slot]);
  }
  const last = before ? stands.get(before)! : null;
  return [
    ask.sort,
    kinds[member.kind],
    member.isNamed ? 1 : 0,
    member.plural ? 1 : 0,
    profile.count,
    profile.rank,
    profile.first,
    profile.framed.supplier,
    profile.framed.recipient,
    profile.framed.via,
    profile.framed.goods,
    profile.framed.money,
    profile.speaks,
    profile.subjects,
    here.length,
    left,
    right,
    relation,
    subject,
    object,
    owner,
    hangs,
    word,
    form,
    speaks,
    inside,
    framed.supplier,
    framed.recipient,
    framed.via,
    back,
    ahead,
    last?.relation.startsWith("nsubj") ? 1 : 0,
    last?.framed === "supplier" ? 1 : last?.framed === "recipient" ? 2 : 0,
    event ? (event.isNoun ? 2 : 1) : 0,
    event?.isPrice ? 1 : 0,
    event?.clause?.verb?.passive ? 1 : 0,
    event ? slots.indexOf(event.frame.subject ?? "") : -1,
    event ? slots.indexOf(event.frame.object ?? "") : -1,
    ask.passive,
    ask.sentence,
    isTrade ? 1 : 0,
    passage.tokens.length,
    member.country ? 1 : 0,
    ask.verbHint,
    ask.nounHint,
    member.joined ? 1 : 0,
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((calling) => (profile.callings.includes(calling) ? 1 : 0)),
    papered,
    prev,
    next,
    verbBefore,
    verbAfter,
    nounBefore,
    gap,
    nearest(codes, root - 1, -1, isVerbCode),
    ...shared,
    over,
    spoke ? 1 : 0,
    isLast ? 1 : 0,
    isNext ? 1 : 0,
    ...[1, 2, 3, 4, 5, 6].map((role) => (said.includes(role) ? 1 : 0)),
  ];
}
