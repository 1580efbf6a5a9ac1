import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {coarsen, coarsenPath} from "../../loaders/site/embed/coarsen.js";

describe("coarsenPath(d)", () => {
  it.each([
    ["M0,0L10,0L20,0L20,10L0,10L0,0Z", "M0 0l10 0 0 5-10 0 0-5z"],
    ["M0,0L10,0.2L20,0L20,10L0,10L0,0Z", "M0 0l10 0 0 5-10 0 0-5z"],
    ["M0,0L0.4,0L0.4,0.4L0,0Z", ""],
    ["M4,4L40,4L40,40", "M2 2l18 0 0 18"],
  ])("%s becomes %s", (d, expected) => {
    expect(coarsenPath(d)).toBe(expected);
  });
});

describe("coarsen(svg)", () => {
  it("leaves marks and short paths alone", () => {
    const long = `M0,0${Array.from({length: 400}, (_, i) => `L${i},${(i * 7) % 50}.5`).join("")}Z`;
    const {document} = parseHTML(
      `<svg><path d="${long}"/><a><path d="${long}"/></a><path d="M1.5,1L2,2Z"/><text x="1.6" y="2.4">a</text></svg>`,
    );
    const svg = coarsen(document.querySelector("svg") as unknown as SVGSVGElement);
    const [ground, mark, short] = [...svg.querySelectorAll("path")].map((path) => path.getAttribute("d"));
    expect(ground!.length).toBeLessThan(long.length);
    expect([mark, short]).toEqual([long, "M1.5,1L2,2Z"]);
    expect(svg.querySelector("text")!.outerHTML).toContain('x="2" y="2"');
  });
});
