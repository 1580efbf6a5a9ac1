import {describe, expect, it} from "vitest";
import {
  bars,
  chain,
  columns,
  type FormRow,
  journeys,
  keyOf,
  numbers,
  routes,
  stack,
  timeline,
} from "../../../src/waybill/forms/index.js";
import {colorsOf} from "../../../src/waybill/theme.js";

const color = colorsOf("light");
const textsOf = (...args: Parameters<typeof keyOf>): string[] => keyOf(...args).map(({text}) => text);
const row = (own: Partial<FormRow>): FormRow => ({label: "Wheat", value: 5, unit: "tonne", ...own});

describe("keyOf(form, rows, options)", () => {
  it("is empty for exact figures that happened", () => {
    expect(keyOf(bars, [row({}), row({status: "delivered"})])).toEqual([]);
  });

  it("says nothing of an end that the words at the mark say", () => {
    const rows = [row({qualifier: "more_than"}), row({qualifier: "about"}), row({qualifier: "at_most"})];
    expect(textsOf(bars, rows)).toEqual([]);
    expect(textsOf(bars, rows, {text: () => "5"})).toEqual([
      "a minimum; the true figure may be higher",
      "about this much",
      "at most this much",
    ]);
  });

  it("says what an end means where columns are too many for words", () => {
    const rows = Array.from({length: 20}, () => row({qualifier: "about"}));
    expect(textsOf(columns, rows)).toEqual(["about this much"]);
  });

  it("says what light paint means, and the full beside it, unless a label or head does", () => {
    const rows = [row({status: "delivered"}), row({status: "ordered"}), row({status: "contracted"})];
    expect(textsOf(bars, rows)).toEqual(["reported", "ordered or contracted: no delivery is reported"]);
    expect(textsOf(bars, [row({}), row({status: "planned"})])).toEqual(["reported", "planned"]);
    expect(textsOf(bars, [row({}), row({status: "ordered", label: "Wheat, ordered"})])).toEqual([]);
    expect(textsOf(bars, [row({}), row({status: "ordered", label: "Orders of wheat"})])).toEqual([]);
  });

  it("says delivered of what is handed over, and of nothing else", () => {
    const given = {status: "delivered", recipient: "The mill", kind: "mass"} as Partial<FormRow>;
    const forecast = row({status: "forecast"});
    expect(textsOf(bars, [row(given), forecast])).toEqual(["said to have been delivered", "forecast"]);
    const profit = {status: "delivered", kind: "money"} as Partial<FormRow>;
    expect(textsOf(bars, [row(profit), forecast])).toEqual(["reported", "forecast"]);
    const share = {...given, kind: "share"} as Partial<FormRow>;
    expect(textsOf(bars, [row(share), forecast])).toEqual(["reported", "forecast"]);
    expect(textsOf(bars, [row({}), row(given), row({status: "denied"})])).toEqual([
      "reported or said to have been delivered",
      "denied",
    ]);
  });

  it("parts a plan from an order, which looks firmer", () => {
    expect(
      textsOf(
        bars,
        (["ordered", "planned", "contracted"] as const).map((status) => row({status})),
      ),
    ).toEqual(["ordered or contracted: no delivery is reported", "planned"]);
  });

  it("calls what was worked out our calculation, unless a note does", () => {
    const rows = [row({derived: true})];
    expect(textsOf(bars, rows)).toEqual(["our calculation"]);
    expect(textsOf(bars, rows, {note: () => "Our calculation: 10 ÷ 2"})).toEqual([]);
  });

  it("is empty for a form whose marks show neither ends nor paint", () => {
    expect(keyOf(numbers, [row({status: "ordered", derived: true})])).toEqual([]);
  });

  it("says how far matters got on lines that differ, and on no others", () => {
    const link = (own: Partial<FormRow>) => row({...own, supplier: "North", recipient: "South"} as FormRow);
    for (const form of [chain, routes, journeys]) {
      const ordered = link({status: "ordered"});
      expect(textsOf(form, [link({status: "delivered"}), ordered])).toEqual([
        "said to have been delivered",
        "ordered: no delivery is reported",
      ]);
      expect(textsOf(form, [ordered, ordered])).toEqual([]);
      expect(textsOf(form, [link({}), link({status: "ordered", label: "wheat, on order"})])).toEqual([]);
    }
  });

  it("takes no value for said that a line does not have written on it", () => {
    expect(textsOf(chain, [row({qualifier: "more_than"})])).toEqual([
      "a minimum; the true figure may be higher",
    ]);
  });

  it("says how far what is on a timeline got", () => {
    expect(textsOf(timeline, [row({}), row({status: "denied"})])).toEqual(["reported", "denied"]);
  });

  it("is that of all parts of a stack, each line once", () => {
    const form = stack([{of: (r: FormRow) => r.unit === "USD", form: bars}, {form: bars}]);
    expect(textsOf(form, [row({derived: true, unit: "USD"}), row({derived: true})])).toEqual([
      "our calculation",
    ]);
  });

  it("draws each line in its own way, in explicit shapes of 44 by 14 pixels, in the colour of its row", () => {
    const rows = (["ordered", "planned", "alleged", "denied", null] as const).map((status) => row({status}));
    const pictures = keyOf(bars, [...rows, row({derived: true})], {color: "slate"}).map(({swatch}) =>
      swatch(color),
    );
    pictures.push(...keyOf(chain, rows, {color: "slate"}).map(({swatch}) => swatch(color)));
    expect(pictures.length).toBe(11);
    expect(new Set(pictures.map((shapes) => JSON.stringify(shapes))).size).toBe(11);
    for (const shape of pictures.flat()) {
      expect(shape.d).toMatch(/^M/);
      for (const paint of [shape.fill, shape.stroke]) expect([undefined, color("slate")]).toContain(paint);
      for (const [, x, y] of shape.d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(44);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeLessThanOrEqual(14);
      }
    }
  });
});
