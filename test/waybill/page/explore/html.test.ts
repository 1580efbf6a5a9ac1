import {describe, expect, it} from "vitest";
import {facetsHtml} from "../../../../src/waybill/page/explore/html.js";

const boxes = (html: string): string[] =>
  [...html.matchAll(/name="kind" value="([^"]*)"( checked)?/g)].map(([, value, checked]) =>
    checked ? `${value} chosen` : value,
  );

describe("facetsHtml(counts, chosen, open)", () => {
  it("has what was chosen and no figure has, so that it can be taken away", () => {
    const counts = new Map([["kind" as const, [["money", 2] as [string, number]]]]);
    const of = (...chosen: string[]): string[] =>
      boxes(facetsHtml(counts, new Map([["kind", new Set(chosen)]]), new Set()));
    expect(of("money", "<b>")).toEqual(["money chosen", "&lt;b&gt; chosen"]);
    expect(of("money")).toEqual(["money chosen"]);
    expect(of()).toEqual(["money"]);
  });
});
