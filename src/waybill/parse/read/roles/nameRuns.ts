import type {Vocab} from "../../vocab.js";
import type {Passage} from "../Passage.js";

/** A run of words that is a name: words [from, to). */
export interface NameRun {
  from: number;
  to: number;
}

const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form);
const joins = /^(of|de|da|do|dos|del|della|di|du|van|von|der|den|al|el|la|le|bin|&|y|e|es|-)$/;
const never = /^(I|I'm|He|She|It|They|We|You|The|A|An|Mr|Mrs|Ms|Dr|Sir|No|Yes)$/;

/** Tells which capitals are names: a word that opens a sentence is one where the article has it in another place, or no lexicon knows it. */
export class NameRuns {
  readonly #vocab: Vocab;
  readonly #isKnown: (word: string) => boolean;
  readonly #capitals: ReadonlySet<string>;

  /** `passages` are all sentences of the article. */
  constructor(vocab: Vocab, isKnown: (word: string) => boolean, passages: readonly Passage[]) {
    this.#vocab = vocab;
    this.#isKnown = isKnown;
    const capitals = new Set<string>();
    for (const {tokens} of passages)
      for (let i = 1; i < tokens.length; i++)
        if (
          isCapital(tokens[i].form) &&
          /^[\p{L}\p{M}\p{N}’'.&-]+$/u.test(tokens[i - 1].form) &&
          !isCapital(tokens[i - 1].form)
        )
          capitals.add(tokens[i].form);
    this.#capitals = capitals;
  }

  /** Returns the names in a sentence, in its order. */
  in(passage: Passage): NameRun[] {
    const {tokens} = passage;
    const runs: NameRun[] = [];
    for (let i = 0; i < tokens.length; i++) {
      if (!this.#starts(passage, i)) continue;
      let to = i + 1;
      for (; to < tokens.length; to++) {
        const {form, tag} = tokens[to];
        if (tag === "POS" || form === "," || this.#isTime(form)) break;
        if (isCapital(form) || /^[IVX]+$/.test(form)) {
          if (never.test(form) && form !== "La") break;
          continue;
        }
        const next = tokens[to + 1]?.form ?? "";
        const second = tokens[to + 2]?.form ?? "";
        if (joins.test(form) && isCapital(next) && !this.#isTime(next) && !never.test(next)) continue;
        // "Ondal (Lima) Trading"
        if (form === "(" && isCapital(next) && second === ")" && isCapital(tokens[to + 3]?.form ?? "")) {
          to += 2;
          continue;
        }
        if (form === "of" && next === "the" && isCapital(second)) {
          to++;
          continue;
        }
        break;
      }
      runs.push({from: i, to});
      i = to - 1;
    }
    return runs;
  }

  #isTime(form: string): boolean {
    const known = this.#vocab.words.get(form.toLowerCase());
    if (this.#vocab.lists.calendarNouns.has(form.toLowerCase())) return true;
    return known !== undefined && isCapital(form) && (known.month > 0 || known.weekday >= 0);
  }

  #starts({tokens}: Passage, i: number): boolean {
    const {form, pos, relation} = tokens[i];
    if (!isCapital(form) || never.test(form) || this.#isTime(form)) return false;
    const before = tokens[i - 1]?.form ?? "";
    const opens = i === 0 || /^["“”‘’'—–:(]$/.test(before);
    if (!opens) return pos !== "PRON" && pos !== "DET" && pos !== "NUM";
    if (/^(PRON|DET|ADP|SCONJ|CCONJ|AUX|NUM|PART|ADV)$/.test(pos)) return false;
    const next = tokens[i + 1]?.form ?? "";
    if (this.#capitals.has(form)) return true;
    if (isCapital(next) && !this.#isTime(next) && !never.test(next))
      return pos !== "VERB" || relation !== "root";
    const lower = form.toLowerCase();
    if (tokens[i + 1]?.tag === "POS") return true;
    return (
      this.#vocab.places.next.has(lower) ||
      (!this.#isKnown(lower) && !this.#isKnown(tokens[i].lemma.toLowerCase()))
    );
  }
}
