import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {build} from "esbuild";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {describe as describePackage, fillLicences} from "../loaders/site/licences.js";
import {temporaryFolder} from "./temporary.js";

const {document} = parseHTML(readFileSync("dist/licences.html", "utf8"));
const entries = [...document.querySelectorAll("#licences li")].map((item) => ({
  names: item.querySelector("summary")!.firstChild!.textContent!.trim().split(", "),
  licence: item.querySelector("summary .quiet")!.textContent!,
  text: item.querySelector(".licence")!.textContent!,
}));
const named = new Set(entries.flatMap(({names}) => names));
const read = (folder: string): {name: string; version: string} =>
  JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));

describe("/licences", () => {
  it("names the packages of Framework's client, which are seen in no file name", () => {
    for (const name of ["framework", "runtime", "inspector", "inputs"])
      expect([...named].join("\n")).toContain(`@observablehq/${name} `);
  });

  it("names every package of which there is code in a bundle", async () => {
    const {metafile} = await build({
      entryPoints: [
        "src/waybill/charts.ts",
        ...["interact", "desk", "explore", "embed/embed", "embed/frame", "embed/draw"].map(
          (name) => `src/lib/${name}.ts`,
        ),
      ],
      outdir: "out",
      write: false,
      bundle: true,
      format: "esm",
      splitting: true,
      metafile: true,
    });
    const inputs = Object.values(metafile.outputs).flatMap(({inputs}) => Object.entries(inputs));
    const folders = inputs.flatMap(([file, {bytesInOutput}]) =>
      bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []) : [],
    );
    const used = [...new Set(folders)].map(read).map(({name, version}) => `${name} ${version}`);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !named.has(name))).toEqual([]);
  });

  it("names the fonts, whose licence stands beside them too", () => {
    for (const font of ["inter", "source-serif-4"]) {
      expect([...named].join("\n")).toContain(`@fontsource-variable/${font} `);
      expect(readFileSync(`dist/fonts/${font}-OFL.txt`, "utf8")).toContain("SIL OPEN FONT LICENSE");
    }
  });

  it("has the licence of each in full, and names the public domain of the maps", () => {
    for (const {names, text, licence} of entries) {
      expect(text.length, names.join()).toBeGreaterThan(500);
      expect(licence, names.join()).toMatch(/^(?:0BSD|Apache-2\.0|BSD-3-Clause|ISC|MIT|OFL-1\.1|Unlicense)$/);
    }
    expect(document.querySelector("main")!.textContent).toContain("Natural Earth, in the public domain");
  });

  it("is one word at the foot of every page", () => {
    for (const page of ["index.html", "explore.html", "sources/index.html"]) {
      const {document} = parseHTML(readFileSync(`dist/${page}`, "utf8"));
      const link = document.querySelector('#observablehq-footer a[href$="licences.html"]')!;
      expect(link.textContent).toBe("Licences");
      expect(existsSync(path.join("dist", path.dirname(page), link.getAttribute("href")!))).toBe(true);
    }
  });
});

describe("a bundle", () => {
  it("says at its end which packages it has, with their versions", () => {
    const code = readdirSync("dist/charts")
      .filter((name) => name.endsWith(".js"))
      .map((name) => readFileSync(`dist/charts/${name}`, "utf8"));
    const {version} = read("node_modules/@observablehq/plot");
    expect(code.some((text) => text.trimEnd().endsWith("see /licences. */"))).toBe(true);
    expect(code.join("\n")).toContain(`/*! Has @observablehq/plot@${version}, d3-`);
  });
});

describe("shipped code", () => {
  it("keeps the notices that its packages wrote into it", () => {
    const noticesIn = (code: string): string[] =>
      [...code.matchAll(/\/\*(?:!|(?:(?!\*\/)[\s\S])*?@(?:license|preserve))(?:(?!\*\/)[\s\S])*\*\//g)].map(
        ([notice]) => notice.replace(/\s+/g, " "),
      );
    const folder = "node_modules/@duckdb/duckdb-wasm";
    const served = "dist/lib";
    const workers = readdirSync(served).filter((name) => name.endsWith(".worker.js"));
    expect(workers).toHaveLength(1);
    for (const worker of workers) {
      const code = readFileSync(path.join(served, worker), "utf8");
      const original = worker.replace(/\.[0-9a-f]{8}\.js$/, ".js");
      const notices = noticesIn(readFileSync(path.join(folder, "dist", original), "utf8"));
      expect(notices.length, original).toBeGreaterThan(0);
      for (const notice of notices) expect(code.replace(/\s+/g, " "), worker).toContain(notice);
    }
  });
});

describe("describe(folder)", () => {
  const describeOne = (description: object, files: Record<string, string> = {}) =>
    describePackage(
      temporaryFolder({
        "package.json": JSON.stringify({name: "left", version: "1.0.0", ...description}),
        ...files,
      }),
    );

  it("has the text of every licence file and notice", () => {
    expect(describeOne({license: "Apache-2.0"}, {"NOTICE.txt": "Left.", LICENSE: "Apache\n"})).toEqual({
      name: "left",
      version: "1.0.0",
      licence: "Apache-2.0",
      text: "Apache\n\nLeft.",
    });
    expect(describeOne({license: "(MIT OR GPL-3.0)"}, {LICENCE: "Free."}).text).toBe("Free.");
  });

  it("has the licence's own words where a package has no file", () => {
    const {text} = describeOne({license: "MIT", repository: {url: "git+https://example.org/left.git"}});
    expect(text).toMatch(
      /^Copyright \(c\) the authors of left, https:\/\/example\.org\/left\n\nPermission is/,
    );
    expect(() => describeOne({license: "ISC"})).toThrow('node_modules/left: has no licence file: "ISC"');
  });

  it.each(["GPL-3.0", "SEE LICENSE IN x", undefined])("rejects %s", (license) => {
    expect(() => describeOne({license}, {LICENSE: "Text."})).toThrow(
      `node_modules/left: licence may not be shipped: "${license}" (have: 0BSD, `,
    );
  });
});

describe("fillLicences(html, packages)", () => {
  it("puts packages with one text together, and escapes it", () => {
    const one = {version: "1.0.0", licence: "MIT", text: "By <A & B> $&"};
    const html = fillLicences('<main><div id="licences"></div></main>', [
      {name: "a", ...one},
      {name: "b", ...one},
    ]);
    expect(html).toContain("a 1.0.0, b 1.0.0 <span");
    expect(html).toContain("By &lt;A &amp; B&gt; $&amp;</div>");
  });
});
