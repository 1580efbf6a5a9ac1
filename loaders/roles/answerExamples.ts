import {toDoc} from "../../src/waybill/parse/document.js";
import {toldByWords} from "../../src/waybill/parse/parseFigures.js";
import {read} from "../../src/waybill/parse/pipeline.js";
import type {Kind} from "../../src/waybill/parse/read/answers/answer.js";
import type {Options} from "../../src/waybill/parse/read/answers/Ranker.js";
import {states} from "../../src/waybill/parse/read/answers/statusOptions.js";
import {inquireAgain} from "../../src/waybill/parse/read/grammarReader.js";
import type {Grammar} from "../../src/waybill/parse/syntax/Syntax.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {isSame, isSamePeriod} from "./isSame.js";
import {type LabelledText, labelsOf} from "./labelled.js";

/** The questions of one kind in a text, and which options are right; null where that is not known or none is. */
export interface RankedText {
  questions: Options[];
  right: (boolean[] | null)[];
}

/** Returns what a labelled text asks once more of its figures. */
export function answerExamples(
  labelled: LabelledText,
  vocab: Vocab,
  grammar: Grammar,
): Record<Kind, RankedText> {
  const {text, published} = labelled;
  const doc = toDoc(text, vocab, published);
  const reading = read(doc);
  const {figures} = reading;
  const labels = labelsOf(labelled, doc, figures);
  const told = toldByWords(doc, reading);
  const asked = inquireAgain(doc, grammar, reading, told);
  const wordsOf = (from: number, to: number) =>
    text.slice(doc.start[from], doc.end[to - 1]).replace(/\s+/g, " ");
  // Of a sentence by itself what its label leaves out is not known; that nothing came any way is, where the words say so too.
  const isKnown = (n: number, kind: Kind) =>
    labels.has(n) &&
    (labelled.isArticle ||
      labels.get(n)![kind] !== null ||
      (kind === "status" && told[n].roles.status === null));
  const rightOf = (
    kind: Kind,
    questions: readonly Options[],
    isRight: (n: number, option: number) => boolean,
  ) =>
    questions.map((options, n) => {
      if (!options || !isKnown(n, kind)) return null;
      const right = options.map((_, option) => isRight(n, option));
      return right.some(Boolean) ? right : null;
    });
  return {
    status: {
      questions: asked.questions.status,
      right: rightOf(
        "status",
        asked.questions.status,
        (n, option) => states[option] === labels.get(n)!.status,
      ),
    },
    thing: {
      questions: asked.questions.thing,
      right: rightOf("thing", asked.questions.thing, (n, option) => {
        const {thing} = labels.get(n)!;
        if (thing === null || option === 0) return thing === null && option === 0;
        const {from, to} = asked.things[n][option - 1].thing;
        const words = wordsOf(from, to);
        return thing.split("|").some((wording) => isSame(words, wording.trim()));
      }),
    },
    period: {
      questions: asked.questions.period,
      // A time that is none of those asked about is one that must not be answered.
      right: asked.questions.period.map((options, n) => {
        if (!options || !isKnown(n, "period")) return null;
        const wordings = labels.get(n)!.period?.split("|") ?? [];
        const right = asked.periods[n].map(({period: {from, to}}) =>
          wordings.some((wording) => isSamePeriod(wordsOf(from, to), wording.trim())),
        );
        return [!right.includes(true), ...right];
      }),
    },
  };
}
