import type {Citation} from "./citation.js";
import {cutFace, faceOf, faces, fontRules} from "./faces.js";
import {toEmbeddedJson, toXml} from "./xml.js";

/**
 * Returns a figure as a file: with the fonts it uses, cut to their letters and
 * looked for in the given families after its own, and its citation as metadata.
 */
export async function svgFile(
  svg: SVGSVGElement,
  citation: Citation,
  families: readonly string[],
): Promise<string> {
  const texts = [...svg.querySelectorAll("text")];
  const parts = await Promise.all(
    faces.map((face) => {
      const own = texts.filter((text) => faceOf(text) === face).map((text) => text.textContent ?? "");
      return cutFace(face, own, families, "woff2");
    }),
  );
  const style = `<style>${fontRules(parts.flat())}a{text-decoration:none}</style>`;
  const metadata = `<metadata><script type="application/ld+json">${toEmbeddedJson(citation)}</script></metadata>`;
  const xml = toXml(svg);
  const at = xml.indexOf("</desc>") + "</desc>".length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.slice(0, at)}${metadata}${style}${xml.slice(at)}\n`;
}
