import type {Chunk, Sentence, Token} from "./Sentence.js";
import type {Lexicon} from "./wordForms.js";

export type MentionKind = "person" | "group" | "place" | "document" | "goods";

/** A noun chunk that names somebody or something of the article. */
export interface Mention {
  /** The sentence's place among those that were added. */
  sentence: number;
  chunk: Chunk;
  /** The same number for all mentions of the same one. */
  entity: number;
  kind: MentionKind;
}

interface Entity {
  /** The longest name given so far, word by word. */
  name: string[];
  kind: MentionKind;
}

// Classes of noun senses in the lexicon that tell a kind.
const kinds: Record<number, MentionKind> = {
  4: "goods",
  8: "document",
  11: "goods",
  12: "group",
  13: "place",
  16: "person",
};
const small = new Set(["of", "the", "and", "for", "in", "de", "&", "'s", "’s"]);

/**
 * The names of an article, each with one number however it is written: in full,
 * by the last name, by initials, or by the noun in it ("the ministry"). Pronouns
 * are not told.
 */
export class Mentions {
  readonly all: Mention[] = [];
  readonly #entities: Entity[] = [];
  readonly #lexicon: Lexicon;
  readonly #isPlace: (name: string) => boolean;
  #sentences = 0;

  constructor(lexicon: Lexicon, isPlace: (name: string) => boolean) {
    this.#lexicon = lexicon;
    this.#isPlace = isPlace;
  }

  /** Adds the next sentence: its noun chunks get their mentions. */
  add({tokens, chunks}: Sentence): void {
    for (const chunk of chunks) {
      if (chunk.kind !== "noun") continue;
      const name = nameIn(tokens, chunk);
      const found = name.length > 0 ? this.#named(name, tokens, chunk) : this.#described(tokens, chunk);
      if (found < 0) continue;
      chunk.mention = this.all.length;
      this.all.push({sentence: this.#sentences, chunk, entity: found, kind: this.#entities[found].kind});
    }
    this.#sentences++;
  }

  /** The longest name of an entity. */
  nameOf(entity: number): string {
    return this.#entities[entity].name.join(" ");
  }

  #named(name: string[], tokens: Token[], chunk: Chunk): number {
    const kind = this.#kindOf(name, tokens, chunk);
    // The latest is looked at first: of two with one last name it is the nearer.
    for (let n = this.#entities.length - 1; n >= 0; n--) {
      const known = this.#entities[n];
      if (!isSame(known, name, kind)) continue;
      if (name.length > known.name.length) this.#entities[n] = {name, kind: known.kind};
      return n;
    }
    this.#entities.push({name, kind});
    return this.#entities.length - 1;
  }

  // "the ministry", after the Ministry of Defence was named.
  #described(tokens: Token[], {from, to, head}: Chunk): number {
    if (to - from !== 2 || tokens[head].pos !== "NOUN" || tokens[from].form.toLowerCase() !== "the")
      return -1;
    const {lemma} = tokens[head];
    for (let n = this.#entities.length - 1; n >= 0; n--)
      if (
        this.#entities[n].name.length > 1 &&
        this.#entities[n].name.some((word) => word.toLowerCase() === lemma)
      )
        return n;
    return -1;
  }

  #kindOf(name: string[], tokens: Token[], chunk: Chunk): MentionKind {
    if (this.#isPlace(name.join(" "))) return "place";
    // A title or trade before the name, or a name of two parts, is a person's.
    for (let i = chunk.from; i < chunk.to; i++)
      if (i !== chunk.head && tokens[i].pos === "NOUN" && this.#classOf(tokens[i].lemma) === "person")
        return "person";
    const own = this.#classOf(name[name.length - 1].toLowerCase()) ?? this.#classOf(name[0].toLowerCase());
    if (own) return own;
    const flat = tokens.some(({relation, head}) => relation === "flat" && head === chunk.head);
    return flat ? "person" : "group";
  }

  #classOf(word: string): MentionKind | null {
    return kinds[this.#lexicon.get(word)?.noun ?? 0] ?? null;
  }
}

// The words of the name in a chunk: from its first to its last capital that is no other's possessor.
function nameIn(tokens: Token[], {from, to, head}: Chunk): string[] {
  if (tokens[head].pos !== "PROPN") return [];
  let first = head;
  let last = head;
  for (let i = from; i < to; i++) {
    if (tokens[i].pos !== "PROPN" || tokens[i].relation === "nmod:poss") continue;
    first = Math.min(first, i);
    last = Math.max(last, i);
  }
  for (let i = first; i < head; i++) if (tokens[i].tag === "POS") first = i + 1;
  return tokens.slice(first, last + 1).map(({form}) => form.replaceAll("’", "'"));
}

function isSame(known: Entity, name: string[], kind: MentionKind): boolean {
  const [shorter, longer] = known.name.length < name.length ? [known.name, name] : [name, known.name];
  if (shorter.length === longer.length) return shorter.join(" ") === longer.join(" ");
  if (shorter.length > 1) return longer.join(" ").startsWith(shorter.join(" ") + " ") && known.kind === kind;
  const [word] = shorter;
  if (word === initials(longer)) return true;
  // "Volmer" is Anna Volmer or Volmer Trading; "Peru" is not the Bank of Peru.
  if (known.kind === "person" || kind === "person")
    return longer[longer.length - 1] === word && known.kind !== "place" && kind !== "place";
  return longer[0] === word && known.kind === kind && kind === "group";
}

function initials(name: string[]): string {
  const words = name.filter((word) => !small.has(word.toLowerCase()));
  return words.length < 2 ? "" : words.map((word) => word[0]).join("");
}
