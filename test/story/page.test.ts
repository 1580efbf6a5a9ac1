import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {callsIn} from "../../loaders/site/figureCalls.js";
import {readPage} from "../../loaders/site/readPage.js";

describe("the story's page", () => {
  const text = readFileSync("src/index.md", "utf8");

  it("has no digit in its prose but in figures that are asked for, and years", () => {
    const prose = text
      .replace(/^---[\s\S]*?\n---\n/, "")
      .replace(/```[\s\S]*?```/g, "")
      .replace(/\$\{[^}]*\}/g, "")
      .replace(
        /\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d{2}\b/g,
        "",
      );
    expect(prose.match(/.{0,20}\d.{0,20}/g) ?? []).toEqual([]);
    expect(callsIn(readPage("src/index.md", text)).length).toBeGreaterThan(10);
  });
});
