import {type Doc, sentenceOf} from "../../document.js";
import {findQuotations, type Quotation, quotationAt} from "../../refine/quotation.js";
import {BREAK} from "../../scan.js";
import {firstFrom} from "../../within.js";
import type {Ask} from "./Ask.js";
import type {Cast, Spoken} from "./Cast.js";
import type {Stand} from "./Stand.js";

/** Where somebody says something: a verb of speech has them as its subject, or "according to" names them. */
interface Speech {
  sentence: number;
  /** The token of the document that names them. */
  from: number;
  who: number;
}

/** What surrounds a figure of voices, whoever they are. */
export interface Heard {
  /** Whether it stands in direct speech. */
  quoted: number;
  /** Whether a voice of its own sentence bears upon it, and how far it is to the last one before, 9 for none. */
  isOver: number;
  back: number;
  /** Whether that one spoke in the same paragraph. */
  isSame: number;
  /** Whether its sentence begins its paragraph. */
  opens: number;
  last: number;
  next: number;
  ahead: number;
  /** Whether who speaks next does so where the direct speech ends. */
  closes: number;
}

const far = 9;

/** Who speaks where in an article, and how its figures stand to that. */
export class Voices {
  readonly #doc: Doc;
  readonly #quotations: readonly Quotation[];
  readonly #speeches: Speech[] = [];
  readonly #paragraph: number[] = [];

  constructor(doc: Doc, {members}: Cast, stands: ReadonlyMap<Spoken, Stand>) {
    this.#doc = doc;
    this.#quotations = findQuotations(doc);
    members.forEach(({spoken}, who) => {
      for (const one of spoken) {
        if (!stands.get(one)!.speaks) continue;
        const {tokens, number} = one.passage;
        this.#speeches.push({sentence: number, from: tokens[one.chunk.head].token, who});
      }
    });
    this.#speeches.sort((a, b) => a.from - b.from);
    let paragraph = 0;
    let at = 0;
    for (const start of doc.sentenceStart) {
      for (; at < start; at++) if (doc.type[at] === BREAK) paragraph++;
      this.#paragraph.push(paragraph);
    }
  }

  /** Returns what surrounds a figure of voices. */
  around({figure, passage, root, sentence}: Ask): Heard {
    const quotation = quotationAt(this.#quotations, figure.from);
    const behind = firstFrom(this.#speeches, figure.from);
    const last = this.#speeches[behind - 1];
    const next = this.#speeches[behind];
    const isOver = passage.sentence.scopes.some(({from, to, voice}) => voice && from <= root && root < to);
    const end = quotation ? sentenceOf(this.#doc, quotation.to - 1) : sentence;
    return {
      quoted: quotation ? 1 : 0,
      isOver: isOver ? 1 : 0,
      back: last ? Math.min(far, sentence - last.sentence) : far,
      isSame: last && this.#paragraph[last.sentence] === this.#paragraph[sentence] ? 1 : 0,
      opens: this.#paragraph[sentence - 1] === this.#paragraph[sentence] ? 0 : 1,
      last: last?.who ?? -1,
      next: next?.who ?? -1,
      ahead: next ? Math.min(far, next.sentence - sentence) : far,
      closes: next && next.sentence <= end ? 1 : 0,
    };
  }

  /** Returns which of the voices that bear upon a figure is one of somebody's mentions: 1 for the innermost, 0 for none. */
  over({passage, root}: Ask, here: readonly Spoken[]): number {
    const scopes = passage.sentence.scopes
      .filter(({from, to, voice}) => voice && from <= root && root < to)
      .sort((a, b) => a.to - a.from - (b.to - b.from));
    const at = scopes.findIndex(({voice}) => here.some(({chunk}) => chunk.head === voice!.head));
    return Math.min(3, at + 1);
  }
}
