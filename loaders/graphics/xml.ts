import {writable} from "../../src/waybill/model/escape.js";

export {standIn, writable} from "../../src/waybill/model/escape.js";

const inText: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"};
const inAttributes: Record<string, string> = {...inText, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"};

/** Returns text as it is written between the tags of XML, and of HTML. */
export function escapeXml(text: string): string {
  return writable(text).replace(/[&<>\r]/g, (c) => inText[c]);
}

function escapeAttribute(value: string): string {
  return writable(value).replace(/[&<>"\r\n\t]/g, (c) => inAttributes[c]);
}

/**
 * Returns an element as XML, with all that is in it: its elements, their
 * attributes and their text. An SVG written so may stand in HTML too.
 */
export function toXml(element: Element): string {
  const name = element.localName;
  const attributes = [...element.attributes].map((a) => ` ${a.name}="${escapeAttribute(a.value)}"`).join("");
  const inside = [...element.childNodes].map(nodeToXml).join("");
  return inside ? `<${name}${attributes}>${inside}</${name}>` : `<${name}${attributes} />`;
}

function nodeToXml(node: Node): string {
  if (node.nodeType === 1) return toXml(node as Element);
  return node.nodeType === 3 ? escapeXml(node.nodeValue ?? "") : "";
}

/**
 * Returns a value as JSON that can stand as it is in XML and in a script of
 * HTML: what either would read as its own, or cannot hold, is written as \u….
 */
export function toEmbeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[&<>\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
