import {describe, expect, it} from "vitest";
import {takeBack} from "../../loaders/review/takeBack.js";

const before = "---\ntitle: T\nreview:\n  - a\n---\ntext\n";
const added = before.replace("  - a\n", "  - a\n  - b\n");
const changed = before.replace("  - a\n", "  - a, x\n");

describe("takeBack(edited, now)", () => {
  it.each([
    ["an added line", added],
    ["a changed line", changed],
    ["a removed line", before.replace("  - a\n", "")],
  ])("gives back what was, byte for byte: %s", (_, after) => {
    expect(takeBack({before, after}, after)).toBe(before);
  });

  it.each([
    ["above", (source: string) => source.replace("title: T\n", "title: T\nurl: u\n")],
    ["below", (source: string) => source.replace("text\n", "text\nmore\n")],
    ["on both sides", (source: string) => `\n${source}more\n`],
    ["right behind", (source: string) => source.replace("---\ntext", "remarks: []\n---\ntext")],
  ])("keeps what was changed since %s", (_, change) => {
    for (const after of [added, changed])
      expect(takeBack({before, after}, change(after))).toBe(change(before));
  });

  it.each([
    ["the line was changed", added, added.replace("- b", "- c")],
    ["the line is gone", added, before],
    ["there are two of them, with the same around", added, `${added}  - a\n  - b\n---\n`],
  ])("is null where %s", (_, after, now) => {
    expect(takeBack({before, after}, now)).toBeNull();
  });

  it("puts back a line that was removed only where it was", () => {
    const after = before.replace("  - a\n", "");
    expect(takeBack({before, after}, `${after}more\n`)).toBe(`${before}more\n`);
    expect(takeBack({before, after}, after.replace("review:\n", ""))).toBeNull();
  });
});
