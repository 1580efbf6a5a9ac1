/** Who passes on whose report; a name that is null is not given. */
export interface Passing {
  from: string | null;
  to: string | null;
  /** Whether the first is a document, not a report. */
  isDocument: boolean;
}

export interface Descendant {
  name: string;
  /** The row in whose link its words stand. */
  row: number;
  /** The first that it has its report from; a document is nobody's parent. */
  parent: Descendant | null;
  children: Descendant[];
  /** The documents that it rests on. */
  documents: Descendant[];
  /** Rows of which no line is drawn, as it has the report from another already, or as they close a circle. */
  also: number[];
  depth: number;
  isDocument: boolean;
  /** The topmost report that it comes down from: itself, for an origin. */
  origin: Descendant;
}

/**
 * Returns all parties as trees, each below the first that it has a report from
 * and before what comes down from it; documents stand right before what rests
 * on them. What would close a circle is no descent.
 */
export function descentOf(rows: readonly Passing[]): Descendant[] {
  const nodes = new Map<string, Descendant>();
  rows.forEach(({from, to}, row) => {
    for (const name of [from, to]) if (name !== null && !nodes.has(name)) nodes.set(name, newNode(name, row));
  });
  rows.forEach(({from, to, isDocument}, row) => {
    const [parent, child] = [from, to].map((name) => (name === null ? undefined : nodes.get(name)));
    if (parent && child && join(parent, child, isDocument)) return;
    const node = child ?? parent;
    if (node && node.row !== row) node.also.push(row);
  });
  // All origins stand in one column, after their documents.
  const first = [...nodes.values()].some(({isDocument}) => isDocument) ? 1 : 0;
  const order: Descendant[] = [];
  const visit = (node: Descendant): void => {
    node.depth = node.parent ? node.parent.depth + 1 : first;
    node.origin = node.parent?.origin ?? node;
    for (const document of node.documents) {
      document.origin = node.origin;
      order.push(document);
    }
    order.push(node);
    for (const child of node.children) visit(child);
  };
  for (const node of nodes.values()) if (!node.parent && !node.isDocument) visit(node);
  return order;
}

/** Puts the first before the second, and returns whether that is so now. */
function join(before: Descendant, node: Descendant, isDocument: boolean): boolean {
  if (before === node.parent) return true;
  const isFree = before.children.length === 0 && !before.isDocument && before.parent === null;
  // What rests on documents that a report stands before has no room for them.
  if (
    isDocument &&
    isFree &&
    before.documents.length === 0 &&
    before !== node &&
    node.parent === null &&
    !node.isDocument
  ) {
    before.isDocument = true;
    node.documents.push(before);
    return true;
  }
  if (
    node.parent ||
    node.documents.length > 0 ||
    node.isDocument ||
    before.isDocument ||
    isAbove(node, before)
  )
    return false;
  node.parent = before;
  before.children.push(node);
  return true;
}

const isAbove = (node: Descendant, other: Descendant): boolean =>
  node === other || (other.parent !== null && isAbove(node, other.parent));

function newNode(name: string, row: number): Descendant {
  const none = {parent: null, children: [], documents: [], also: []};
  const node = {name, row, ...none, depth: 0, isDocument: false} as unknown as Descendant;
  node.origin = node;
  return node;
}
