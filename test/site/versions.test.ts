import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {cacheFolder, useCache} from "../../loaders/site/cache.js";
import {
  earlierVersions,
  finishVersions,
  rememberVersions,
  versionHref,
  versionLine,
} from "../../loaders/site/versions.js";
import {temporaryFolder} from "../temporary.js";

const [first, second] = ["1b2c3d4", "3fa2c1d"];
const before = cacheFolder;
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  useCache(path.join(folder, "cache"));
});
afterEach(() => useCache(before));

/** Writes what a build leaves of a version in a site. */
function publish(site: string, version: string, words = "the figure"): string {
  const place = path.join(folder, site, "v", version);
  mkdirSync(place, {recursive: true});
  writeFileSync(path.join(place, "grain.html"), `<p>${words}</p>${versionLine("grain", version, true)}`);
  writeFileSync(path.join(place, "grain.svg"), `<svg>${version}</svg>`);
  return path.join(folder, site);
}

const read = (site: string, name: string): string => readFileSync(path.join(site, "v", name), "utf8");

describe("finishVersions(output, current, published)", () => {
  it("lists the versions of a first site, and takes over those of the last one, as they were published", () => {
    const old = publish("old", first);
    finishVersions(old, new Map([["grain", first]]), null);
    expect(JSON.parse(read(old, "versions.json"))).toEqual({grain: [first]});

    const next = publish("next", second);
    finishVersions(next, new Map([["grain", second]]), old);
    expect(JSON.parse(read(next, "versions.json"))).toEqual({grain: [first, second]});
    expect(read(next, `${first}/grain.svg`)).toBe(read(old, `${first}/grain.svg`));
    expect(read(next, `${first}/grain.html`)).toBe(
      `<p>the figure</p><p class="version">As printed, version ${first}; <a target="_blank" rel="noopener" href="../../charts/grain.html">changed since</a>.</p>`,
    );
    expect(read(next, `${second}/grain.html`)).toContain(`As printed, version ${second}.</p>`);
  });

  it("leaves a version as it was first published, though it is drawn in another way now", () => {
    const old = publish("old", first);
    finishVersions(old, new Map([["grain", first]]), null);
    const next = publish("next", first, "the figure in another style");
    finishVersions(next, new Map([["grain", first]]), old);
    expect(read(next, `${first}/grain.html`)).toBe(read(old, `${first}/grain.html`));
    expect(JSON.parse(read(next, "versions.json"))).toEqual({grain: [first]});
  });

  it("takes back that a version was changed, where a chart returns to it; keeps charts that are gone", () => {
    const site = publish("old", first);
    finishVersions(site, new Map([["grain", first]]), null);
    const changed = publish("changed", second);
    finishVersions(changed, new Map([["grain", second]]), site);
    const again = publish("again", first);
    finishVersions(again, new Map([["grain", first]]), changed);
    expect(read(again, `${first}/grain.html`)).not.toContain("changed since");
    expect(read(again, `${second}/grain.html`)).toContain("changed since");
    expect(JSON.parse(read(again, "versions.json"))).toEqual({grain: [second, first]});
    const gone = path.join(folder, "gone");
    finishVersions(gone, new Map(), again);
    expect(existsSync(path.join(gone, "v", second, "grain.svg"))).toBe(true);
    expect(JSON.parse(read(gone, "versions.json"))).toEqual({grain: [second, first]});
  });
});

describe("two charts whose versions have the same seven digits", () => {
  it("say each of itself whether it was changed", () => {
    const publishBoth = (site: string): string => {
      publish(site, first);
      for (const name of ["rye.html", "rye-dark.html"])
        writeFileSync(
          path.join(folder, site, "v", first, name),
          `<p>rye</p>${versionLine("rye", first, true)}`,
        );
      return path.join(folder, site);
    };
    const old = publishBoth("old");
    finishVersions(
      old,
      new Map([
        ["grain", first],
        ["rye", first],
      ]),
      null,
    );
    const next = publish("next", second);
    finishVersions(
      next,
      new Map([
        ["grain", second],
        ["rye", first],
      ]),
      old,
    );
    expect(read(next, `${first}/grain.html`)).toContain('href="../../charts/grain.html">changed since');
    for (const name of ["rye.html", "rye-dark.html"])
      expect(read(next, `${first}/${name}`)).toBe(read(old, `${first}/${name}`));
  });
});

describe("rememberVersions(published)", () => {
  it("makes known what was published before the version of now", () => {
    const old = publish("old", first);
    finishVersions(old, new Map([["grain", first]]), null);
    expect(rememberVersions(old)).toBe(1);
    expect(earlierVersions("grain", second)).toEqual([first]);
    expect(earlierVersions("grain", first)).toEqual([]);
    expect(earlierVersions("rye", second)).toEqual([]);
    expect(rememberVersions(null)).toBe(0);
    expect(earlierVersions("grain", second)).toEqual([]);
  });

  it("finds none in a site from before there were versions", () => {
    mkdirSync(path.join(folder, "old"));
    expect(rememberVersions(path.join(folder, "old"))).toBe(0);
  });

  it.each([
    ["no folder", null, /none: is no folder \(--keep takes the site as it was last published\)/],
    ["no JSON", "{", /versions\.json: cannot be read: no JSON/],
    ["another shape", '{"grain": "1b2c3d4"}', /versions\.json: cannot be read: not \{"<chart>"/],
    ["a way out of the folder", '{"grain": ["../../x"]}', /versions\.json: cannot be read: not/],
  ])("says what is wrong in one line: %s", (_name, json, expected) => {
    const site = path.join(folder, json === null ? "none" : "old");
    if (json !== null) {
      mkdirSync(path.join(site, "v"), {recursive: true});
      writeFileSync(path.join(site, "v/versions.json"), json);
    }
    expect(() => rememberVersions(site)).toThrow(expected);
  });
});

describe("versionHref(id, version)", () => {
  it("is the address of the page that stays", () => {
    expect(versionHref("grain", first)).toBe("/v/1b2c3d4/grain.html");
  });
});
