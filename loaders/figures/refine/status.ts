import type {Status} from "../../../src/model/figure.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import type {Clause} from "./clause.js";
import type {Governor} from "./governor.js";
import type {Roles} from "./roles.js";

export function findStatus(
  doc: Doc,
  figure: Found,
  {from, to}: Clause,
  governor: Governor | null,
  trade: boolean,
): Roles["status"] {
  const {word, lexeme} = doc;
  const stated = (value: Status): Roles["status"] => ({value, basis: "stated"});
  let planned = false;
  let forecast = false;
  let alleged = false;
  let contracted = false;
  let ordered = false;
  let denied = false;
  const until = governor ? Math.max(governor.at, figure.from) : figure.from;
  for (let k = from; k < Math.min(to, Math.max(until, figure.to) + 10); k++) {
    const w = word[k];
    const near = k <= until + 2;
    if (
      /^(?:denied|denies|deny|denying|dismissed|rejected|disputed|untrue|false)$/.test(w) &&
      k < figure.from
    )
      denied = true;
    else if (
      /^(?:allegedly|allege|alleged|alleges|accused|accuses|suspected|suspicion|purportedly|claim|claims)$/.test(
        w,
      )
    )
      alleged = true;
    else if (
      near &&
      /^(?:forecast|forecasts|projected|projects|predicts|predicted|expected|expects|estimates|anticipates|anticipated|expect)$/.test(
        w,
      ) &&
      (word[k + 1] === "to" || word[k + 1] === "that" || lexeme[k]?.verb)
    )
      forecast = /^(?:estimates)$/.test(w) ? forecast : true;
    else if (
      near &&
      /^(?:plans|planned|intends|intend|aims|wants|hopes|seeks|pledged|promised|pledges|promises|vowed|proposes|proposed|considering)$/.test(
        w,
      )
    )
      planned = true;
    else if (near && (w === "will" || w === "would") && k < figure.from) planned = true;
    else if (/^(?:planned|proposed)$/.test(w) && /^(?:is|are|was)$/.test(word[k - 1] ?? "")) planned = true;
    else if (
      w === "forecast" &&
      /^(?:is|are|was|were|ministry|agency|office|bank|department|analysts)$/.test(word[k - 1] ?? "")
    )
      forecast = true;
    else if (w === "should" && k < figure.from) forecast = true;
    else if (
      /^(?:contract|contracts|contracted|deal|agreement)$/.test(w) &&
      k <= figure.to + 8 &&
      (/^(?:a|the|signed|won|awarded|under|new|supply|worth|contracts|of)$/.test(word[k - 1] ?? "") ||
        word[k - 1]?.startsWith("$") ||
        w === "contracted")
    )
      contracted =
        contracted ||
        /^(?:signed|signs|sign|won|wins|awarded|secured|inked|struck|under|agreed|has|with|contracted|concluded|clinched|landed|a|the)$/.test(
          word[k - 1] ?? "",
        ) ||
        hasSigned(doc, from, k);
    else if (
      /^(?:ordered|orders|order)$/.test(w) &&
      k <= figure.to + 6 &&
      !(w === "orders" && word[k - 1] === "in")
    )
      ordered = true;
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
