import {describe, expect, it} from "vitest";
import {chain, routes, timeline} from "../../../src/waybill/forms/index.js";
import {newDocument} from "./drawForms.js";
import {drawnTexts} from "./drawnBoxes.js";

const note = "The harbour office denies it";
const options = {width: 960, document: newDocument(), annotations: [{at: 1, text: note}]};
const places: Record<string, [number, number]> = {
  Oslo: [10.7, 59.9],
  Lisbon: [-9.1, 38.7],
  Odesa: [30.7, 46.5],
};
const rows = [
  {from: "Oslo", to: "Lisbon", date_start: "2023-01-05", label: "herring", href: "/a"},
  {from: "Lisbon", to: "Odesa", date_start: "2023-03-05", label: "cork", href: "/b"},
];
const drawn = {
  chain: chain(rows, {
    ...options,
    who: () => "a port whose quays and cranes and silos are owned by the city and the crown",
  }),
  routes: routes(rows, {...options, places}),
  timeline: timeline(rows, options),
};

describe.each(Object.entries(drawn))("annotations of %s", (_name, svg) => {
  it("stand in the link of their row, near its mark", () => {
    const link = svg.querySelector('[data-row="1"]')!;
    expect(link.textContent).toContain("The harbour office");
    const [first] = drawnTexts(svg).filter(({text}) => text.startsWith("The harbour"));
    const label = drawnTexts(svg).find(({text}) => text === "cork")!;
    const middle = [(first.x1 + first.x2) / 2 - (label.x1 + label.x2) / 2, first.y1 - label.y1];
    expect(Math.hypot(...middle)).toBeLessThan(200);
    expect(first.y2).toBeLessThan(Number(svg.getAttribute("height")));
    expect(link.textContent).not.toContain("cork:");
  });
});
