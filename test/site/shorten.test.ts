import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {shorten} from "../../loaders/site/shorten.js";

const short = (inside: string, root = 'font-size="13" fill="var(--ink)"'): string => {
  const {document} = parseHTML(`<svg ${root}>${inside}</svg>`);
  return shorten(document.querySelector("svg") as unknown as SVGSVGElement).innerHTML;
};

describe("shorten(svg)", () => {
  it("leaves out what an element has from those around it", () => {
    expect(
      short('<g><text stroke="none" font-size="13" font-weight="400" fill="var(--ink)">a</text></g>'),
    ).toBe("<g><text>a</text></g>");
  });

  it("keeps what differs from the nearest around it, though it is the outermost's", () => {
    const inside = '<g fill="red" stroke="red"><text fill="var(--ink)" stroke="none">a</text></g>';
    expect(short(inside)).toBe(inside);
  });

  it("keeps a shape that is not filled as one, which the page's style asks for", () => {
    expect(short('<g fill="none"><path fill="none" d="M0 0h9"></path></g>')).toBe(
      '<g fill="none"><path fill="none" d="M0 0h9" /></g>',
    );
  });

  it("keeps what is no more inherited than it is short: opacity, places, links", () => {
    const inside = '<g opacity="0.5"><a href="#x"><text opacity="0.5" x="1.5" y="2">a</text></a></g>';
    expect(short(inside)).toBe(inside);
  });

  it("rounds places to hundredths, and paths as shortPath does", () => {
    expect(short('<line x1="295.40000000000003" y2="3.5"></line><path d="M1,2L1,9.04"></path>')).toBe(
      '<line x1="295.4" y2="3.5" /><path d="M1 2v7" />',
    );
  });
});
