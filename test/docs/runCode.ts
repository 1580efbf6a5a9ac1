import * as Plot from "@observablehq/plot";
import {type Node, parse as parseScript} from "acorn";
import {parseHTML} from "linkedom";
import {readVocab} from "../../loaders/vocab.js";
import * as charts from "../../src/waybill/charts.js";
import * as marks from "../../src/waybill/marks.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";
import {lexicon} from "../temporary.js";

/** What waybill/parse does; its own words are compiled only where it is packed. */
export const parse = (text: string, {published = null}: {published?: string | null} = {}) =>
  parseFigures(text, {vocab: readVocab("seeds/none", lexicon), published, language: "en"});

/** What a page of the docs may import, by its name there. */
const modules: Record<string, Record<string, unknown>> = {
  "npm:waybill/marks": marks,
  "npm:waybill/charts": charts,
  "npm:waybill/parse": {parse},
};

/** What the cells of one page share: what they import and name, beside what Framework gives to all. */
export type Scope = Map<string, unknown>;

export const newScope = (): Scope =>
  new Map<string, unknown>([
    [
      "Plot",
      {...Plot, plot: (options: Plot.PlotOptions) => Plot.plot({document: globalThis.document, ...options})},
    ],
    ["resize", (draw: (width: number) => unknown) => draw(640)],
  ]);

interface Statement extends Node {
  source?: {value: string};
  specifiers?: {imported: {name: string}}[];
  declarations?: {id: {name: string}; init: Node}[];
  expression?: Node;
}

/**
 * Runs a cell in its page's scope, and returns what it shows: the value of each
 * expression, or what it hands to display(). Throws for an import that is not to
 * be had, and for any statement but an import, a constant and an expression.
 */
export function runCode(code: string, scope: Scope): unknown[] {
  const shown: unknown[] = [];
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const evaluated = ({start, end}: Node): unknown => {
    const names = [...scope.keys(), "display", "document"];
    const given = [...scope.values(), (value: unknown) => void shown.push(value), document];
    return new Function(...names, `return (${code.slice(start, end)});`)(...given);
  };
  const before = globalThis.document;
  globalThis.document = document as unknown as Document;
  try {
    for (const statement of parseScript(code, {ecmaVersion: "latest", sourceType: "module"})
      .body as Statement[])
      if (statement.type === "ImportDeclaration") {
        const from = modules[statement.source!.value];
        for (const {imported} of statement.specifiers!) {
          if (from?.[imported.name] === undefined)
            throw new Error(`${statement.source!.value} has no ${imported.name}`);
          scope.set(imported.name, from[imported.name]);
        }
      } else if (statement.type === "VariableDeclaration")
        for (const {id, init} of statement.declarations!) scope.set(id.name, evaluated(init));
      else if (statement.type === "ExpressionStatement") {
        const value = evaluated(statement.expression!);
        if (value !== undefined) shown.push(value);
      } else throw new Error(`no rule runs a ${statement.type}`);
  } finally {
    globalThis.document = before;
  }
  return shown;
}
