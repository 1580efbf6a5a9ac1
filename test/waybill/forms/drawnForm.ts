import {parseHTML} from "linkedom";

/** A document without a browser. */
export const document = parseHTML("<!doctype html><html><body></body></html>")
  .document as unknown as Document;

/** Returns the lines of text of a drawing, or of a link in it. */
export const wordsOf = (svg: Element): string[] =>
  [...svg.querySelectorAll("text")].map((text) => text.firstChild?.nodeValue ?? "");

/** Returns the links of a drawing by the numbers of their rows. */
export const linksOf = (svg: Element): Map<number, Element> =>
  new Map(
    [...svg.querySelectorAll("a[data-row]")].map((link) => [Number(link.getAttribute("data-row")), link]),
  );
