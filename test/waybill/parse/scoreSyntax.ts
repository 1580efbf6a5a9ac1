// Prints how the roles that are read from the syntax do beside those of the passes, on all specs: right of those
// stated, and given where none is stated. Usage: npx tsx test/waybill/parse/scoreSyntax.ts
import {readGrammar} from "../../../loaders/treebank/readGrammar.js";
import {readVocab} from "../../../loaders/vocab.js";
import {sentenceOf, toDoc} from "../../../src/waybill/parse/document.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";
import {sidesOf} from "../../../src/waybill/parse/read/sides.js";
import {Syntax} from "../../../src/waybill/parse/syntax/Syntax.js";
import {isAlike, readSpecs} from "./scoreSpecs.js";

const vocab = readVocab();
const grammar = readGrammar();
const roles = ["supplier", "recipient", "via", "said_by"] as const;
const readers = ["passes", "syntax", "filled"] as const;

for (const folder of ["test/specs", "test/specs/fresh", "test/specs/hard", "test/specs/articles"]) {
  const counts = Object.fromEntries(
    readers.map((reader) => [
      reader,
      Object.fromEntries(roles.map((role) => [role, {stated: 0, right: 0, tooMany: 0}])),
    ]),
  );
  for (const {spec} of readSpecs(folder)) {
    const got = parseFigures(spec.text, {vocab, published: spec.published ?? null});
    const doc = toDoc(spec.text, vocab, null);
    const syntax = new Syntax(doc, grammar);
    for (const gold of spec.figures) {
      if (gold.ambiguous) continue;
      let start = -1;
      for (let n = 0; n <= (gold.nth ?? 0); n++) start = spec.text.indexOf(gold.exact, start + 1);
      const end = start + gold.exact.length;
      const figure = got.find((f) => f.start < end && f.end > start);
      if (!figure) continue;
      let token = doc.start.subarray(0, doc.count).findIndex((at) => at >= start);
      if (token < 0) token = doc.count - 1;
      const sentence = syntax.sentence(sentenceOf(doc, token));
      const sides = sentence && sidesOf(vocab, sentence, figure.start, figure.end);
      const text = (chunk: {from: number; to: number} | null | undefined) =>
        sentence && chunk
          ? spec.text.slice(sentence.tokens[chunk.from].start, sentence.tokens[chunk.to - 1].end)
          : null;
      for (const role of roles) {
        const read = text(sides?.[role === "said_by" ? "saidBy" : role]);
        const answers = {passes: figure[role] ?? null, syntax: read, filled: figure[role] ?? read};
        for (const reader of readers) {
          const count = counts[reader][role];
          if (gold[role]) {
            count.stated++;
            if (isAlike(gold[role], answers[reader])) count.right++;
          } else if (answers[reader]) count.tooMany++;
        }
      }
    }
  }
  console.log(folder);
  for (const reader of readers)
    console.log(
      `  ${reader.padEnd(7)}`,
      roles
        .map((role) => {
          const {stated, right, tooMany} = counts[reader][role];
          return `${role} ${right}/${stated}, ${tooMany} too many`;
        })
        .join("; "),
    );
}
