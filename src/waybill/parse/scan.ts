/**
 * Kinds of token. Letters and digits are always apart: “$20m” is four tokens,
 * “LAD-21T” as well, and `glued` tells that nothing stands between them.
 */
export const WORD = 1;
export const DIGITS = 2;
export const MARK = 3;
export const BREAK = 4;

/**
 * A text cut into tokens, as parallel arrays. Spaces are not tokens; a line
 * break is one. `word[i]` is the token in lower case with straight
 * apostrophes, so that vocabularies can be asked for it.
 */
export interface Tokens {
  text: string;
  count: number;
  start: Int32Array;
  end: Int32Array;
  type: Uint8Array;
  /** 1 where no space stands before the token. */
  glued: Uint8Array;
  word: string[];
}

/**
 * A dictionary that is asked while a text is scanned, by a hash worked out on
 * the way: a known word needs no string of its own, an unknown one no look-up.
 * It holds words of ASCII letters in lower case.
 */
export interface WordTable<T> {
  mask: number;
  hash: Int32Array;
  word: string[];
  value: T[];
}

/** Returns a table of the given words that are made of the letters a to z. */
export function wordTable<T>(entries: Iterable<readonly [string, T]>): WordTable<T> {
  const plain = [...entries].filter(([word]) => /^[a-z]+$/.test(word));
  let size = 64;
  while (size < plain.length * 3) size *= 2;
  const table: WordTable<T> = {
    mask: size - 1,
    hash: new Int32Array(size),
    word: new Array(size),
    value: new Array(size),
  };
  for (const [word, value] of plain) {
    let h = 0;
    for (let i = 0; i < word.length; i++) h = (Math.imul(h, 31) + word.charCodeAt(i)) | 0;
    h |= 1;
    let at = (h ^ (h >>> 15)) & table.mask;
    while (table.hash[at] !== 0) at = (at + 1) & table.mask;
    table.hash[at] = h;
    table.word[at] = word;
    table.value[at] = value;
  }
  return table;
}

// Where in the table the word text.slice(from, to) stands, in any case; -1 where it is not.
function find<T>(
  {mask, hash, word}: WordTable<T>,
  h: number,
  text: string,
  from: number,
  to: number,
): number {
  let at = (h ^ (h >>> 15)) & mask;
  for (; hash[at] !== 0; at = (at + 1) & mask) {
    if (hash[at] !== h) continue;
    const known = word[at];
    if (known.length !== to - from) continue;
    let i = 0;
    while (i < known.length && (text.charCodeAt(from + i) | 32) === known.charCodeAt(i)) i++;
    if (i === known.length) return at;
  }
  return -1;
}

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const LINE = 4;
const OTHER = 5;
const APOSTROPHE = 6;
const SKIP = 7;

const ascii = new Uint8Array(128).fill(OTHER);
for (let c = 48; c <= 57; c++) ascii[c] = DIGIT;
for (let c = 65; c <= 90; c++) ascii[c] = ascii[c + 32] = LETTER;
for (const c of [9, 11, 12, 32]) ascii[c] = SPACE;
ascii[10] = ascii[13] = LINE;
ascii[39] = APOSTROPHE;

function classOf(code: number): number {
  if (code < 128) return ascii[code];
  if (code === 0x2019 || code === 0x2018 || code === 0x02bc) return APOSTROPHE;
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return LINE;
  if (code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a)) return SPACE;
  if (code === 0x202f || code === 0x205f || code === 0x3000) return SPACE;
  if (code === 0xad || code === 0x200b || code === 0x200c || code === 0x200d || code === 0xfeff) return SKIP;
  if (code >= 0xd800 && code <= 0xdfff) return OTHER;
  if (code >= 0xbc && code <= 0xbe) return OTHER;
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  return /\p{Nd}/u.test(character) ? DIGIT : OTHER;
}

/** Tokens with what a table says of each word, null for other tokens. */
export interface KnownTokens<T> extends Tokens {
  known: (T | null)[];
}

/** Cuts a text into tokens in one pass over its characters. */
export function scan(text: string): Tokens {
  return scanKnown(text, empty, noWords);
}

const empty = wordTable<never>([]);
const noWords = new Map<string, never>();

/**
 * Cuts a text into tokens and looks each word up on the way: plain ones in the
 * table, those with accents or apostrophes in the map.
 */
export function scanKnown<T>(
  text: string,
  table: WordTable<T>,
  words: ReadonlyMap<string, T>,
): KnownTokens<T> {
  const {length} = text;
  // Prose has a token to five characters; a text of brackets has one to each.
  let room = (length >> 2) + 16;
  let start = new Int32Array(room);
  let end = new Int32Array(room);
  let type = new Uint8Array(room);
  let glued = new Uint8Array(room);
  const word: string[] = [];
  const known: (T | null)[] = [];
  let count = 0;
  let previousEnd = -1;
  for (let i = 0; i < length; ) {
    const code = text.charCodeAt(i);
    if (code === 32) {
      i++;
      continue;
    }
    let c = code < 128 ? ascii[code] : classOf(code);
    if (code >= 0xd800 && code <= 0xdbff && isDigit(text, i)) c = DIGIT;
    if (c === SPACE || c === SKIP) {
      if (c === SKIP && previousEnd === i) previousEnd = i + 1;
      i++;
      continue;
    }
    let j = i + 1;
    let t = MARK;
    let w: string;
    let entry: T | null = null;
    if (c === LETTER) {
      t = WORD;
      // Most words are ASCII; whether one must be folded shows on the way.
      let capital = code < 97;
      let h = code | 32;
      let next = code < 128 ? 0 : 128;
      while (next < 128 && j < length) {
        next = text.charCodeAt(j);
        if (next > 127 || ascii[next] !== LETTER) break;
        if (next < 97) capital = true;
        h = (Math.imul(h, 31) + (next | 32)) | 0;
        j++;
      }
      if (next === 39 || next > 127) {
        j = endOfWord(text, j);
        w = fold(text.slice(i, j));
        entry = words.get(w) ?? null;
      } else {
        const at = find(table, h | 1, text, i, j);
        if (at >= 0) {
          w = table.word[at];
          entry = table.value[at];
        } else w = capital ? text.slice(i, j).toLowerCase() : text.slice(i, j);
      }
    } else if (c === DIGIT) {
      t = DIGITS;
      if (code > 127) j = endOfDigits(text, i);
      while (j < length && ascii[text.charCodeAt(j)] === DIGIT) j++;
      w = text.slice(i, j);
      if (code > 127 || text.charCodeAt(j) > 127) {
        j = endOfDigits(text, j);
        w = toAsciiDigits(text.slice(i, j));
      }
    } else if (c === LINE) {
      t = BREAK;
      if (code === 13 && text.charCodeAt(j) === 10) j++;
      w = "\n";
    } else {
      if (code >= 0xd800 && code <= 0xdbff && isLowSurrogate(text.charCodeAt(j))) j++;
      w = c === APOSTROPHE ? "'" : (arabicMarks[text[i]] ?? text.slice(i, j));
    }
    if (count === room) {
      room = room * 2;
      start = grown(start, room);
      end = grown(end, room);
      type = grown(type, room);
      glued = grown(glued, room);
    }
    start[count] = i;
    end[count] = j;
    type[count] = t;
    glued[count] = previousEnd === i ? 1 : 0;
    word.push(w);
    known.push(entry);
    count++;
    previousEnd = i = j;
  }
  return {text, count, start, end, type, glued, word, known};
}

// The marks that stand between digits of the Arabic scripts, and their sign for percent.
const arabicMarks: Record<string, string> = {"\u066b": ".", "\u066c": ",", "\u066a": "%"};

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

// Whether a decimal digit of any script stands there.
function isDigit(text: string, at: number): boolean {
  return /\p{Nd}/u.test(String.fromCodePoint(text.codePointAt(at)!));
}

function endOfDigits(text: string, at: number): number {
  while (at < text.length && isDigit(text, at)) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

// The digits of a script stand in a row from 0 to 9, and several rows may follow each other.
function toAsciiDigits(digits: string): string {
  return Array.from(digits, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  }).join("");
}

function grown<T extends Int32Array | Uint8Array>(array: T, room: number): T {
  const larger = (array instanceof Int32Array ? new Int32Array(room) : new Uint8Array(room)) as T;
  larger.set(array);
  return larger;
}

// An apostrophe belongs to a word only between letters: "company's", "don't".
function endOfWord(text: string, j: number): number {
  for (; j < text.length; j++) {
    const c = classOf(text.charCodeAt(j));
    if (c === LETTER || c === SKIP) continue;
    if (c === APOSTROPHE && j + 1 < text.length && classOf(text.charCodeAt(j + 1)) === LETTER) continue;
    break;
  }
  return j;
}

function fold(word: string): string {
  for (let i = 0; i < word.length; i++)
    if (word.charCodeAt(i) > 127)
      return (
        word
          .normalize("NFC")
          .replace(/[\u2018\u2019\u02bc]/g, "'")
          // The micro sign and the Greek letter look alike, and are written for each other.
          .replaceAll("\u00b5", "\u03bc")
          .replace(/[\u00ad\u200b-\u200d\ufeff]/g, "")
          .toLowerCase()
      );
  return word.toLowerCase();
}
