import {describe, expect, it} from "vitest";
import {addReviews, dropReview, setInReview} from "../../loaders/articles/editReviews.js";

const front = (matter: string): string => `---\n${matter}---\nx\n`;
const added = [{quote: 'a "b"', thing: "c"}];
const line = '{quote: "a \\"b\\"", thing: "c"}';

describe("addReviews(source, reviews, file)", () => {
  it.each([
    ["without a list", "title: T\n", `title: T\nreview:\n  - ${line}\n`],
    [
      "after a list that is not far in",
      "review:\n- quote: q\n  thing: d\ntitle: T\n",
      `review:\n- quote: q\n  thing: d\n- ${line}\ntitle: T\n`,
    ],
    [
      "after comments of the list",
      "review:\n    - {quote: q, thing: d}\n\n    # why\ntitle: T\n",
      `review:\n    - {quote: q, thing: d}\n\n    # why\n    - ${line}\ntitle: T\n`,
    ],
    [
      "before comments of what follows",
      "review:\n  - {quote: q, thing: d}\n\n# why\ntitle: T\n",
      `review:\n  - {quote: q, thing: d}\n  - ${line}\n\n# why\ntitle: T\n`,
    ],
    [
      "to a list in brackets",
      "review: [{quote: q, thing: d}] # so\ntitle: T\n",
      `review: [{quote: q, thing: d}, ${line}] # so\ntitle: T\n`,
    ],
    ["to empty brackets", "review: []\n", `review: [${line}]\n`],
    ["to a name without a list", "review: # later\ntitle: T\n", `review: # later\n  - ${line}\ntitle: T\n`],
    [
      "after a text of several lines",
      "review:\n  - quote: q\n    thing: >-\n      d\n      e\nremarks: []\n",
      `review:\n  - quote: q\n    thing: >-\n      d\n      e\n  - ${line}\nremarks: []\n`,
    ],
    ["to an empty front matter", "", `review:\n  - ${line}\n`],
  ])("adds them %s", (_, before, after) => {
    expect(addReviews(front(before), added, "a.md")).toBe(front(after));
  });

  it("begins front matter, keeps the mark and the line ends of a file", () => {
    expect(addReviews("x\n", added, "a.txt")).toBe(`---\nreview:\n  - ${line}\n---\nx\n`);
    expect(addReviews("\ufeffx\r\n", added, "a.txt")).toBe(
      `\ufeff---\r\nreview:\r\n  - ${line}\r\n---\r\nx\r\n`,
    );
    expect(addReviews("---\r\ntitle: T\r\n---\r\nx\r\n", added, "a.md")).toBe(
      `---\r\ntitle: T\r\nreview:\r\n  - ${line}\r\n---\r\nx\r\n`,
    );
  });

  it("leaves a source alone without any", () => {
    expect(addReviews("x\n", [], "a.md")).toBe("x\n");
  });

  it.each(["{title: T}\n", "review: later\n"])("writes nothing where it cannot: %j", (matter) => {
    expect(() => addReviews(front(matter), added, "a.md")).toThrow(/^a\.md:\d+: /);
  });
});

describe("setInReview(source, n, cells, file)", () => {
  it.each([
    [
      "adds a line to lines",
      "review:\n  - quote: q # why\n    thing: d # so\n\n  - quote: r\n",
      {unit: "e"},
      'review:\n  - quote: q # why\n    thing: d # so\n    unit: "e"\n\n  - quote: r\n',
    ],
    [
      "adds to braces",
      "review:\n  - {quote: q} # why\n",
      {unit: "e, f"},
      'review:\n  - {quote: q, unit: "e, f"} # why\n',
    ],
    [
      "changes a value where it stands",
      "review:\n  - quote: q\n    thing: 'd' # so\n    unit: u\n",
      {thing: "e"},
      'review:\n  - quote: q\n    thing: "e" # so\n    unit: u\n',
    ],
    [
      "fills a name without a value",
      "review:\n  - quote: q\n    thing:\n    unit: u\n",
      {thing: "e"},
      'review:\n  - quote: q\n    thing: "e"\n    unit: u\n',
    ],
    [
      "sets several",
      "review:\n  - quote: q\n    thing: d\n",
      {thing: "", unit: "u"},
      'review:\n  - quote: q\n    thing: ""\n    unit: "u"\n',
    ],
    [
      "writes below its dash",
      "review:\n  -\n    quote: q\n",
      {unit: "u"},
      'review:\n  -\n    quote: q\n    unit: "u"\n',
    ],
  ])("%s", (_, before, cells, after) => {
    expect(setInReview(front(before), 0, cells, "a.md")).toBe(front(after));
  });

  it("leaves the others alone", () => {
    const [before, after] = ["", ', unit: "u"'].map((cell) =>
      front(`review:\n  - {quote: q}\n  - {quote: r${cell}}\n  - {quote: s}\n`),
    );
    expect(setInReview(before, 1, {unit: "u"}, "a.md")).toBe(after);
  });
});

describe("dropReview(source, n, file)", () => {
  it.each([
    [
      "review:\n  # a\n  - quote: q\n    unit: u\n  # b\n  - {quote: r}\n",
      0,
      "review:\n  # a\n  # b\n  - {quote: r}\n",
    ],
    ["review:\n  - {quote: q}\n  - {quote: r}\ntitle: T\n", 1, "review:\n  - {quote: q}\ntitle: T\n"],
    ["review:\n  - {quote: q}\ntitle: T\n", 0, "title: T\n"],
    ["review: [{quote: q}, {quote: r}]\n", 0, "review: [{quote: r}]\n"],
    ["review: [{quote: q}, {quote: r}]\n", 1, "review: [{quote: q}]\n"],
    ["review: [{quote: q}]\ntitle: T\n", 0, "title: T\n"],
  ])("takes one out of %j", (before, n, after) => {
    expect(dropReview(front(before), n, "a.md")).toBe(front(after));
  });
});
