/** Words [from, to) that say of the noun before them who or what it is, the commas around them included. */
export interface Insert {
  from: number;
  to: number;
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
  const inserts: Insert[] = [];
  for (let i = 1; i < forms.length - 3; i++) {
    if (forms[i] !== ",") continue;
    // "Karl Ostrander, 58, shipped", "the rifles, 1,200 of them, were sold"
    const counted = countEnd(forms, i + 1);
    if (counted > 0 && isNounEnd(forms, i - 1)) {
      inserts.push({from: i, to: counted + 1});
      i = counted;
      continue;
    }
    const to = closing(forms, i);
    if (to < 0 || !isNounEnd(forms, i - 1)) continue;
    const first = forms[i + 1];
    const isDescription = openers.test(first);
    const isNamed = isName(first) && !isName(forms[i - 1]) && restIsName(forms, i + 1, to - 1);
    if (!isDescription && !isNamed) continue;
    inserts.push({from: i, to});
    i = to - 1;
  }
  return inserts;
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
