import {wrapText} from "../textWidth.js";
import {colorsOf, textSize} from "../theme.js";
import {memberOf, notesOf} from "./channels.js";
import {dress} from "./dress.js";
import type {Form, FormOptions, FormRow, Rows} from "./Form.js";
import {type KeyItem, keyOf} from "./key.js";
import {sideOf} from "./measure.js";

const svgNamespace = "http://www.w3.org/2000/svg";
const gap = 30;

/** A form that some of a chart's rows take, with options of its own and a small heading. */
export interface Part<Row extends FormRow> {
  form: Form<Row>;
  /** Which of the rows that no part before has taken; all of them by default. */
  of?: Rows<Row>;
  options?: FormOptions<Row>;
  head?: string;
}

/**
 * Returns a form that draws several forms one below the other, each for its
 * part of the rows, in one drawing: options of the whole hold for every part.
 * A part without rows is left out; a row that no part takes is an error.
 *
 * ```js
 * stack([{of: (row) => row.unit === "USD", form: bars, head: "Paid"}, {form: numbers, head: "Landed"}])([
 *   {label: "Wheat", value: 225e6, unit: "USD"},
 *   {label: "tarpaulin", value: 12, unit: "tonne"},
 * ])
 * ```
 */
export function stack<Row extends FormRow>(parts: readonly Part<Row>[]): Form<Row> {
  const draw: Form<Row> = (data, options = {}) => {
    const given = Array.from(data);
    const {width = 640, document = globalThis.document, theme = "auto", ariaLabel = "Chart"} = options;
    const color = colorsOf(theme);
    const svg = document.createElementNS(svgNamespace, "svg") as SVGSVGElement;
    let y = 0;
    for (const {form, head, rows, own} of shared(parts, given, options)) {
      if (y > 0) y += gap;
      if (head) {
        const lines = wrapText(head, width - 2 * sideOf(width), {size: textSize.value, weight: 600});
        for (const [n, line] of lines.entries()) {
          const text = document.createElementNS(svgNamespace, "text");
          const attributes = {
            x: sideOf(width),
            y: y + 13 + 20 * n,
            "font-size": textSize.value,
            "font-weight": 600,
          };
          for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value));
          text.append(document.createTextNode(line));
          svg.append(text);
        }
        y += 8 + 20 * lines.length;
      }
      const drawn = form(rows, own);
      const group = document.createElementNS(svgNamespace, "g");
      group.setAttribute("transform", `translate(0,${y})`);
      for (const link of drawn.querySelectorAll("[data-row]"))
        link.setAttribute("data-row", String(given.indexOf(rows[Number(link.getAttribute("data-row"))])));
      group.append(...drawn.childNodes);
      svg.append(group);
      y += Number(drawn.getAttribute("height"));
    }
    return dress(svg, {width, height: y, color, ariaLabel});
  };
  draw.key = (data, options = {}) => {
    const items = shared(parts, Array.from(data), options).flatMap(({form, rows, own}) =>
      keyOf(form, rows, own),
    );
    return [...new Map<string, KeyItem>(items.map((item) => [item.text, item])).values()];
  };
  return draw;
}

interface Shared<Row extends FormRow> {
  form: Form<Row>;
  head: string | undefined;
  rows: Row[];
  own: FormOptions<Row>;
}

function shared<Row extends FormRow>(
  parts: readonly Part<Row>[],
  given: readonly Row[],
  {emphasis, annotations, note, ...options}: FormOptions<Row>,
): Shared<Row>[] {
  const left = new Set(given);
  // An index or a column of booleans is one of all rows, not of a part's.
  const notes = notesOf({...(annotations && {annotations}), ...(note && {note})}, given);
  const whole: FormOptions<Row> = {
    ...options,
    ...(emphasis !== undefined && {emphasis: memberOf(emphasis, given)}),
    ...(notes.size > 0 && {note: (row: Row) => notes.get(row) ?? null}),
  };
  const all = parts.map(({of, form, head, options: own}) => {
    const isOf = memberOf(of, given);
    const rows = [...left].filter((row) => isOf(row));
    for (const row of rows) left.delete(row);
    return {form, head, rows, own: {...whole, ...own}};
  });
  if (left.size > 0) {
    const [row] = left;
    throw new Error(
      `no part of the stack takes row ${given.indexOf(row)}: "${row.label ?? row.thing ?? ""}"`,
    );
  }
  return all.filter(({rows}) => rows.length > 0);
}
