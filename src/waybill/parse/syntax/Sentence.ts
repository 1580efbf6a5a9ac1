/** A word of a parsed sentence. */
export interface Token {
  form: string;
  /** Half-open UTF-16 offsets in the text. */
  start: number;
  end: number;
  /** The first of the document's tokens that it is made of. */
  token: number;
  /** Part of speech of Universal Dependencies: "VERB". */
  pos: string;
  /** Penn tag: "VBD". */
  tag: string;
  lemma: string;
  /** The word that governs this one, -1 for the root. */
  head: number;
  /** Relation to the head, of Universal Dependencies: "nsubj:pass". */
  relation: string;
}

/** Words [from, to) that belong together. */
export interface Chunk {
  from: number;
  to: number;
  /** The word that the others belong to. */
  head: number;
  kind: "noun" | "verb" | "preposition";
  /** The word that says how many of the head there are, as "20" in "20 old boats". */
  number: number | null;
  /** Which mention of the article it is, once those were asked for. */
  mention: number | null;
}

/** What a verb with its auxiliaries says of time, certainty and voice. */
export interface VerbGroup {
  /** The verb that the auxiliaries belong to; of "is a rival" the verb "is". */
  word: number;
  lemma: string;
  /** A group that is not finite has no time of its own. */
  tense: "past" | "present" | "future" | "infinitive" | "participle" | null;
  /** Base form of the modal: "may". "will" and "shall" are the tense "future". */
  modal: string | null;
  perfect: boolean;
  progressive: boolean;
  passive: boolean;
  negated: boolean;
}

/** A noun phrase behind a preposition. */
export interface Preposition {
  /** In lower case: "to", "according to". */
  word: string;
  chunk: Chunk;
  /** The word that the tree hangs it on, which is right less often than the clause is. */
  governor: number;
}

/** A verb, or a noun or adjective that something is said to be, with what belongs to it. */
export interface Clause {
  /** The word that heads the clause. */
  head: number;
  verb: VerbGroup | null;
  /**
   * The grammatical subject. Where the clause has none of its own, the one that
   * it shares: the noun that a relative or participle belongs to, the subject of
   * the verb that it is joined to or that governs it.
   */
  subject: Chunk | null;
  /** Whether the subject stands in the clause itself. */
  ownSubject: boolean;
  object: Chunk | null;
  indirect: Chunk | null;
  /** All of the clause, whichever of its words they hang on. */
  prepositions: Preposition[];
  parent: Clause | null;
  link: "relative" | "complement" | "coordinate" | "participle" | "adverbial" | null;
  /** The word that opens it: "that", "if", "to". */
  marker: string | null;
}

/** A part of a sentence that somebody is named for. */
export interface Scope {
  /** Words [from, to). */
  from: number;
  to: number;
  /** Who says so; null where nobody is named. */
  voice: Chunk | null;
  by: "quotation" | "complement" | "according";
  /** The verb of speech, or the preposition. */
  word: number;
}

/** A sentence's words and tree, and all that follows from them. */
export interface Sentence {
  /** The document's tokens [from, to). */
  from: number;
  to: number;
  tokens: Token[];
  chunks: Chunk[];
  clauses: Clause[];
  scopes: Scope[];
}
