import {story} from "../story.js";
import {type Citation, dateOf, printedAddress} from "./citation.js";
import {addressOfLicence} from "./licence.js";
import {escapeXml, toEmbeddedJson} from "./xml.js";

export interface XmpOptions {
  /** The description at length, beside the short one that the citation has. */
  alt: string;
}

const namespaces = {
  cc: "http://creativecommons.org/ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  Iptc4xmpCore: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  waybill: "urn:waybill:",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
} as const;

/** A field of XMP: what is in it as XML, or the address that it leads to. */
export type XmpProperty = [
  name: `${keyof typeof namespaces}:${string}`,
  content: string | {resource: string},
];

const lang = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
const seq = (text: string): string => `<rdf:Seq><rdf:li>${escapeXml(text)}</rdf:li></rdf:Seq>`;

/**
 * Returns a citation in the fields that photo desks, libraries and layout
 * programs read (Dublin Core, Photoshop, IPTC Core, Creative Commons), and last
 * in full. What a program writes itself may be left out by its name.
 */
export function xmpProperties(
  citation: Citation,
  {alt}: XmpOptions,
  leftOut: readonly string[] = [],
): XmpProperty[] {
  const {name, description, creditText, license, url} = citation;
  const creator = story().byline;
  const licence = addressOfLicence(license);
  const time = dateOf(citation)?.toISOString().replace(/\.\d+/, "") ?? "";
  const rights = `${creator}. Licence: ${license}`;
  const properties: XmpProperty[] = [
    ["dc:title", lang(name)],
    ["dc:description", lang(description)],
    ["dc:creator", seq(creator)],
    ["dc:rights", lang(rights)],
    ["dc:source", escapeXml(url ?? "")],
    ["dc:identifier", escapeXml(printedAddress(citation))],
    ["photoshop:Credit", escapeXml(creditText)],
    ["photoshop:Headline", escapeXml(name)],
    ["photoshop:DateCreated", time.slice(0, 10)],
    ["xmp:CreateDate", time],
    ["Iptc4xmpCore:AltTextAccessibility", lang(description)],
    ["Iptc4xmpCore:ExtDescrAccessibility", lang(alt)],
    ["xmpRights:Marked", "True"],
    ["xmpRights:UsageTerms", lang(rights)],
    ["xmpRights:WebStatement", escapeXml(licence ?? "")],
    ["cc:attributionName", escapeXml(creator)],
    ["cc:license", licence ? {resource: licence} : ""],
    ["waybill:citation", toEmbeddedJson(citation)],
  ];
  return properties.filter(([property, content]) => content !== "" && !leftOut.includes(property));
}

/** Returns properties as one description in RDF, each namespace declared once. */
export function toRdf(properties: readonly XmpProperty[]): string {
  const used = new Set(properties.map(([name]) => name.split(":")[0]));
  const declared = Object.entries(namespaces)
    .filter(([prefix]) => used.has(prefix))
    .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`);
  const inside = properties.map(([name, content]) =>
    typeof content === "string"
      ? `<${name}>${content}</${name}>`
      : `<${name} rdf:resource="${escapeXml(content.resource)}"/>`,
  );
  return `<rdf:Description rdf:about=""${declared.join("")}>${inside.join("")}</rdf:Description>`;
}

/** Returns properties as RDF that stands by itself. */
export function rdfOf(properties: readonly XmpProperty[]): string {
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${toRdf(properties)}</rdf:RDF>`;
}

/** Returns a citation as a packet of XMP, as pictures carry it. */
export function xmpPacket(citation: Citation, options: XmpOptions): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">${rdfOf(xmpProperties(citation, options))}</x:xmpmeta><?xpacket end="r"?>`;
}
