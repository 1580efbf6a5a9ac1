import {describe, expect, it} from "vitest";
import {filesMade, listFiles} from "../../loaders/site/siteFiles.js";
import {temporaryFolder} from "../temporary.js";

const site = {"index.html": "", "charts/bar.html": "", "fonts/a.woff2": "", "_file/deep/er.js": ""};

describe("listFiles(site, expected)", () => {
  it("lists every file of the site but the list, and whoever replaces the site reads the same", () => {
    const folder = temporaryFolder(site);
    const names = listFiles(folder, ["charts/bar.html"]);
    expect(names).toEqual(Object.keys(site).sort());
    expect([...filesMade(folder)]).toEqual(names);
    expect(listFiles(folder, [])).toEqual(names);
  });

  it.each([
    ["charts/pie.html", site],
    ["index.html", {"charts/bar.html": ""}],
  ])("throws where %s is missing, and lists nothing", (missing, files) => {
    const folder = temporaryFolder(files);
    expect(() => listFiles(folder, ["charts/bar.html", missing])).toThrow(`the site lacks ${missing}`);
    expect(filesMade(folder).size).toBe(0);
  });
});
