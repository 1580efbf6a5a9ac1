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

function paintOf(path: Element): string {
  return [...path.attributes]
    .filter(({name}) => name !== "d")
    .map(({name, value}) => `${name}=${value}`)
    .sort()
    .join(" ");
}
