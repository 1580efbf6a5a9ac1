import type {CompletionContext, CompletionSource} from "@codemirror/autocomplete";
import {SQLDialect, StandardSQL, sql as sqlLanguage} from "@codemirror/lang-sql";
import {HighlightStyle, syntaxHighlighting} from "@codemirror/language";
import {setDiagnostics} from "@codemirror/lint";
import {Compartment, Prec} from "@codemirror/state";
import {keymap} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import {basicSetup, EditorView} from "codemirror";
import type {Vocabulary} from "./Engine.js";

export interface Editor {
  text: () => string;
  setText: (text: string) => void;
  /** Marks what is wrong at a position; nothing with null. */
  mark: (problem: {position: number; message: string} | null) => void;
  /** Takes the database's own words: marks its keywords and types, and offers them, its functions, and tables with their columns as one types. */
  teach: (vocabulary: Vocabulary) => void;
  focus: () => void;
}

// The colours of the page, which are right on a dark ground too.
const colors = HighlightStyle.define([
  {tag: tags.keyword, color: "var(--chart-slate)", fontWeight: "600"},
  {tag: [tags.string, tags.special(tags.string)], color: "var(--chart-red)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--chart-ochre)"},
  {tag: tags.comment, color: "var(--chart-muted)", fontStyle: "italic"},
]);

const theme = EditorView.theme({
  "&": {border: "1px solid var(--chart-muted)", borderRadius: "2px", fontSize: "0.875rem"},
  "&.cm-focused": {outline: "3px solid var(--chart-slate)", outlineOffset: "1px"},
  ".cm-content, .cm-gutters": {fontFamily: "var(--monospace)"},
  ".cm-content": {caretColor: "var(--chart-ink)", minHeight: "7rem"},
  ".cm-cursor": {borderLeftColor: "var(--chart-ink)"},
  ".cm-gutters": {
    background: "none",
    color: "var(--chart-muted)",
    borderRight: "1px solid var(--chart-rule)",
  },
  ".cm-activeLine, .cm-activeLineGutter": {background: "none"},
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--chart-slate) 30%, transparent)",
  },
  ".cm-tooltip": {
    background: "var(--chart-paper)",
    color: "var(--chart-ink)",
    border: "1px solid var(--chart-muted)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    background: "var(--chart-slate)",
    color: "var(--chart-paper)",
  },
});

/** Puts an editor of SQL into a place. Ctrl or Cmd with Enter runs. */
export function openEditor(place: HTMLElement, text: string, run: () => void): Editor {
  const language = new Compartment();
  const view = new EditorView({
    doc: text,
    parent: place,
    extensions: [
      Prec.highest(
        keymap.of([
          {
            key: "Mod-Enter",
            run: () => {
              run();
              return true;
            },
          },
        ]),
      ),
      basicSetup,
      language.of(sqlLanguage({dialect: StandardSQL})),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({"aria-label": "SQL"}),
      syntaxHighlighting(colors),
      theme,
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: next}}),
    mark: (problem) => {
      const {length} = view.state.doc;
      const from = Math.min(problem?.position ?? 0, Math.max(0, length - 1));
      const word = view.state.wordAt(from);
      view.dispatch(
        setDiagnostics(
          view.state,
          problem
            ? [
                {
                  from,
                  to: Math.min(word?.to ?? from + 1, length),
                  severity: "error",
                  message: problem.message,
                },
              ]
            : [],
        ),
      );
    },
    teach: ({keywords, types, functions, tables}) => {
      const dialect = SQLDialect.define({
        keywords: keywords.join(" "),
        types: types.join(" "),
        doubleDollarQuotedStrings: true,
      });
      const options = functions.map((label) => ({label, type: "function", apply: `${label}(`}));
      view.dispatch({
        effects: language.reconfigure([
          sqlLanguage({dialect, schema: tables}),
          dialect.language.data.of({
            autocomplete: functionsAfter(options),
          }),
        ]),
      });
    },
    focus: () => view.focus(),
  };
}

function functionsAfter(options: {label: string}[]): CompletionSource {
  return (context: CompletionContext) => {
    const word = context.matchBefore(/\w+/);
    return word && word.to - word.from > 1 ? {from: word.from, options, validFor: /^\w*$/} : null;
  };
}
