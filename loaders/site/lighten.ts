/**
 * Past so many marks three drawings with a named link for each weigh more than
 * the rows and the code that draws them. npm run bench -- charts finds the point
 * near 400 for marks with many words, near 1,000 for bars with a label, and
 * beyond 5,000 for bare dots; this is the first of them.
 */
export const mostMarks = 400;

/** Lines of the table that stand in the page; the rest is in the data file. */
export const mostTableRows = 500;

/**
 * Returns the drawing as a light picture: without links, names and
 * labels of single marks, and with all shapes of one paint that follow each
 * other as one path.
 */
export function lighten(svg: SVGSVGElement): SVGSVGElement {
  for (const link of [...svg.querySelectorAll("a")]) {
    for (const label of [...link.querySelectorAll("text")]) label.remove();
    for (const group of [...link.querySelectorAll("g")].reverse()) unwrap(group);
    for (const node of [...link.childNodes]) if (node.nodeType === 3) node.remove();
    link.replaceWith(...link.childNodes);
  }
  let before: Element | null = null;
  for (const path of [...svg.querySelectorAll("path")]) {
    if (before && before.nextSibling === path && paintOf(before) === paintOf(path)) {
      before.setAttribute("d", before.getAttribute("d")! + path.getAttribute("d")!);
      path.remove();
    } else before = path;
  }
  return svg;
}

/** Replaces a group by what is in it, with the paint that it had from the group; one that moves what is in it stays. */
function unwrap(group: Element): void {
  if (group.childElementCount > 0 && group.hasAttribute("transform")) return;
  for (const child of [...group.children])
    for (const {name, value} of [...group.attributes])
      if (!child.hasAttribute(name)) child.setAttribute(name, value);
  group.replaceWith(...group.childNodes);
}

function paintOf(path: Element): string {
  return [...path.attributes]
    .filter(({name}) => name !== "d")
    .map(({name, value}) => `${name}=${value}`)
    .sort()
    .join(" ");
}
