import {describe, expect, it} from "vitest";
import {siteUrl} from "../../loaders/site/address.js";

describe("siteUrl(given)", () => {
  it.each([
    ["https://example.org", "https://example.org/"],
    ["https://example.org/news", "https://example.org/news/"],
    ["http://example.org:8080/news/", "http://example.org:8080/news/"],
    ["https://example.org/news?x=1#y", "https://example.org/news/"],
    ["", null],
  ])("%s is %s", (given, expected) => expect(siteUrl(given)).toBe(expected));

  it.each(["example.org", "javascript:alert(1)", "ftp://example.org/"])("rejects %s", (given) => {
    expect(() => siteUrl(given)).toThrow(`site's address: not a web address: ${given} (for example`);
  });
});
