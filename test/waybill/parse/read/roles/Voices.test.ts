import {describe, expect, it} from "vitest";
import {readGrammar} from "../../../../../loaders/readGrammar.js";
import {readVocab} from "../../../../../loaders/vocab.js";
import {toDoc} from "../../../../../src/waybill/parse/document.js";
import {toldByWords} from "../../../../../src/waybill/parse/parseFigures.js";
import {read} from "../../../../../src/waybill/parse/pipeline.js";
import {inquire} from "../../../../../src/waybill/parse/read/grammarReader.js";
import type {Spoken} from "../../../../../src/waybill/parse/read/roles/Cast.js";
import {type Stand, standOf} from "../../../../../src/waybill/parse/read/roles/Stand.js";
import {Voices} from "../../../../../src/waybill/parse/read/roles/Voices.js";

const vocab = readVocab();
const grammar = readGrammar();

/** What the text's last figure hears, with names in place of numbers. */
function heardBy(text: string) {
  const doc = toDoc(text, vocab, null);
  const reading = read(doc);
  const {cast, questions} = inquire(doc, grammar, reading, toldByWords(doc, reading));
  const stands = new Map<Spoken, Stand>();
  for (const {spoken} of cast.members)
    for (const one of spoken) stands.set(one, standOf(one, vocab, grammar.lexicon));
  const voices = new Voices(doc, cast, stands);
  const ask = questions.at(-1)!.ask;
  const {last, next, ...heard} = voices.around(ask);
  const name = (who: number) => cast.members[who]?.text ?? null;
  const over = (text: string) =>
    voices.over(
      ask,
      cast.in(ask.sentence).filter(({who}) => name(who) === text),
    );
  return {...heard, last: name(last), next: name(next), over};
}

describe("the voices around a figure", () => {
  it("are those of its own sentence, the innermost first", () => {
    const heard = heardBy("Orla Works said on Monday that it had sold 40 boats to Peru.");
    expect(heard).toMatchObject({quoted: 0, isOver: 1});
    expect(heard.over("Orla Works")).toBe(1);
    expect(heard.over("Peru")).toBe(0);
  });

  it("are who spoke before in the same paragraph, and not who is only named", () => {
    const text = "Orla Works said that it had sold 40 boats. Peru is glad of them. It wants 30 boats more.";
    expect(heardBy(text)).toMatchObject({isOver: 0, last: "Orla Works", back: 2, isSame: 1});
    const apart = text.replace(" It", "\n\nIt");
    expect(heardBy(apart)).toMatchObject({last: "Orla Works", isSame: 0, opens: 1});
    expect(heardBy("Peru has 40 boats. It has 30 ships.")).toMatchObject({last: null, back: 9});
  });

  it("are who closes the direct speech that a figure stands in", () => {
    const text = "The yard is busy. “We sold 40 boats and were paid at once,” said Anna Volmer, who runs it.";
    expect(heardBy(text)).toMatchObject({quoted: 1, next: "Anna Volmer", closes: 1, ahead: 0});
  });
});
