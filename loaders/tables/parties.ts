import type {Article} from "../../src/waybill/model/figure.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {matchForward, type PhraseMatch, type Phrases, phrasesOf} from "../../src/waybill/parse/phrases.js";
import {scan, type Tokens, WORD} from "../../src/waybill/parse/scan.js";
import type {Place, Vocab} from "../../src/waybill/parse/vocab.js";
import type {Kept} from "./Kept.js";
import {joined, slugOf} from "./slug.js";
import {WordStore} from "./WordStore.js";

/** A spelling of a party's name, with its canonical name: a row of seeds/vocab/parties.csv. */
export interface PartyForm {
  form: string;
  name: string;
  kind: string;
  country: string | null;
}

export interface Party {
  party_id: string;
  name: string;
  kind: string;
  country: string | null;
  basis: "vocabulary" | "text";
  spellings: Set<string>;
  articles: Set<string>;
  /** The spellings that each article uses, of those the vocabulary knows. */
  byArticle: Map<string, Set<string>>;
}

/** Whom a wording names: the party, whether the vocabulary knows it, and how its name is spelt there. */
export interface Named {
  form: PartyForm;
  basis: Party["basis"];
  spelling: string;
}

/** A party of the vocabulary that stands in a text, as it is written there. */
export interface Spelling {
  form: PartyForm;
  written: string;
}

/** What a wording stands for, where the place it comes from tells. */
export type GivenKind = "media" | "person" | "document";

const legalForms = new Set(
  "ltd limited inc incorporated corp corporation co company llc llp plc gmbh ag sa spa srl bv nv oy ab as jsc ooo oao zao pjsc pte pty bhd group holding holdings".split(
    " ",
  ),
);
const companyWords =
  /\b(?:technology|technologies|industries|industry|systems|energy|tools|electronics|electronic|logistics|trading|trade|export|import|shipping|steel|motors|aviation|aerospace|dynamics|optics|arms|works|factory|plant|bank|airlines|partners|capital|international|solutions|engineering|machinery|manufacturing|textiles|foods|pharma)\b/i;
const agencyWords =
  /\b(?:ministry|agency|army|navy|forces?|police|department|office|government|parliament|commission|council|authority|administration|service|military|customs|court|prosecutors?|nato|un|eu)\b/i;

/**
 * Who is named in the articles, each party once. Spellings that
 * seeds/vocab/parties.csv puts under one name are one party, and so are names
 * that differ only in an article, quotation marks or the words for a company's
 * legal form. A spelling close to another is proposed (`close_to`), not merged.
 */
export class PartyRegistry {
  private readonly parties = new Map<string, Party>();
  private readonly resolved = new Map<string, string | null>();
  private readonly forms = new Map<string, PartyForm>();
  private readonly phrases: Phrases<PartyForm>;
  private readonly byName = new Map<string, string>();
  private readonly words = new WordStore();
  private readonly declared = new Set<string>();

  /** `kept` has what was found for the same vocabulary and parties before. */
  constructor(
    private readonly vocab: Vocab,
    forms: readonly PartyForm[],
    private readonly kept?: Kept,
  ) {
    for (const form of forms) this.forms.set(form.form.toLowerCase(), form);
    this.phrases = phrasesOf(forms.map((form) => [form.form, form] as const));
  }

  /**
   * Returns the id of the party that a wording names, and notes that the
   * article names it; null for null. “the Russian firm” names none by itself:
   * it is a group of its country.
   */
  idOf(wording: string | null, article_id: string, kind?: GivenKind): string | null {
    if (wording === null) return null;
    let id = this.resolved.get(wording);
    if (id === undefined) {
      // Apart from its text, which a slice would keep in memory.
      const own = this.words.copy(wording);
      const named = this.namedBy(own, kind);
      id = named && this.enter(named).party_id;
      this.resolved.set(own, id);
    }
    const party = id === null ? undefined : this.parties.get(id);
    party?.articles.add(article_id);
    return id;
  }

  get(id: string): Party | undefined {
    return this.parties.get(id);
  }

  /**
   * Gives a party the kind that a journalist says, unless the vocabulary or
   * another one has said already. Returns whether it is of that kind.
   */
  declareKind(id: string, kind: string): boolean {
    const party = this.parties.get(id);
    if (party?.basis === "text" && !this.declared.has(id)) party.kind = kind;
    this.declared.add(id);
    return party?.kind === kind;
  }

  all(): Iterable<Party> {
    return this.parties.values();
  }

  /** Notes which spellings of the parties that the vocabulary knows stand in an article's text. */
  findIn(article: Article): void {
    if (this.forms.size === 0) return;
    const {article_id, text} = article;
    const found = this.kept?.spellings.get(article) ?? this.spellingsIn(text);
    this.kept?.spellings.set(article, found);
    for (const {form, written} of found) {
      const party = this.enter({form, basis: "vocabulary", spelling: written});
      party.articles.add(article_id);
      const spellings = party.byArticle.get(article_id) ?? new Set();
      party.byArticle.set(article_id, spellings.add(written));
    }
  }

  private spellingsIn(text: string): Spelling[] {
    const found: Spelling[] = [];
    const tokens = scan(text);
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.type[i] !== WORD || !this.phrases.next.has(tokens.word[i])) continue;
      const match: PhraseMatch<PartyForm> | null = matchForward(tokens, i, this.phrases);
      if (!match) continue;
      const written = text.slice(tokens.start[i], tokens.end[match.to - 1]);
      // A name is written as the vocabulary has it: “Wolf”, not “wolf”.
      if (written !== match.value.form) continue;
      found.push({form: match.value, written: this.words.copy(written)});
      i = match.to - 1;
    }
    return found;
  }

  /** Returns the rows of `parties`, in the order of their ids. */
  rows(): Row[] {
    const close = closeNames([...this.parties.values()]);
    return [...this.parties.values()]
      .sort((a, b) => (a.party_id < b.party_id ? -1 : 1))
      .map(({party_id, name, kind, country, spellings, articles, basis}) => ({
        party_id,
        name,
        kind,
        country,
        spellings: joined(spellings, " | "),
        articles: joined([...articles].sort()),
        basis,
        close_to: joined([...(close.get(party_id) ?? [])].sort()),
      }));
  }

  private namedBy(wording: string, kind?: GivenKind): Named | null {
    if (!this.kept) return this.read(wording, kind);
    const key = `${kind ?? ""} ${wording}`;
    let named = this.kept.named.get(key);
    if (named === undefined) {
      named = this.read(wording, kind);
      this.kept.named.set(key, named);
    }
    return named;
  }

  private read(wording: string, kind?: GivenKind): Named | null {
    const name = clean(wording);
    if (name === "") return null;
    const known = (form: PartyForm, spelling = name): Named => ({form, basis: "vocabulary", spelling});
    const form = this.forms.get(name.toLowerCase());
    if (form) return known(form);
    const tokens = scan(name);
    const outlet = matchForward(tokens, 0, this.vocab.outlets);
    if (outlet?.to === tokens.count) {
      const canonical = this.forms.get(outlet.value.canonical.toLowerCase());
      return known(canonical ?? {form: name, name: outlet.value.canonical, kind: "media", country: null});
    }
    const place = matchForward(tokens, 0, this.vocab.places);
    if (place?.to === tokens.count) {
      // "Danish" of "Danish pumps" is Denmark.
      const isState = place.value.role !== "place";
      return known({
        form: name,
        name: isState ? place.value.country : name,
        kind: isState ? "state" : "place",
        country: place.value.country,
      });
    }
    const country = this.countryIn(tokens);
    // “Ardel Energy of Odense” is told where it is; its name is the rest.
    // “Bank of Peru” is a name, and so is a newspaper's.
    const seat =
      kind === "media" || kind === "document" ? null : / .* (?:of|from|in|based in) (\p{Lu}.*)$/u.exec(name);
    const seatTokens = seat && scan(seat[1]);
    const at = seatTokens && matchForward(seatTokens, 0, this.vocab.places);
    if (seat && at && at.to === seatTokens.count) {
      const rest = name.slice(0, name.lastIndexOf(seat[1])).replace(/ (?:of|from|in|based in) $/, "");
      const own = this.forms.get(rest.toLowerCase());
      if (own) return known(own, rest);
      if (this.isNamed(scan(rest))) return this.readName(rest, kind, at.value.country, name);
    }
    return this.readName(name, kind, country, name);
  }

  private readName(
    name: string,
    kind: GivenKind | undefined,
    country: string | null,
    spelling: string,
  ): Named {
    const named = this.isNamed(scan(name));
    const isWhole = kind === "media" || kind === "document";
    const key = named && !isWhole ? name.split(/\s+/).filter(isNoLegalForm).join(" ") || name : name;
    const own = this.forms.get(key.toLowerCase());
    if (own) return {form: own, basis: "vocabulary", spelling};
    const guess = !named
      ? (kind ?? "group")
      : agencyWords.test(name)
        ? "agency"
        : companyWords.test(name) || key !== name
          ? "company"
          : (kind ?? "other");
    return {form: {form: key, name: key, kind: guess, country}, basis: "text", spelling};
  }

  private enter({form: {name, kind, country}, basis, spelling}: Named): Party {
    const known = this.byName.get(name.toLowerCase());
    let party = known === undefined ? undefined : this.parties.get(known);
    if (!party) {
      // Names that differ only in marks or accents share a slug, and are two.
      const slug = slugOf(name);
      let party_id = slug;
      for (let n = 2; this.parties.has(party_id); n++) party_id = `${slug}-${n}`;
      this.byName.set(name.toLowerCase(), party_id);
      party = {
        party_id,
        name,
        kind,
        country: country || null,
        basis,
        spellings: new Set(),
        articles: new Set(),
        byArticle: new Map(),
      };
      this.parties.set(party_id, party);
    }
    party.spellings.add(spelling);
    return party;
  }

  private countryIn(tokens: Tokens): string | null {
    for (let i = 0; i < tokens.count; i++) {
      if (!isCapital(tokens, i)) continue;
      const match: PhraseMatch<Place> | null = matchForward(tokens, i, this.vocab.places);
      if (match) return match.value.country;
    }
    return null;
  }

  // Whether a capital stands in it that is no country's: “Danish companies” and “a firm” are not named.
  private isNamed(tokens: Tokens): boolean {
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.type[i] !== WORD || !isCapital(tokens, i)) continue;
      const place = matchForward(tokens, i, this.vocab.places);
      if (place) {
        i = place.to - 1;
        continue;
      }
      return true;
    }
    return false;
  }
}

const isNoLegalForm = (word: string): boolean => !legalForms.has(word.toLowerCase().replace(/[.,]/g, ""));

function isCapital({text, start}: Tokens, i: number): boolean {
  const c = text[start[i]];
  return c !== c.toLowerCase();
}

function clean(wording: string): string {
  return wording
    .replace(/["“”„«»]/g, "")
    .replace(/^(?:the|a|an)\s+/i, "")
    .replace(/['’]s$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

// Names with the same consonants, or of companies with the same words but for the last one. Each is close to
// the first of its kind, so that many alike are told once each and not in all their pairs.
function closeNames(parties: readonly Party[]): Map<string, Set<string>> {
  const close = new Map<string, Set<string>>();
  const firsts = new Map<string, Party>();
  for (const party of parties) {
    if (unlikeByNature.has(party.kind)) continue;
    const words = party.name.split(/\s+/);
    const sound = skeleton(party.name);
    const keys = sound.length >= fewestSounds ? [`sound ${sound}`] : [];
    // “Bank of Peru” and “Bank of Chile” are told apart by everybody.
    if (words.length >= 3 && party.kind === "company" && !/ of /.test(party.name))
      keys.push(`words ${words.slice(0, -1).join(" ").toLowerCase()}`);
    for (const key of keys) {
      const first = firsts.get(key);
      if (first) {
        add(close, party.party_id, first.party_id);
        add(close, first.party_id, party.party_id);
      } else firsts.set(key, party);
    }
  }
  return close;
}

const unlikeByNature = new Set(["state", "place", "group", "media", "document"]);
// “Lee” and “Li” sound alike, as hundreds of names do.
const fewestSounds = 4;

function add(close: Map<string, Set<string>>, id: string, other: string): void {
  if (id !== other) close.set(id, (close.get(id) ?? new Set()).add(other));
}

/** Returns the consonants of a name as they sound: “Halvorsen” and “Halversen” have the same. */
export function skeleton(name: string): string {
  return slugOf(name)
    .replace(/-/g, "")
    .replace(/kh/g, "h")
    .replace(/ph/g, "f")
    .replace(/w/g, "v")
    .replace(/ck|q/g, "k")
    .replace(/(?<=.)[aeiouyj]/g, "")
    .replace(/(.)\1+/g, "$1");
}
