import type {Citation} from "./citation.js";
import {cutFace, faceOf, faces, fontRules} from "./faces.js";
import {withOutlines} from "./outlines.js";
import type {Typesetter} from "./Typesetter.js";
import {toEmbeddedJson, toXml} from "./xml.js";
import {rdfOf, xmpProperties} from "./xmp.js";

export interface SvgOptions {
  citation: Citation;
  /** Alternative text of the whole figure. */
  alt: string;
}

/**
 * Returns a figure as a file: with the fonts it uses, cut to their letters and
 * looked for in the given families after its own, and its citation.
 */
export async function svgFile(
  svg: SVGSVGElement,
  {families, ...options}: SvgOptions & {families: readonly string[]},
): Promise<string> {
  const texts = [...svg.querySelectorAll("text")];
  const parts = await Promise.all(
    faces.map((face) => {
      const own = texts.filter((text) => faceOf(text) === face).map((text) => text.textContent ?? "");
      return cutFace(face, own, families, "woff2");
    }),
  );
  return written(svg, `<style>${fontRules(parts.flat())}a{text-decoration:none}</style>`, options);
}

/**
 * Returns a figure as a file for programs that pass over the fonts in an SVG:
 * its text as outlines, and all its words at the end of its description, where
 * they can be searched and copied.
 */
export function outlinedSvgFile(
  svg: SVGSVGElement,
  {typesetter, ...options}: SvgOptions & {typesetter: Typesetter},
): string {
  const outlined = withOutlines(svg, typesetter);
  const words = [...svg.querySelectorAll("text")].map((text) => text.textContent);
  outlined.querySelector("desc")?.append(svg.ownerDocument.createTextNode(` ${words.join(" ")}`));
  return written(outlined, "", options);
}

/**
 * The whole citation is an attribute of the root, which is kept where metadata
 * is cleaned away, and scripts are refused; what libraries read is metadata.
 */
function written(svg: SVGSVGElement, style: string, {citation, alt}: SvgOptions): string {
  const fields = xmpProperties(citation, {alt}, ["waybill:citation", "Iptc4xmpCore:ExtDescrAccessibility"]);
  const xml = toXml(svg);
  const start = "<svg".length;
  const at = xml.indexOf("</desc>") + "</desc>".length;
  const attribute = ` data-citation='${toEmbeddedJson(citation).replaceAll("'", "\\u0027")}'`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg${attribute}${xml.slice(start, at)}<metadata>${rdfOf(fields)}</metadata>${style}${xml.slice(at)}\n`;
}
