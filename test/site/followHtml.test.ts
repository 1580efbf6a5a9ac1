import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {useCache, writeCached} from "../../loaders/site/cache.js";
import {followHtml, topicsFile} from "../../loaders/site/followHtml.js";
import {temporaryFolder} from "../temporary.js";

const line = (n: number, topics: string): string =>
  `<tr data-row="${n}" data-topics="${topics}"><th></th></tr>`;
const figure = (...lines: string[]): string =>
  `<figure class="chart">${lines.map((topics, n) => line(n, topics)).join("")}</figure>`;
const formOf = (html: string) => parseHTML(`<body>${followHtml(html)}</body>`).document;

describe("followHtml(html)", () => {
  it("offers what some marks are about and others are not, most marks first, by its name, escaped", () => {
    useCache(temporaryFolder());
    writeCached(
      topicsFile,
      JSON.stringify({"country.norway": "Norway", "country.oman": "Oman", "party.a-b": "a & <b>"}),
    );
    const document = formOf(
      figure("country.norway party.a-b publisher.g", "country.oman publisher.g") +
        figure("country.oman publisher.g"),
    );
    const chips = [...document.querySelectorAll("label")].map((label) => [
      label.querySelector("input")!.getAttribute("name"),
      label.querySelector("input")!.getAttribute("value"),
      label.textContent!.trim(),
    ]);
    expect(chips).toEqual([
      ["country", "oman", "Oman 2"],
      ["country", "norway", "Norway 1"],
      ["party", "a-b", "A & <b> 1"],
    ]);
    expect(document.querySelector("form")!.hasAttribute("hidden")).toBe(true);
    expect(document.querySelector("form > p")!.textContent).toBe("Pick out in every chart");
  });

  it("offers of each group the forty with most marks", () => {
    useCache(temporaryFolder());
    writeCached(topicsFile, "{}");
    const parties = Array.from({length: 45}, (_, n) => `party.p${n}`);
    const document = formOf(
      figure(...parties, "country.oman", "country.norway") + figure(...parties.slice(5)),
    );
    const offered = [...document.querySelectorAll("input")].map((input) => input.getAttribute("value")!);
    const few = ["p0", "p1", "p2", "p3", "p4"];
    expect(offered.sort()).toEqual(
      [...parties.map((id) => id.slice(6)).filter((id) => !few.includes(id)), "oman", "norway"].sort(),
    );
  });

  it("is nothing where there is no chart, one mark, or nothing to tell marks apart by", () => {
    for (const html of [
      "",
      "<p>words</p>",
      figure("country.norway"),
      figure("country.norway", "country.norway"),
      figure("", ""),
    ])
      expect(followHtml(html), html).toBe("");
  });
});
