import {shortPath} from "./shortPath.js";

/** What an element has from the one around it unless it says otherwise, and what an SVG begins with. */
const inherited: Record<string, string> = {
  "fill-opacity": "1",
  "font-family": "",
  "font-size": "",
  "font-weight": "400",
  "pointer-events": "auto",
  stroke: "none",
  "stroke-dasharray": "none",
  "stroke-opacity": "1",
  "stroke-width": "1",
  "text-anchor": "start",
  fill: "",
};

/**
 * Returns the drawing as a page carries it: the same to the eye, without what its
 * elements have from those around them anyway, and with paths in few letters. A page has every
 * drawing three times. `fill="none"` stays where it is: the page's style asks for it.
 */
export function shorten(svg: SVGSVGElement): SVGSVGElement {
  shortenIn(svg, inherited);
  return svg;
}

function shortenIn(element: Element, around: Readonly<Record<string, string>>): void {
  const own = {...around};
  for (const {name, value} of [...element.attributes]) {
    if (name === "d") element.setAttribute(name, shortPath(value));
    else if (/^(?:[xy][12]?|c[xy]|r|width|height)$/.test(name) && isLong.test(value))
      element.setAttribute(name, String(Math.round(Number(value) * 100) / 100));
    else if (name in inherited) {
      if (own[name] === value && !(name === "fill" && value === "none")) element.removeAttribute(name);
      own[name] = value;
    }
  }
  for (const child of element.children) shortenIn(child, own);
}

const isLong = /^-?\d*\.\d{3,}$/;
