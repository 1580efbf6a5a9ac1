import {readFileSync} from "node:fs";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {numbersRight, rolesFound, rolesRight} from "../../loaders/site/measures.js";
import {correctionsHtml, hedgesHtml, measuresHtml, reportHtml} from "../../loaders/site/methodHtml.js";
import {settings} from "./settings.js";

const document = (html: string) => parseHTML(`<html><body>${html}</body></html>`).document;

describe("hedgesHtml()", () => {
  it("draws each hedge, and no two alike", () => {
    const pictures = [...document(hedgesHtml()).querySelectorAll("svg")].map((svg) => svg.innerHTML);
    expect(pictures.length).toBeGreaterThan(8);
    expect(new Set(pictures).size).toBe(pictures.length);
  });
});

describe("measuresHtml()", () => {
  it("says what the guide to the parser says", () => {
    const guide = readFileSync("src/docs/parser.md", "utf8");
    const [supplier, recipient] = rolesRight;
    expect(guide).toContain(
      `of the suppliers given ${supplier.right} in 100 are right in place of 60, of the recipients ${recipient.right} in place`,
    );
    expect(guide).toContain("nineteen in twenty are right in value and unit");
    expect(numbersRight.right).toBe(95);
    const names = new Map([
      ["Who says so", "who"],
      ["What is counted", "thing"],
      ["How far it has come: ordered, delivered, denied", "status"],
      ["Who supplies", "supplier"],
      ["Who receives", "recipient"],
      ["By way of what", "way"],
    ]);
    for (const {what, right} of rolesFound)
      expect(guide).toMatch(new RegExp(`\\b${names.get(what)} ${right} and \\d`));
    expect(document(measuresHtml()).querySelectorAll("tbody tr")).toHaveLength(3 + rolesFound.length);
  });
});

describe("correctionsHtml(days, published)", () => {
  const none = {appeared: [], vanished: [], reworded: [], changed: []};
  it("says where there is no history, and where nothing changed", () => {
    expect(correctionsHtml(null, null)).toContain("was not at hand");
    expect(correctionsHtml([], "2026-02-03")).toContain(
      "No figure has changed since the story was published on 3 February 2026.",
    );
  });

  it("tells each change of a day, and lets no words of it be HTML", () => {
    const cells = [{cell: "period_start", before: "", after: "<b>2023</b>"}];
    const html = correctionsHtml(
      [
        {
          day: "2026-02-03",
          difference: {...none, changed: [{figure_id: "x", article_id: "a", exact: "40", cells}]},
        },
      ],
      null,
    );
    expect(html).toContain("<b>period start</b>: not said, now &lt;b&gt;2023&lt;/b&gt;");
    expect(html).toContain("3 February 2026: one change");
  });
});

describe("reportHtml(settings)", () => {
  it("leads to the address for corrections, and says that there is none", () => {
    expect(reportHtml({...settings, corrections: "mailto:desk@example.org"})).toContain(
      '<a href="mailto:desk@example.org">desk@example.org</a>',
    );
    expect(reportHtml(settings)).toContain("The Mill names no address for corrections.");
  });
});
