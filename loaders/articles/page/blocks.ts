/** A stretch of text that stands by itself in a page: a paragraph, a heading, a cell. */
export interface Block {
  /** Its place in the page, and its mark in the document. */
  n: number;
  text: string;
  /** The element that it fills: p where it stands bare in a box. */
  tag: string;
  /** Whether it has no element of its own, and runs between others. */
  isBare: boolean;
  /** Whether it is in a table of data: some pages are laid out in tables. */
  inTable: boolean;
  /** How many of its letters stand in links. */
  linked: number;
  element: Element;
}

const inline = new Set(
  "a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

const filled = new Set("p h1 h2 h3 h4 h5 h6 li dt dd caption figcaption blockquote pre summary".split(" "));

/** What an element is marked by that holds a block. Attributes outlive what readability does to elements. */
export const markOf = "data-block";

/**
 * Returns the blocks under an element, in the page's order, and marks their
 * elements. A bare run of words gets a paragraph of its own: readability puts
 * one there too, which would have no mark.
 */
export function markBlocks(root: Element): Block[] {
  const blocks: Block[] = [];
  const hasBlocks = blockHolders(root);
  const tables = new Set([...root.querySelectorAll("table")].filter(isOfData));
  const isInTable = (element: Element): boolean => {
    const table = element.closest("table");
    return table !== null && tables.has(table);
  };
  const add = (element: Element, isBare: boolean): void => {
    const text = textOf(element);
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    element.setAttribute(markOf, String(blocks.length));
    blocks.push({
      n: blocks.length,
      text,
      tag: element.localName,
      isBare,
      inTable: isInTable(element),
      linked: linkedIn(element),
      element,
    });
  };
  const walk = (element: Element): void => {
    const isFilled = /^t[dh]$/.test(element.localName) ? isInTable(element) : filled.has(element.localName);
    if (isFilled && !hasBlocks.has(element)) {
      add(element, false);
      return;
    }
    let run: Node[] = [];
    const endRun = (): void => {
      const words = run.some((node) => /\S/.test(node.textContent ?? ""));
      if (words) {
        const paragraph = element.ownerDocument.createElement("p");
        element.insertBefore(paragraph, run[0] as ChildNode);
        for (const node of run) paragraph.appendChild(node);
        add(paragraph, true);
      }
      run = [];
    };
    for (const child of [...element.childNodes]) {
      if (isInline(child, hasBlocks)) run.push(child);
      else {
        endRun();
        if (child.nodeType === 1) walk(child as Element);
      }
    }
    endRun();
  };
  walk(root);
  return blocks;
}

function isOfData(table: Element): boolean {
  if (table.querySelector("h1, table") !== null) return false;
  return [...table.querySelectorAll("td, th")].every((cell) => lettersIn(cell.textContent ?? "") < 300);
}

function isInline(node: Node, hasBlocks: ReadonlySet<Node>): boolean {
  if (node.nodeType === 3) return true;
  return node.nodeType === 1 && inline.has((node as Element).localName) && !hasBlocks.has(node);
}

// The elements that have a block somewhere in them: a link may hold a whole teaser.
function blockHolders(root: Element): Set<Node> {
  const holders = new Set<Node>([root]);
  for (const element of root.querySelectorAll("*")) {
    if (inline.has(element.localName)) continue;
    for (let at = element.parentNode; at && !holders.has(at); at = at.parentNode) holders.add(at);
  }
  return holders;
}

/** Returns what an element says: white space as one space, each br as the end of a line. */
function textOf(element: Element): string {
  let text = "";
  const walk = (node: Node): void => {
    if (node.nodeType === 3) text += (node as Text).data.replace(/\s+/g, " ");
    else if (node.nodeName === "BR") text += "\n";
    else for (const child of node.childNodes) walk(child);
  };
  walk(element);
  return text
    .split("\n")
    .map((line) => line.replace(/ +/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function linkedIn(element: Element): number {
  if (element.closest("a[href]")) return lettersIn(element.textContent ?? "");
  let letters = 0;
  for (const link of element.querySelectorAll("a[href]")) letters += lettersIn(link.textContent ?? "");
  return letters;
}

/** Returns how many letters and digits a text has. */
export function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
