import {parseHTML} from "linkedom";
import {SaxesParser} from "saxes";
import {describe, expect, it} from "vitest";
import {escapeXml, toEmbeddedJson, toXml, writable} from "../../loaders/graphics/xml.js";
import {hostileStrings} from "./hostileStrings.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>");
const create = (name: string): Element => document.createElementNS("http://www.w3.org/2000/svg", name);

/** Returns what an XML parser reads: the text, and the attributes of all elements. Throws where it is no XML. */
function readXml(xml: string): {text: string; attributes: Record<string, string>} {
  const parser = new SaxesParser();
  const read = {text: "", attributes: {} as Record<string, string>};
  parser.on("text", (text) => {
    read.text += text;
  });
  parser.on("opentag", ({attributes}) => Object.assign(read.attributes, attributes));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return read;
}

describe("toXml(element)", () => {
  it.each(Object.entries(hostileStrings))(
    "writes %s so that XML and HTML read it as it was",
    (_kind, text) => {
      const svg = create("svg");
      const label = create("text");
      label.setAttribute("aria-label", text);
      label.append(document.createTextNode(text));
      svg.append(label);
      const xml = toXml(svg);
      const kept = writable(text);
      expect(readXml(xml)).toEqual({text: kept, attributes: {"aria-label": kept}});
      const inHtml = parseHTML(`<!doctype html><body>${xml}</body>`).document.querySelector("text")!;
      expect(inHtml.textContent).toBe(kept);
      expect(inHtml.children).toHaveLength(0);
    },
  );

  it("keeps the names that SVG writes with capitals, and closes what is empty", () => {
    const gradient = create("linearGradient");
    gradient.append(create("stop"));
    expect(toXml(gradient)).toBe("<linearGradient><stop /></linearGradient>");
  });
});

describe("writable(text)", () => {
  it.each([
    ["a\u0000b", "a\ufffdb"],
    ["\u001f\ufffe\uffff", "\ufffd\ufffd\ufffd"],
    ["\ud800a\udfff", "\ufffda\ufffd"],
    ["\u0009\u000a\u000d\u0085 🚁 é \u202e", "\u0009\u000a\u000d\u0085 🚁 é \u202e"],
  ])("%j is %j", (text, written) => expect(writable(text)).toBe(written));
});

describe("toEmbeddedJson(value)", () => {
  it.each(Object.entries(hostileStrings))("stands as it is in XML and in a script with %s", (_kind, text) => {
    const json = toEmbeddedJson({[text]: [text]});
    expect(JSON.parse(json)).toEqual({[text]: [text]});
    expect(escapeXml(json)).toBe(json);
    expect(readXml(`<metadata>${json}</metadata>`).text).toBe(json);
    expect(json).not.toMatch(/[<>&\u2028]/);
  });
});
