import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import * as forms from "../../../src/waybill/forms/index.js";
import {newDocument} from "./drawForms.js";

const fence = /```js(?: run=false)?\n([\s\S]*?)```/g;
// An import is of what the page or cell has anyway.
const examplesOf = (text: string): string[] =>
  [...text.matchAll(fence)].map(([, code]) =>
    code
      .replace(/^ ?\* ?/gm, "")
      .replace(/^import .*$/gm, "")
      .trim(),
  );

/** Runs an example with the forms in scope, on a page of its own, and returns what it draws. */
function run(code: string): unknown {
  const names = Object.keys(forms);
  const body = `const document = page; globalThis.document = page; return (${code.replace(/;$/, "")});`;
  const before = globalThis.document;
  try {
    return new Function("page", ...names, body)(newDocument(), ...Object.values(forms));
  } finally {
    globalThis.document = before;
  }
}

const folder = "src/waybill/forms";
const own = Object.entries(forms)
  .filter(([, form]) => typeof form === "function")
  .map(([name]) => name);
const documented = readdirSync(folder)
  .map((file) => [file, readFileSync(path.join(folder, file), "utf8")] as const)
  .filter(([file]) => own.includes(path.basename(file, ".ts")))
  .flatMap(([file, text]) => examplesOf(text).map((code) => [file, code] as const));
const guide = examplesOf(readFileSync("src/docs/marks.md", "utf8")).filter((code) =>
  /^\w+\(|^stack\(/.test(code),
);

describe("examples of forms", () => {
  it("has one in the docstring of every form", () => {
    const files = new Set(documented.map(([file]) => path.basename(file, ".ts")));
    expect(own.filter((name) => !files.has(name) && name !== "keyOf")).toEqual([]);
  });

  it.each(documented)("%s: %s", (_file, code) => {
    expect((run(code) as Element).getAttribute("role")).toBe("figure");
  });

  it.each(guide)("src/docs/marks.md: %s", (code) => {
    expect((run(code) as Element).querySelectorAll("[data-row]").length).toBeGreaterThan(0);
  });

  it("has some in src/docs/marks.md", () => {
    expect(guide.length).toBeGreaterThan(3);
  });
});
