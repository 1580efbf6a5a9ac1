import type {Status} from "../../../src/model/figure.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import type {Clause} from "./clause.js";
import type {Governor} from "./governor.js";
import type {Roles} from "./roles.js";

type Cue = "denied" | "alleged" | "forecast" | "planned" | "would" | "should" | "contracted" | "ordered";

const cues = new Map<string, Cue>();
for (const [cue, words] of [
  ["denied", "denied denies deny denying dismissed rejected disputed untrue false"],
  [
    "alleged",
    "allegedly allege alleged alleges accused accuses suspected suspicion purportedly claim claims",
  ],
  [
    "forecast",
    "forecast forecasts projected projects predicts predicted expected expects expect estimates anticipates anticipated",
  ],
  [
    "planned",
    "plans planned intends intend aims wants hopes seeks pledged promised pledges promises vowed proposes proposed considering",
  ],
  ["would", "will would"],
  ["should", "should"],
  ["contracted", "contract contracts contracted deal agreement"],
  ["ordered", "ordered orders order"],
] as const)
  for (const word of words.split(" ")) cues.set(word, cue);

const forecasters = new Set("is are was were ministry agency office bank department analysts".split(" "));
const leadsToContract = new Set("a the signed won awarded under new supply worth contracts of".split(" "));
const signs = new Set(
  "signed signs sign won wins awarded secured inked struck under agreed has with contracted concluded clinched landed a the".split(
    " ",
  ),
);

/** Returns how far the deal that the figure is part of has come, by the words of its clause, or null. */
export function findStatus(
  doc: Doc,
  figure: Found,
  {from, to}: Clause,
  governor: Governor | null,
  trade: boolean,
): Roles["status"] {
  const {word, lexeme} = doc;
  let planned = false;
  let forecast = false;
  let alleged = false;
  let contracted = false;
  let ordered = false;
  let denied = false;
  const until = governor ? Math.max(governor.at, figure.from) : figure.from;
  for (let k = from; k < Math.min(to, Math.max(until, figure.to) + 10); k++) {
    const cue = cues.get(word[k]);
    if (cue === undefined) continue;
    const w = word[k];
    const before = word[k - 1] ?? "";
    const near = k <= until + 2;
    if (cue === "denied") denied ||= k < figure.from;
    else if (cue === "alleged") alleged = true;
    else if (
      cue === "forecast" &&
      near &&
      (word[k + 1] === "to" || word[k + 1] === "that" || lexeme[k]?.verb)
    )
      forecast ||= w !== "estimates";
    else if (cue === "forecast") forecast ||= w === "forecast" && forecasters.has(before);
    else if (cue === "planned") planned ||= near || ((w === "planned" || w === "proposed") && isBe(before));
    else if (cue === "would") planned ||= near && k < figure.from;
    else if (cue === "should") forecast ||= k < figure.from;
    else if (cue === "contracted")
      contracted ||=
        k <= figure.to + 8 &&
        (leadsToContract.has(before) || before.startsWith("$") || w === "contracted") &&
        (signs.has(before) || hasSigned(doc, from, k));
    else ordered ||= k <= figure.to + 6 && !(w === "orders" && before === "in");
  }
  if (governor && isNegated(doc, governor.at, from)) return stated("denied");
  if (word[figure.from - 1] === "no" || word[figure.from] === "no") return stated("denied");
  if (denied) return stated("denied");
  if (alleged) return stated("alleged");
  if (forecast) return stated("forecast");
  if (governor?.status === "ordered") return stated("ordered");
  if (contracted) return stated("contracted");
  if (ordered && governor?.frame !== "move") return stated("ordered");
  if (planned) return stated("planned");
  if (governor) {
    const before = word[governor.at - 1] ?? "";
    if (
      before === "to" &&
      /^(?:plans|agreed|wants|intends|aims|hopes|is|are|due|set|ready|willing|decided)$/.test(
        word[governor.at - 2] ?? "",
      )
    )
      return stated("planned");
    if (/^(?:pledge|promise|offer)/.test(lexeme[governor.at]?.verb?.lemma ?? "")) return stated("planned");
    return governor.status ? stated(governor.status) : null;
  }
  return trade ? {value: "delivered", basis: "inferred"} : null;
}

const stated = (value: Status): Roles["status"] => ({value, basis: "stated"});
const isBe = (w: string): boolean => w === "is" || w === "are" || w === "was";

function hasSigned({word}: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (/^(?:signed|signs|sign|signing|won|awarded|secured|inked|concluded|clinched)$/.test(word[k]))
      return true;
  return false;
}

function isNegated({word}: Doc, at: number, from: number): boolean {
  for (let k = at - 1; k >= Math.max(from, at - 4); k--)
    if (
      /^(?:not|never|didn't|hasn't|haven't|wasn't|weren't|doesn't|don't|isn't|aren't|without)$/.test(word[k])
    )
      return true;
  return false;
}
