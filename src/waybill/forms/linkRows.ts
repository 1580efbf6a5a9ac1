import {withVisibleWords} from "../markName.js";

const svgNamespace = "http://www.w3.org/2000/svg";

export interface LinkOptions<Row> {
  /** Classes of the groups whose children are drawings of rows: for each child's index the row's, or null where they are the same. */
  classes: ReadonlyMap<string, readonly number[] | null>;
  /** The row's place among the rows that were given, for scripts and tables. */
  indexOf: (row: Row) => number;
  name: (row: Row) => string;
  href: (row: Row) => string | null;
  document: Document;
}

interface Sourced {
  stands_on?: string | null;
  facts?: string | null;
}

/**
 * Puts all that Plot drew of one row, shapes and words, into one link, in the
 * order of the rows: named, so that each is read once and a pointer anywhere
 * on it leads to its sentence. A row that leads nowhere is a named group.
 */
export function linkRows<Row extends object>(
  svg: Element,
  rows: readonly Row[],
  {classes, indexOf, name, href, document}: LinkOptions<Row>,
): void {
  const parts = rows.map((): Element[] => []);
  const selector = [...classes.keys()].map((name) => `g.${name}`).join(", ");
  for (const group of [...svg.querySelectorAll(selector)]) {
    const rowOf = classes.get(group.getAttribute("class") ?? "") ?? null;
    const drawn = new Map<number, Element[]>();
    for (const child of [...group.childNodes] as Element[]) {
      const datum = datumOf(child);
      const index = datum === undefined || rowOf === null ? datum : rowOf[datum];
      if (index === undefined || !parts[index]) continue;
      const own = drawn.get(index);
      if (own) own.push(child);
      else drawn.set(index, [child]);
    }
    for (const name of ["class", "aria-label"]) group.removeAttribute(name);
    const isBare = group.attributes.length === 0;
    for (const [index, own] of drawn) {
      if (isBare) {
        parts[index].push(...own);
        for (const child of own) child.remove();
        continue;
      }
      const shell = group.cloneNode(false) as Element;
      shell.append(...own);
      parts[index].push(shell);
    }
    // What no row has for itself, such as the ground of a chain, stays where it is.
    if (group.childNodes.length === 0) group.remove();
  }
  const all = document.createElementNS(svgNamespace, "g");
  rows.forEach((row, i) => {
    if (parts[i].length === 0) return;
    const to = href(row);
    const link = document.createElementNS(svgNamespace, to === null ? "g" : "a");
    const drawn = inReadingOrder(parts[i]);
    const visible = drawn
      .flatMap(textsIn)
      .map((text) => text.textContent)
      .join(" ");
    const {stands_on, facts} = row as Sourced;
    const attributes = {
      href: to,
      role: to === null ? "img" : null,
      "aria-label": withVisibleWords(name(row), visible),
      "data-row": String(indexOf(row)),
      "data-stands-on": stands_on ?? null,
      "data-facts": facts ?? null,
    };
    for (const [attribute, value] of Object.entries(attributes))
      if (value !== null) link.setAttribute(attribute, value);
    for (const part of drawn) {
      // Without a blank, words of two lines would be one word to whoever reads the link's text.
      for (const text of part.localName === "text" ? [] : textsIn(part))
        if (text.nextSibling) text.after(document.createTextNode("\n"));
      link.append(part, document.createTextNode("\n"));
    }
    all.append(link);
  });
  svg.append(all);
}

const textsIn = (part: Element): Element[] =>
  part.localName === "text" ? [part] : [...part.querySelectorAll("text")];

/**
 * Returns the parts of a link, words after shapes and as they are read, the lines
 * of one text together: whoever hears them, or says them, goes by their order.
 */
function inReadingOrder(parts: readonly Element[]): Element[] {
  const blocks = parts.reduce(addBlocks, []);
  const read = [...blocks].sort((a, b) => byPlace(a.lines[0], b.lines[0]));
  if (blocks.every((block, n) => block === read[n])) return [...parts];
  const words = read.flatMap(({shell, lines}) => {
    if (shell === null) return lines;
    const own = shell.cloneNode(false) as Element;
    own.append(...lines);
    return [own];
  });
  const shapes = parts.filter((part) => part.localName !== "text" && part.childNodes.length > 0);
  return [...shapes, ...words];
}

/** The lines of one text. */
interface Block {
  /** The group they stand in, if any. */
  shell: Element | null;
  lines: Element[];
}

/** Adds the texts of a part to those before; lines of one text are of one datum and at one x. */
function addBlocks(blocks: Block[], part: Element): Block[] {
  const shell = part.localName === "text" ? null : part;
  for (const line of textsIn(part)) {
    const last = blocks.at(-1);
    const goesOn =
      last?.shell === shell &&
      datumOf(last.lines[0]) === datumOf(line) &&
      last.lines[0].getAttribute("x") === line.getAttribute("x");
    if (last && goesOn) last.lines.push(line);
    else blocks.push({shell, lines: [line]});
  }
  return blocks;
}

function datumOf(node: Element): number | undefined {
  const own = (node as unknown as {__data__?: number | number[]}).__data__;
  const index = own ?? (node.firstChild as unknown as {__data__?: number | number[]} | null)?.__data__;
  return Array.isArray(index) ? index[0] : index;
}

// As read: line by line.
function byPlace(a: Element, b: Element): number {
  const [down, across] = ["y", "x"].map(
    (name) => Number(a.getAttribute(name)) - Number(b.getAttribute(name)),
  );
  return Math.abs(down) > 2 ? down : across;
}
