import {readFileSync} from "node:fs";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {numbersRight, rolesFound, rolesRight} from "../../loaders/site/measures.js";
import {correctionsHtml, hedgesHtml, measuresHtml, reportHtml} from "../../loaders/site/methodHtml.js";
import {scoreArticles} from "../waybill/parse/scoreRoles.js";
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
  it("says what is measured on articles of others, and the guide to the parser says", () => {
    const guide = readFileSync("src/docs/parser.md", "utf8");
    const [supplier, recipient] = rolesRight;
    expect(guide).toContain(
      `${supplier.right} of 100 suppliers that it gives are right, ${recipient.right} of 100 recipients`,
    );
    expect(guide).toContain("nineteen in twenty are right in value and unit");
    expect(numbersRight.right).toBe(95);
    const {counts} = scoreArticles("test/specs/gazettes");
    const share = (part: number, whole: number): number => Math.round((100 * part) / whole);
    expect(supplier.right).toBe(share(counts.supplier.right, counts.supplier.given));
    expect(recipient.right).toBe(share(counts.recipient.right, counts.recipient.given));
    const roles = new Map<string, keyof typeof counts>([
      ["Who says so", "said_by"],
      ["What is counted", "thing"],
      ["How far it has come: ordered, delivered, denied", "status"],
      ["Who supplies", "supplier"],
      ["Who receives", "recipient"],
      ["By way of what", "via"],
    ]);
    for (const {what, right} of rolesFound) {
      const {stated, given, right: found} = counts[roles.get(what)!];
      expect([what, right]).toEqual([what, share(2 * found, stated + given)]);
    }
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
