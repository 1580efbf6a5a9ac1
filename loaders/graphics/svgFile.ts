import type {Citation} from "./citation.js";
import {cutFace, faces, type Script, scriptOf} from "./faces.js";
import {toEmbeddedJson, toXml} from "./xml.js";

/** Returns a figure as a file: with the fonts it uses, cut to their glyphs, and its citation as metadata. */
export async function svgFile(svg: SVGSVGElement, citation: Citation): Promise<string> {
  const cuts = await Promise.all(faces.map((face) => cutFace(face, textIn(svg, face), "woff2")));
  const rules = cuts
    .flat()
    .map(
      ({face, script, font}) =>
        `@font-face{font-family:"${face.name}";font-weight:${face.weight};src:url(data:font/woff2;base64,${font.toString("base64")}) format("woff2")${script === "latin" ? "" : `;unicode-range:${rangeOf(textIn(svg, face), script)}`}}`,
    );
  const style = `<style>${rules.join("")}text{font-variant-numeric:tabular-nums}a{text-decoration:none}</style>`;
  const metadata = `<metadata><script type="application/ld+json">${toEmbeddedJson(citation)}</script></metadata>`;
  const xml = toXml(svg);
  const at = xml.indexOf("</desc>") + "</desc>".length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.slice(0, at)}${metadata}${style}${xml.slice(at)}\n`;
}

function rangeOf(text: string, script: Script): string {
  const codes = new Set([...text].filter((c) => scriptOf(c) === script).map((c) => c.codePointAt(0)!));
  return [...codes].map((code) => `U+${code.toString(16)}`).join(",");
}

/** Returns the text that is set in a face, in no order that matters. */
function textIn(svg: SVGSVGElement, {name, weight}: {name: string; weight: number}): string {
  const texts = [...svg.querySelectorAll("text")].filter((text) => {
    const family = text.getAttribute("font-family") ?? "Inter";
    return family.includes(name) && Number(text.getAttribute("font-weight") ?? 400) === weight;
  });
  return texts.map((text) => text.textContent).join("");
}
