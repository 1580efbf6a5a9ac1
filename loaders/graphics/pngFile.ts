import {renderAsync} from "@resvg/resvg-js";
import type {Citation} from "./citation.js";
import {encodePng} from "./encodePng.js";
import {withOutlines} from "./outlines.js";
import type {Typesetter} from "./Typesetter.js";
import {toXml} from "./xml.js";
import {xmpPacket} from "./xmp.js";

export interface PngOptions {
  citation: Citation;
  /** Pixels for each of the drawing's. */
  scale: number;
  typesetter: Typesetter;
  /** Alternative text of the whole figure. */
  alt: string;
}

/** Pixels to the inch of a screen, as CSS counts them. */
const screenDensity = 96;

/** Returns a figure as PNG, drawn without a browser, with its citation as XMP and in text chunks. */
export async function pngFile(
  svg: SVGSVGElement,
  {citation, scale, typesetter, alt}: PngOptions,
): Promise<Buffer> {
  const image = await renderAsync(toXml(withOutlines(svg, typesetter)), {
    fitTo: {mode: "zoom", value: scale},
    font: {loadSystemFonts: false},
  });
  return encodePng(image.pixels, {
    width: image.width,
    height: image.height,
    density: screenDensity * scale,
    texts: {
      Title: citation.name,
      Description: citation.description,
      Source: citation.creditText,
      Copyright: `Licence: ${citation.license}`,
      ...(citation.url ? {URL: citation.url} : {}),
      "XML:com.adobe.xmp": xmpPacket(citation, {alt}),
    },
  });
}
