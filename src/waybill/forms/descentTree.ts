/** Who passes on whose report; a name that is null is not given. */
export interface Passing {
  from: string | null;
  to: string | null;
  /** Whether the first is a document, not a report. */
  isDocument: boolean;
}

export interface Descendant {
  name: string;
  /** The row that names it first, as the one who has the report, if there is one. */
  row: number;
  parent: Descendant | null;
  children: Descendant[];
  depth: number;
  isDocument: boolean;
  /** The topmost report that it comes down from; itself, for an origin and for documents without any. */
  origin: Descendant;
}

/**
 * Returns all parties as trees, each below the first that it has a report from
 * and before what comes down from it. What would close a circle is no descent.
 */
export function descentOf(rows: readonly Passing[]): Descendant[] {
  const nodes = new Map<string, Descendant>();
  rows.forEach(({from, to}, row) => {
    for (const name of [from, to]) if (name !== null && !nodes.has(name)) nodes.set(name, newNode(name, row));
  });
  rows.forEach(({from, to, isDocument}, row) => {
    const [parent, child] = [from, to].map((name) => (name === null ? undefined : nodes.get(name)));
    if (parent && isDocument) parent.isDocument = true;
    if (!parent || !child || child.parent || isAbove(child, parent)) return;
    child.parent = parent;
    child.row = row;
    parent.children.push(child);
  });
  // All origins stand in one column, after their documents.
  const hasDocuments = [...nodes.values()].some(({isDocument}) => isDocument);
  const order: Descendant[] = [];
  const visit = (node: Descendant): void => {
    order.push(node);
    node.depth = node.parent ? node.parent.depth + 1 : hasDocuments && !node.isDocument ? 1 : 0;
    if (node.parent && !node.parent.isDocument) node.origin = node.parent.origin;
    for (const child of node.children) visit(child);
  };
  for (const node of nodes.values()) if (!node.parent) visit(node);
  return order;
}

const isAbove = (node: Descendant, other: Descendant): boolean =>
  node === other || (other.parent !== null && isAbove(node, other.parent));

function newNode(name: string, row: number): Descendant {
  const node = {name, row, parent: null, children: [], depth: 0, isDocument: false} as unknown as Descendant;
  node.origin = node;
  return node;
}

/** Returns how many come down from a party. */
export const countBelow = ({children}: Descendant): number =>
  children.reduce((sum, child) => sum + 1 + countBelow(child), 0);
