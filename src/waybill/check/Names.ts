import {isAlike} from "../model/measured.js";
import {matchForward, type Phrases, phrasesOf} from "../parse/phrases.js";
import {scan, WORD} from "../parse/scan.js";
import type {Place, Vocab} from "../parse/vocab.js";

/** A party of the tables, by all its spellings. */
export interface KnownParty {
  /** Its own id; of a part of a company, that of the whole. */
  id: string;
  country: string | null;
  spellings: readonly string[];
}

/** Whether two wordings name one party; null where that cannot be told. */
export type Sameness = boolean | null;

interface Named {
  party: string | null;
  country: string | null;
  /** Words that are a name and no place: “Volmer” of “the Norwegian yard Volmer”. */
  name: string | null;
  /** The last word behind the name that is none: “plant” of “Halvik fish plant”. */
  noun: string | null;
}

/**
 * Tells parties apart by what they are, not by how they are written: by the
 * parties of the tables, and by the countries of the vocabulary.
 *
 *     names.same("the Norwegian firm Volmer", "Volmer Shipping")  // true
 *     names.same("Norway", "Volmer Shipping")                     // true, where that is a firm of Norway
 *     names.same("Volmer Shipping", "Norway")                     // null: Norway has others
 *     names.same("Chile", "Volmer Shipping")                      // false
 *     names.same("a buyer", "Volmer Shipping")                    // null
 *     names.same("the Halvik fish plant", "Halvik fire brigade")  // null: the town has several
 */
export class Names {
  private readonly parties: Phrases<KnownParty>;
  private readonly places: Phrases<Place>;
  private readonly known = new Map<string, Named>();

  constructor(parties: readonly KnownParty[], {places}: Pick<Vocab, "places">) {
    this.parties = phrasesOf(
      parties.flatMap((party) => party.spellings.map((spelling) => [spelling, party] as const)),
    );
    this.places = places;
  }

  /** Returns whether the second names the first, or what is part of it. */
  same(a: string, b: string): Sameness {
    const [x, y] = [this.read(a), this.read(b)];
    if (x.party !== null && y.party !== null) return x.party === y.party;
    if (isAlike(a, b)) return true;
    if (x.noun !== null && y.noun !== null && !isAlike(x.noun, y.noun)) return null;
    if (x.country !== null && y.country !== null && x.country !== y.country) return false;
    if (isWhole(x)) return x.country !== null && x.country === y.country ? true : null;
    if (isWhole(y)) return null;
    return x.name !== null && y.name !== null ? isAlike(x.name, y.name) : null;
  }

  /** Whether a text names a party or, of one that has no name, its country. */
  isNamedIn(party: string, text: string): boolean {
    const {party: id, country, name} = this.read(party);
    const tokens = scan(text);
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.type[i] !== WORD) continue;
      if (id !== null && matchForward(tokens, i, this.parties)?.value.id === id) return true;
      if (country !== null && matchForward(tokens, i, this.places)?.value.country === country) return true;
    }
    return name !== null && text.includes(name);
  }

  private read(wording: string): Named {
    const known = this.known.get(wording);
    if (known) return known;
    const tokens = scan(wording);
    const named: Named = {party: null, country: null, name: null, noun: null};
    const name: string[] = [];
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.type[i] !== WORD) continue;
      const written = wording.slice(tokens.start[i], tokens.end[i]);
      const party = /^\p{Lu}/u.test(written) ? matchForward(tokens, i, this.parties) : null;
      const place = matchForward(tokens, i, this.places);
      if (party) {
        named.party ??= party.value.id;
        named.country = party.value.country ?? named.country;
        name.push(wording.slice(tokens.start[i], tokens.end[party.to - 1]));
        const last = wording.slice(tokens.start[party.to - 1], tokens.end[party.to - 1]);
        if (!/^\p{Lu}/u.test(last)) named.noun = last;
      } else if (place) named.country ??= place.value.country;
      else if (/^\p{Lu}/u.test(written)) name.push(written);
      else if (name.length > 0) named.noun = written;
      i = Math.max(i, (party?.to ?? place?.to ?? 0) - 1);
    }
    named.name = name.length > 0 ? name.join(" ") : null;
    this.known.set(wording, named);
    return named;
  }
}

// A country, or some of it that has no name: “Norwegian organizations”.
const isWhole = ({party, name}: Named): boolean => party === null && name === null;
