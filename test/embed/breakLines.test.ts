import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {breakLines} from "../../loaders/site/embed/breakLines.js";

// Every letter is ten pixels wide.
const widthOf = (text: string): number => text.length * 10;
const at = (width: number) => [{name: "a", width: width / 0.98}];
const linesOf = (html: string): string[] => html.split(/ <br class="a">/);

describe("breakLines(runs, measures, widthOf, setting)", () => {
  it.each([
    [60, ["one two three"], ["one", "two", "three"]],
    [70, ["one two three"], ["one two", "three"]],
    [130, ["one two three"], ["one two three"]],
    [20, ["extraordinary word"], ["extraordinary", "word"]],
    [50, [""], [""]],
    [60, ["20 ÷ 63 is"], ["20", "÷\u00a063", "is"]],
    [110, ["worth $20 million"], ["worth", "$20\u00a0million"]],
  ])("at %i px breaks %j into %j", (width, texts, expected) => {
    const {html, lines} = breakLines(
      texts.map((text) => ({text})),
      at(width),
      widthOf,
    );
    expect(linesOf(html)).toEqual(expected);
    expect(lines.get("a")).toBe(expected.length);
  });

  it("balances lines without adding one", () => {
    const runs = [{text: "aaaa bbbb cccc dddd eeee"}];
    expect(linesOf(breakLines(runs, at(200), widthOf, "balanced").html)).toEqual([
      "aaaa bbbb cccc",
      "dddd eeee",
    ]);
  });

  it("leaves no short word alone on the last line of a full paragraph, if no line is added by it", () => {
    const runs = [{text: "aaaa bbbb cccc dddd e"}];
    const {html, lines} = breakLines(runs, at(190), widthOf);
    expect(lines.get("a")).toBe(2);
    expect(linesOf(html).at(-1)).not.toBe("e");
  });

  it("breaks within a link, keeps what no space parts together, and escapes", () => {
    const runs = [{text: "By "}, {text: "A & <b>", href: "/x?a&b"}, {text: ", who"}];
    const {html} = breakLines(runs, at(50), widthOf);
    expect(html).toBe(
      'By <a href="/x?a&amp;b">A <br class="a">&amp; <br class="a">&lt;b&gt;</a>, <br class="a">who',
    );
    const {document} = parseHTML(`<p>${html}</p>`);
    expect(document.querySelector("p")!.textContent).toBe("By A & <b>, who");
  });

  it("names every measure at which a break counts", () => {
    const {html, lines} = breakLines(
      [{text: "one two three"}],
      [
        {name: "a", width: 62},
        {name: "b", width: 72},
        {name: "c", width: 900},
      ],
      widthOf,
    );
    expect(html).toBe('one <br class="a">two <br class="a b">three');
    expect(Object.fromEntries(lines)).toEqual({a: 3, b: 2, c: 1});
  });

  it("takes work that grows with the text alone", () => {
    const lettersMeasured = (words: number): number => {
      let letters = 0;
      const measure = (text: string): number => {
        letters += text.length;
        return widthOf(text);
      };
      breakLines([{text: "word ".repeat(words).trim()}], at(300), measure);
      return letters;
    };
    const [once, twice] = [5_000, 10_000].map(lettersMeasured);
    expect(once).toBeGreaterThan(0);
    // Twice the text; and the last line of either may take a few tries more to fill.
    expect(twice / 10_000).toBeLessThan((once / 5_000) * 1.5);
  });
});
