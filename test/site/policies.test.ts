import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {policies} from "../../loaders/site/policies.js";

const guide = readFileSync("src/docs/deploy.md", "utf8");

/** Returns what a policy lets through, by directive. */
const directivesOf = (policy: string): Record<string, string> =>
  Object.fromEntries(policy.split("; ").map((part) => [part.split(" ")[0], part.replace(/^\S+ /, "")]));

describe("policies", () => {
  it.each(Object.entries(policies))("%s stands in the docs as it is, whole", (_pages, policy) => {
    expect(guide).toContain(`\`${policy}\``);
  });

  it("let through no script or style that stands in a page of words, nor one from elsewhere", () => {
    expect(directivesOf(policies.page)).toEqual({
      "default-src": "'self'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
    });
  });

  it("let a file bring its style, its fonts and its icon, and nothing else", () => {
    expect(directivesOf(policies.file)).toEqual({
      "default-src": "'none'",
      "style-src": "'unsafe-inline'",
      "img-src": "data:",
      "font-src": "data:",
    });
  });

  it("let the explorer run WebAssembly, and its editor bring style elements with pictures in them", () => {
    const {
      "script-src": scripts,
      "style-src": styles,
      "img-src": images,
      ...others
    } = directivesOf(policies.explorer);
    expect(others).toEqual(directivesOf(policies.page));
    expect([scripts, styles, images]).toEqual([
      "'self' 'wasm-unsafe-eval'",
      "'self' 'unsafe-inline'",
      "'self' data:",
    ]);
  });

  it("let a notebook run WebAssembly, its worker and its style elements besides", () => {
    const {
      "script-src": scripts,
      "worker-src": workers,
      "style-src": styles,
      ...others
    } = directivesOf(policies.notebook);
    expect(others).toEqual(directivesOf(policies.page));
    expect([scripts, workers, styles]).toEqual([
      "'self' 'wasm-unsafe-eval'",
      "blob:",
      "'self' 'unsafe-inline'",
    ]);
  });
});
