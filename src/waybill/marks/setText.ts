const svg = "http://www.w3.org/2000/svg";

export interface TextAttributes {
  /** Where the text's middle is, or its start. */
  x: number;
  y: number;
  lines: readonly string[];
  anchor: "start" | "middle" | "end";
  size: number;
  lineHeight?: number;
  fill?: string;
  weight?: number;
  family?: string;
}

const round = (value: number): number => Math.round(value * 100) / 100 || 0;

/** Returns a text element of one line or several, whose middle is at the given height. */
export function setText(
  document: Document,
  {x, y, lines, anchor, size, lineHeight = 1.2, fill, weight, family}: TextAttributes,
): SVGElement {
  const text = document.createElementNS(svg, "text");
  const attributes = {
    transform: `translate(${round(x)},${round(y)})`,
    "text-anchor": anchor,
    "font-size": size,
    ...(family === undefined ? {} : {"font-family": family}),
    ...(weight === undefined ? {} : {"font-weight": weight}),
    ...(fill === undefined ? {} : {fill}),
    stroke: "none",
  };
  for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value));
  // A capital is about 0.73 em high: its middle is where the line's is.
  const first = 0.36 - ((lines.length - 1) * lineHeight) / 2;
  if (lines.length === 1) {
    text.setAttribute("y", `${round(first)}em`);
    text.textContent = lines[0];
    return text;
  }
  lines.forEach((line, i) => {
    const span = document.createElementNS(svg, "tspan");
    span.setAttribute("x", "0");
    span.setAttribute("y", `${round(first + i * lineHeight)}em`);
    span.textContent = line;
    text.append(span);
  });
  return text;
}

/** Adds a title to an element: what is cut short or left out can be read in full. */
export function entitle(element: Element, words: string): void {
  const title = element.ownerDocument.createElementNS(svg, "title");
  title.textContent = words;
  element.append(title);
}
