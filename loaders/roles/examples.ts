import {toDoc} from "../../src/waybill/parse/document.js";
import {toldByWords} from "../../src/waybill/parse/parseFigures.js";
import {read} from "../../src/waybill/parse/pipeline.js";
import {inquire} from "../../src/waybill/parse/read/grammarReader.js";
import {kinds} from "../../src/waybill/parse/read/roles/Cast.js";
import {type Rows, rowsOf} from "../../src/waybill/parse/read/roles/firstPass.js";
import {type Question, roles} from "../../src/waybill/parse/read/roles/Inquiry.js";
import type {Grammar} from "../../src/waybill/parse/syntax/Syntax.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {type Label, type LabelledText, labelsOf} from "./labelled.js";

/** A figure with those who may have a part in it, and who has by its label. */
export interface Example {
  question: Question;
  rows: Rows;
  isThing: boolean[];
  /** By role whether each candidate is whom the label names; null where the role was not labelled. */
  right: (boolean[] | null)[];
  isStated: boolean[];
}

export interface LearntText {
  name: string;
  /** Of each figure that is asked for its example, whether it is labelled or not. */
  examples: (Example & {isLabelled: boolean})[];
}

/** Returns the figures of a labelled text as examples. `isSame` tells whether two wordings name the same. */
export function examplesOf(
  labelled: LabelledText,
  vocab: Vocab,
  grammar: Grammar,
  isSame: (given: string, label: string) => boolean,
): LearntText {
  const {name, text, published, isArticle} = labelled;
  const doc = toDoc(text, vocab, published);
  const reading = read(doc);
  const {figures} = reading;
  const inquiry = inquire(doc, grammar, reading, toldByWords(doc, reading));
  const labelOf = labelsOf(labelled, doc, figures);
  // Of a sentence by itself nobody has a role that neither its label nor words and grammar tell; what they tell and a
  // label leaves out is not known, but for sides where it names any.
  const namesSides = labelled.labels.some(({supplier, recipient, via}) => supplier ?? recipient ?? via);
  const isKnown = (label: Label, role: (typeof roles)[number], {told}: Question) =>
    isArticle ||
    (role !== "holder" &&
      (label[role] !== null || !told[roles.indexOf(role)] || (role !== "speaker" && namesSides)));
  const examples = rowsOf(inquiry).flatMap((rows, n) => {
    const question = inquiry.questions[n];
    if (!rows || !question) return [];
    const label = labelOf.get(n);
    const isRight = (wordings: string, who: number) =>
      wordings.split("|").some((wording) => isSame(inquiry.wording(n, who), wording.trim()));
    return [
      {
        question,
        rows,
        isThing: rows.plain.map((plain) => plain[1] === kinds.thing),
        isLabelled: label !== undefined,
        isStated: roles.map((role) => (label?.[role] ?? null) !== null),
        right: roles.map((role) => {
          if (!label || !isKnown(label, role, question)) return null;
          const wordings = label[role];
          return question.candidates.map((who) => wordings !== null && isRight(wordings, who));
        }),
      },
    ];
  });
  return {name, examples};
}
