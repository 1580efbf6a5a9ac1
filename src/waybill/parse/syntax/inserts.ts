/**
 * Words [from, to) that stand apart in a sentence, the commas around them included: an apposition says of the noun
 * before who or what it is, an aside something else, an opener ends with the first comma.
 */
export interface Insert {
  from: number;
  to: number;
  kind: "apposition" | "aside" | "opener";
}

const longest = 9;
const openers = /^(?:a|an|the|its|their|his|her|one|another)$/i;
// What tells that a stretch between commas is a clause, or no noun.
const clausal =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|which|who|whom|whose|that|when|where|while|if|because|although|after|before|since|not|said|says|say|to|it|they|he|she|we|i|you|there|and|or|but|than|as)$/i;
const times =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|year|month|week|day|then|now|however|too|also|meanwhile)$/i;

/**
 * Returns the appositions of a sentence that stand between commas: "Exports to
 * Peru, their largest customer, fell", "the club, Zeleni Gora, paid". The
 * grammar seldom sees what they belong to, and loses the rest of the sentence
 * over it; so they are parsed apart.
 */
export function findInserts(forms: readonly string[]): Insert[] {
  const opener = openerEnd(forms);
  const inserts: Insert[] = opener > 0 ? [{from: 0, to: opener, kind: "opener"}] : [];
  for (let i = Math.max(1, opener - 1); i < forms.length - 3; i++) {
    const pair = pairEnd(forms, i);
    if (pair > 0) {
      inserts.push({from: i, to: pair, kind: "aside"});
      i = pair - 1;
      continue;
    }
    if (forms[i] !== ",") continue;
    // "Karl Ostrander, 58, shipped", "the rifles, 1,200 of them, were sold"
    const counted = countEnd(forms, i + 1);
    if (counted > 0 && isNounEnd(forms, i - 1)) {
      inserts.push({from: i, to: counted + 1, kind: "apposition"});
      i = counted;
      continue;
    }
    const to = closing(forms, i);
    if (to < 0 || !isNounEnd(forms, i - 1)) continue;
    const first = forms[i + 1];
    const isDescription = openers.test(first) || (isName(first) && /^['’]s$/.test(forms[i + 2]));
    const isNamed = isName(first) && !isName(forms[i - 1]) && restIsName(forms, i + 1, to - 1);
    const isAside = asides.test(first);
    if (!isDescription && !isNamed && !isAside) continue;
    inserts.push({from: i, to, kind: isAside ? "aside" : "apposition"});
    i = to - 1;
  }
  return inserts;
}

const asides =
  /^(?:despite|like|unlike|including|alongside|headquartered|based|founded|established|registered|owned|formerly)$/;
const sentenceAdverbs =
  /^(?:also|however|meanwhile|separately|overall|still|moreover|furthermore|additionally|nevertheless|nonetheless|instead|yesterday|today|elsewhere|thus|so|but|and|yet)$/i;

// "Also, exports rose"
function openerEnd(forms: readonly string[]): number {
  if (forms[1] === "," && sentenceAdverbs.test(forms[0])) return forms.length > 5 ? 2 : -1;
  if (!/^(?:since|in|during|on|by|until|between|from)$/i.test(forms[0])) return -1;
  // "Since January 2023, the firm has imported"
  for (let i = 1; i < Math.min(8, forms.length - 4); i++) {
    if (forms[i] === ",") return i > 1 ? i + 1 : -1;
    if (
      !times.test(forms[i]) &&
      !/^(?:\d{1,4}|the|first|second|third|last|and|to|of|early|late|mid|all|total)$/i.test(forms[i])
    )
      return -1;
  }
  return -1;
}

// "(modeled after the M16)", "— one of the largest —"
function pairEnd(forms: readonly string[], open: number): number {
  const isDash = /^[–—]$/.test(forms[open]);
  if (!isDash && forms[open] !== "(") return -1;
  const closes = isDash ? forms[open] : ")";
  for (let j = open + 1; j < forms.length - 1 && j - open <= 25; j++) {
    if (forms[j] === closes) return j > open + 1 ? j + 1 : -1;
    if (/^[.;:?!]$/.test(forms[j]) || (!isDash && forms[j] === "(")) return -1;
  }
  return -1;
}

function countEnd(forms: readonly string[], at: number): number {
  if (!/^\d[\d,]*$/.test(forms[at])) return -1;
  if (forms[at + 1] === "," && /^\d{1,3}$/.test(forms[at])) return at + 1;
  const isPart = forms[at + 1] === "of" && /^(?:them|which|whom)$/.test(forms[at + 2] ?? "");
  return isPart && forms[at + 3] === "," ? at + 3 : -1;
}

// The word behind the comma that ends the insert, or -1.
function closing(forms: readonly string[], open: number): number {
  for (let j = open + 1; j < forms.length - 1 && j - open <= longest; j++) {
    const form = forms[j];
    if (form === ",") return j > open + 1 && !/^(?:and|or|but|,)$/i.test(forms[j + 1]) ? j + 1 : -1;
    if (clausal.test(form) || /^[“”"«»();:—–]$/.test(form) || /\d/.test(form)) return -1;
  }
  return -1;
}

const isName = (form: string): boolean => /^\p{Lu}/u.test(form);

function restIsName(forms: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (!isName(forms[i]) && !/^(?:of|&|de|du|la|van|von|al|del|the|-)$/.test(forms[i])) return false;
  return true;
}

// A noun or name; before a list the word before has a comma too.
function isNounEnd(forms: readonly string[], at: number): boolean {
  const form = forms[at];
  if (!/^\p{L}[\p{L}'’-]+$/u.test(form) || times.test(form) || clausal.test(form)) return false;
  if (/ly$/.test(form) || /^(?:in|on|at|of|for|with|by|from|so|far)$/i.test(form)) return false;
  return forms[at - 1] !== ",";
}

const said =
  /^(?:said|says|reported|reports|showed|shows|announced|wrote|writes|told|estimated|forecast|warned|added)$/;

/**
 * Returns the comma before the words at the end of a sentence that tell who says
 * it all, or -1: "Greece will hand 9 boats to Peru, the daily reported on Monday."
 */
export function findTail(forms: readonly string[]): number {
  for (let i = forms.length - 3; i > 3; i--) {
    if (forms[i] !== ",") continue;
    const at = verbBehind(forms, i);
    if (at > 0 && forms.length - at < 14) return isOpen(forms, i) ? -1 : i;
  }
  return -1;
}

function verbBehind(forms: readonly string[], comma: number): number {
  for (let j = comma + 1; j < forms.length && j - comma <= 8; j++) {
    if (j > comma + 1 && said.test(forms[j]))
      return /^(?:that|the|it|he|she|they|there|[“"])$/.test(forms[j + 1] ?? ".") && forms[j] !== "told"
        ? -1
        : j;
    if (/^[,;:–—“"”]$/.test(forms[j]) || clausal.test(forms[j])) return -1;
  }
  return -1;
}

// Inside quotation marks or brackets.
function isOpen(forms: readonly string[], at: number): boolean {
  let open = 0;
  for (let i = 0; i < at; i++) {
    if (/^[“(]$/.test(forms[i])) open++;
    else if (/^[”)]$/.test(forms[i])) open--;
  }
  return open > 0;
}
