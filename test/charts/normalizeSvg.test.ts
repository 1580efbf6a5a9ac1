import {describe, expect, it} from "vitest";
import {drawChart} from "./draw.js";
import {inventedChart, inventedRows} from "./invented.js";
import {normalizeSvg} from "./normalizeSvg.js";

describe("normalizeSvg(svg)", () => {
  it.each([
    ['<path d="M1.23456,7.00049h0.1e1"/>', '<path d="M1.235,7h1"/>\n'],
    ['<text x="-0.0001">1.23456 t</text>', '<text x="0">1.23456 t</text>\n'],
    [
      '<a href="/sources/a#b-1.23456"><path d="M0,0"/></a>',
      '<a href="/sources/a#b-1.23456">\n<path d="M0,0"/>\n</a>\n',
    ],
    ["<g><text>a\n b<tspan>c</tspan></text></g>", "<g>\n<text>a\n b<tspan>c</tspan></text>\n</g>\n"],
  ])("%s", (svg, normal) => {
    expect(normalizeSvg(svg)).toBe(normal);
  });

  it("changes nothing the second time, and tells drawings apart that differ by a hundredth", async () => {
    const svg = drawChart(inventedChart("ways"), (await inventedRows()).get("ways")!, 640).outerHTML;
    expect(normalizeSvg(normalizeSvg(svg))).toBe(normalizeSvg(svg));
    expect(normalizeSvg('<path d="M1.23,0"/>')).not.toBe(normalizeSvg('<path d="M1.24,0"/>'));
  });
});
