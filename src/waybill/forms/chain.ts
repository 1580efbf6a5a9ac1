import type * as Plot from "@observablehq/plot";
import {chainHeight, hedgedChain} from "../marks/index.js";
import {stateOf} from "../marks/state.js";
import {textSize} from "../theme.js";
import {memberOf, nameReaderOf, readerOf} from "./channels.js";
import {descent} from "./descent.js";
import type {Channel, Form, FormOptions, FormRow, Rows} from "./Form.js";
import {keyOf} from "./key.js";
import {lineOf, sideOf, wordSizeOf} from "./measure.js";
import {sketch} from "./sketch.js";
import {stackWords} from "./stackWords.js";
import {startForm} from "./startForm.js";
import {textBlock} from "./textBlock.js";

/** A row in which somebody hands something on. */
export interface ChainRow extends FormRow {
  supplier?: string | null;
  recipient?: string | null;
  via?: string | null;
}

export interface ChainFormOptions<Row extends ChainRow = ChainRow> extends FormOptions<Row> {
  /** Who hands on, and to whom; the columns `supplier` and `recipient`, or `from` and `to`, by default. */
  from?: Channel<Row, string>;
  to?: Channel<Row, string>;
  /** Where the one who hands on is, and the one who is handed it, such as countries; null for nowhere. */
  fromZone?: Channel<Row, string | null>;
  toZone?: Channel<Row, string | null>;
  /** In place of both: the zone of a party. */
  zone?: (party: string) => string | null;
  /** A few words on who a party is. */
  who?: Readonly<Record<string, string>> | ((party: string) => string | null);
  /** The links that may be part of the one way that runs straight; all that happened, by default. */
  spine?: Channel<Row, unknown>;
  /** The rows that stand below in words, such as what was only ordered; none by default. */
  aside?: Rows<Row>;
  /** What stands above those words. */
  asideHead?: string;
  /** Whether links are arrows; true by default. */
  heads?: boolean;
  /** "descent" draws reports and those who pass them on: origins large, no arrows, one colour an origin. */
  shape?: "links" | "descent";
  /** In a descent, the rows whose first party is a document, not a report; the column `is_document` by default. */
  documents?: Channel<Row, unknown>;
  /** What stands above the columns of a descent or, in a list, above the first of each: “Documents”, “First reported by”. */
  levels?: readonly string[];
}

/**
 * Returns who hands what on to whom: parties in boxes, links between them
 * painted by how far the matter got, from left to right where there is room,
 * else from top to bottom. A chain without branches that comes back to a zone, such
 * as a country, has a lane for each. A row without both parties stands below in words.
 *
 * ```js
 * chain([{supplier: "The Mill", recipient: "Harbour Works", label: "steel plates"}], {who: {"The Mill": "a maker of plates"}})
 * ```
 */
export function chain<Row extends ChainRow>(
  given: Iterable<Row>,
  options: ChainFormOptions<Row> = {},
): SVGSVGElement {
  if (options.shape === "descent") return descent(given, options);
  const all = [...given];
  const isLeftOut = memberOf(options.mostHeight === undefined ? [] : (options.aside ?? []), all);
  const form = startForm(
    all.filter((row) => !isLeftOut(row)),
    options,
  );
  const {rows, width, color, labelOf} = form;
  const [from, to] = partiesOf(options);
  const side = sideOf(width);
  const isAside = options.aside === undefined ? () => false : memberOf(options.aside, form.given);
  const isLink = (row: Row): boolean => from(row) !== null && to(row) !== null && !isAside(row);
  const links = rows.filter(isLink);
  const {heads = true, spine = happened} = options;
  const isSpine = readerOf<Row, unknown>(spine);
  const link = {
    ...form.own,
    from,
    to,
    label: (row: Row) => [labelOf(row), viaOf(row)].filter(Boolean).join(" "),
    spine: (row: Row) => Boolean(isSpine(row)),
    heads,
    fontSize: width >= 920 ? 16 : width < 560 || width >= 800 ? textSize.body : textSize.value,
    zone: options.zone ?? zonesOf(links, options),
    note: whoOf(options.who),
    stroke: form.colorOf,
    textFill: color("ink"),
    mutedFill: color("muted"),
    boxFill: color("paper"),
    boxStroke: color("rule"),
    zoneFill: (["land", "slatePale", "ochrePale", "rule"] as const).map(color),
  };
  const top = links.length > 0 ? chainHeight(links, {...link, width: width - 2 * side}) : 0;
  const saidOf = (row: Row): string =>
    isAside(row)
      ? [form.textOf(row), labelOf(row)].filter(Boolean).join(" ")
      : [from(row) ?? to(row), labelOf(row)].filter(Boolean).join(": ");
  const below = rows.flatMap((row, i) => (isLink(row) ? [] : [{row: i, text: saidOf(row)}]));
  const wordSize = wordSizeOf(width);
  const start = top > 0 && below.length > 0 ? top + (options.asideHead ? 22 : 14) : top;
  const head = textBlock(
    options.asideHead && rows.some(isAside)
      ? [{text: options.asideHead, size: wordSize, weight: 600, color: color("muted")}]
      : [],
    width - 2 * side,
  );
  const words = stackWords(below, {
    x: side,
    y: start + (head.height > 0 ? head.height + 4 : 0),
    width: width - 2 * side,
    size: wordSize,
  });
  return form.finish({
    height: words.bottom,
    marginLeft: side,
    marginRight: side,
    marginBottom: Math.max(0, words.bottom - top),
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    marks: [
      links.length > 0
        ? hedgedChain(rows, {...link, filter: isLink} as Parameters<typeof hedgedChain>[1])
        : null,
      sketch(head.at(side, start)),
      form.words(words.pieces, {fontSize: wordSize, lineHeight: lineOf(wordSize) / wordSize}),
    ] as Plot.Markish[],
  });
}
const shows = {shape: "line", ends: true, paint: true} as const;
chain.shows = shows;
chain.key = <Row extends ChainRow>(data: Iterable<Row>, options: ChainFormOptions<Row> = {}) => {
  const rows = [...data];
  const isAside = options.aside === undefined ? () => false : memberOf(options.aside, rows);
  const drawn = Object.assign((() => null) as unknown as Form<Row>, {shows});
  return keyOf(
    drawn,
    rows.filter((row) => !isAside(row)),
    options,
  );
};

const happened = ({status}: ChainRow): boolean => stateOf(status) === "happened";

const viaOf = ({via}: ChainRow): string => (via ? `(via ${via})` : "");

/** Returns functions from a row to who hands on, and to whom. */
export function partiesOf<Row extends ChainRow>(options: ChainFormOptions<Row>) {
  return [
    nameReaderOf<Row>(options.from, "supplier", "from"),
    nameReaderOf<Row>(options.to, "recipient", "to"),
  ] as const;
}

function whoOf(who: ChainFormOptions["who"]): (party: string) => string | null {
  return typeof who === "function" ? who : (party) => who?.[party] ?? null;
}

function zonesOf<Row extends ChainRow>(
  rows: readonly Row[],
  options: ChainFormOptions<Row>,
): (party: string) => string | null {
  const [from, to] = partiesOf(options);
  const [fromZone, toZone] = [
    nameReaderOf<Row>(options.fromZone, "from_zone", "supplier_country"),
    nameReaderOf<Row>(options.toZone, "to_zone", "recipient_country"),
  ];
  const zones = new Map(
    rows
      .flatMap((row) => [[from(row), fromZone(row)] as const, [to(row), toZone(row)] as const])
      .filter(([, zone]) => zone !== null),
  );
  // A country that hands on itself is no party in a country: its name would stand around its name.
  return (party) => {
    const zone = zones.get(party) ?? null;
    return zone === party ? null : zone;
  };
}
