import {describe, expect, it} from "vitest";
import {findPlace, onlyQuote, quoteAt} from "../../loaders/review/place.js";
import {wordsAround} from "../../src/waybill/model/wordsAround.js";

const spanIn = (text: string, words: string, nth = 1): {start: number; end: number} => {
  let start = -1;
  for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1);
  return {start, end: start + words.length};
};

describe("findPlace(text, place)", () => {
  const seen = "One had 40 crates on deck. Another had 40 crates in the hold.";
  const place = wordsAround(seen, spanIn(seen, "40 crates", 2));
  it.each([
    ["as it was", seen],
    ["after words that were added before", `At noon it rained for a long time and then some more. ${seen}`],
    ["where only what stands before it has changed", seen.replace("Another", "Some other boat")],
    ["where only what stands behind it has changed", seen.replace("in the hold", "below")],
    ["where the other one is gone", "Another boat had 40 crates below."],
  ])("finds it %s", (_, now) => {
    const found = findPlace(now, place);
    expect(found).toEqual(spanIn(now, "40 crates", now.split("40 crates").length - 1));
  });

  it.each([
    [
      "gone",
      seen
        .replace("Another had 40 crates", "Another had some crates")
        .replace("One had 40 crates", "One had none"),
    ],
    ["in two places alike", "It had 40 crates, and 40 crates more."],
    ["another number", "Another had 41 crates in the hold."],
  ])("is null where the words are %s", (_, now) => {
    expect(findPlace(now, place)).toBeNull();
  });
});

describe("onlyQuote(text, figure, figures)", () => {
  const text = "It sold 40 crates and 40 crates more, 3 boats, 3 boats\n\nand 3 boats.";
  const figures = [1, 2]
    .map((nth) => spanIn(text, "40 crates", nth))
    .concat([1, 2, 3].map((nth) => spanIn(text, "3 boats", nth)));
  it.each([
    [0, "40 crates and"],
    [1, "40 crates more"],
    [2, "more, 3 boats"],
    [3, "boats, 3 boats"],
    [4, "and 3 boats"],
  ])("means the figure %i and no other with as few words as it takes", (n, quote) => {
    expect(onlyQuote(text, figures[n], figures)).toBe(quote);
  });

  it("is its own words where they stand once, though they stand in a longer number", () => {
    const once = "Of 120 drones 20 drones came.";
    expect(
      onlyQuote(once, spanIn(once, "20 drones", 2), [
        spanIn(once, "120 drones"),
        spanIn(once, "20 drones", 2),
      ]),
    ).toBe("20 drones");
  });

  it("is null where nothing tells one from the other, or the words have a #", () => {
    const same = "3 boats\n\n3 boats";
    expect(onlyQuote(same, spanIn(same, "3 boats", 2), [])).toBeNull();
    expect(onlyQuote("a #9", spanIn("a #9", "#9"), [])).toBeNull();
  });
});

describe("quoteAt(text, span)", () => {
  it("says which occurrence of its words it is, and counts no part of a number", () => {
    const text = "Route 7, Route 71, Route 7.";
    expect(quoteAt(text, spanIn(text, "Route 7"))).toEqual({quote: "Route 7", nth: 1});
    expect(quoteAt(text, spanIn(text, "Route 7", 3))).toEqual({quote: "Route 7", nth: 2});
    expect(quoteAt(text, spanIn(text, "Route 7", 2))).toBeNull();
    expect(quoteAt("Route #7", {start: 6, end: 8})).toBeNull();
  });
});
