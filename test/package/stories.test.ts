import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import {extract} from "@extractus/oembed-extractor";
import {Ajv2020} from "ajv/dist/2020.js";
import {csvParse} from "d3";
import ogs from "open-graph-scraper";
import {describe, expect, it} from "vitest";
import {readCitation} from "../../loaders/graphics/cite/readCitation.js";
import {schemaName} from "../../loaders/graphics/jsonSchema.js";
import {loadTables} from "../../loaders/tables.js";
import {launchBrowser} from "../browser/launch.js";
import {problemsOf} from "../browser/problemsOf.js";
import {serveFolder} from "../browser/serve.js";
import {waybill} from "../engine.js";
import {runOffline} from "../offline.js";
import {brokenLinks} from "../plainLinks.js";
import {temporaryFolder} from "../temporary.js";

/** Builds the site of a story with the engine of this repository, the network off. */
function build(story: string): {printed: string; read: (file: string) => string} {
  const {status, stdout, stderr} = runOffline([process.execPath, ...waybill, "--story", story, "build"]);
  const printed = stdout + stderr;
  expect(status, printed).toBe(0);
  expect(printed).not.toContain("the network is off");
  return {printed, read: (file) => readFileSync(path.join(story, "dist", file), "utf8")};
}

describe("a story of another field, far from the engine", {timeout: 600_000}, () => {
  it("is built whole: tables, pages, charts, files and embeds, under its own name", async () => {
    const story = temporaryFolder();
    cpSync("test/input/harbour", story, {recursive: true});
    appendFileSync(path.join(story, "seeds/story.yaml"), "numbers: de\n");
    const {read} = build(story);

    const facts = csvParse(readFileSync(path.join(story, "data/facts.csv"), "utf8"));
    expect(facts.map(({value, unit}) => `${value} ${unit}`)).toEqual(
      expect.arrayContaining(["4200 tonne", "14500000 EUR", "1200000000 ISK", "310000000 NOK", "230 worker"]),
    );
    expect(facts.find(({unit}) => unit === "tonne")).toMatchObject({goods: "fish", thing: "herring"});
    const articles = csvParse(readFileSync(path.join(story, "data/articles.csv"), "utf8"));
    expect(articles.map(({article_id, published}) => [article_id, published])).toEqual([
      ["auction", "2023-07-03"],
      ["landings", "2023-06-12"],
      ["strike", ""],
    ]);
    // The page's own furniture is no part of the article.
    expect(read("data/figures.csv")).not.toMatch(/12 stories|fares/);

    const names = readdirSync(path.join(story, "dist"), {recursive: true, encoding: "utf8"});
    for (const name of ["sources/strike.html", "charts/catch.html", "charts/sums.html", "explore.html"])
      expect(names).toContain(name);
    for (const end of [
      ".svg",
      "-outlines.svg",
      ".png",
      ".pdf",
      ".csv",
      ".json",
      ".html",
      ".oembed.json",
      "-card.png",
    ])
      expect(names).toEqual(expect.arrayContaining([`graphics/catch${end}`, `graphics/sums${end}`]));
    const citation = JSON.parse(read("graphics/catch.oembed.json")).citation;
    expect(citation).toMatchObject({
      creditText: "The Skerry Desk, from reports by The Skerry Times",
      license: "CC-BY-4.0",
      url: "https://example.org/herring/charts/catch.html",
    });
    const allows = new Ajv2020({allowUnionTypes: true}).compile(JSON.parse(read(`graphics/${schemaName}`)));
    for (const id of ["catch", "sums"]) {
      const json = JSON.parse(read(`graphics/${id}.json`));
      expect(json.$schema).toBe(`https://example.org/herring/graphics/${schemaName}`);
      expect(allows(json), JSON.stringify(allows.errors)).toBe(true);
      for (const end of [".svg", "-outlines.svg", ".png", "-card.png", ".pdf", "-90mm.pdf"]) {
        const bytes = readFileSync(path.join(story, `dist/graphics/${id}${end}`));
        expect(readCitation(bytes), `${id}${end}`).toEqual(json.citation);
      }
      // Where its address is known, it is printed in the picture.
      const printed = `example.org/herring/charts/${id}.html, version ${json.citation.version}`;
      expect(read(`graphics/${id}.svg`)).toContain(`>${printed}</text>`);
    }
    // Numbers that readers see have the marks of the story's language, those that machines read have none.
    for (const file of ["index.html", "graphics/sums.svg", "graphics/sums.html", "embed/sums.html"])
      expect(read(file), file).toMatch(/€14,5(?:m| million)/);
    expect(JSON.parse(read("graphics/sums.json")).title).toContain("€14,5 million");
    expect(JSON.parse(read("graphics/sums.json")).rows[0].value).toBe(14_500_000);
    expect(csvParse(read("graphics/sums.csv"))[0].value).toBe("14500000");
    expect(read("charts/sums.js")).toContain('{decimal:",",thousands:".",grouping:[3]}');
    for (const file of ["index.html", "explore.html"])
      expect(read(file), file).toContain(
        '<meta name="waybill-numbers" content="{&quot;decimal&quot;:&quot;,',
      );
    expect(read("embed/catch.html")).toContain('<meta property="og:site_name" content="The Herring Count">');
    expect(JSON.parse(read("data/datapackage.json"))).toMatchObject({
      name: "the-herring-count",
      licenses: [{name: "CC-BY-4.0"}],
    });
    // The licences name the engine, the parser's words every country; examples in the dictionary are rows of the engine's own story.
    const own = loadTables().articles.map(({publisher}) => String(publisher));
    const others = new RegExp(
      `\\b(?:Waybill|${own.map((name) => name.replace(/\W/g, "\\$&")).join("|")})\\b`,
    );
    const apart = ["licences.html", "data/datapackage.json", "lib/check.json"];
    const texts = names.filter((name) => /\.(?:html|json|csv|svg)$/.test(name) && !apart.includes(name));
    expect(texts.filter((name) => others.test(read(name)))).toEqual([]);
    // What Framework serves to a page with code blocks has its licence on the page for that.
    const served = readdirSync(path.join(story, "dist/_npm"), {recursive: true, encoding: "utf8"}).flatMap(
      (file) => /^((?:@[^/]+\/)?[^/@]+@[^/]+)$/.exec(file)?.slice(1) ?? [],
    );
    expect(served.length).toBeGreaterThan(3);
    const licences = read("licences.html");
    for (const name of served
      .filter((id) => !id.startsWith("waybill@"))
      .map((id) => id.replace(/@(?=[^@]+$)/, " ")))
      expect(licences).toContain(name);
    const {broken, count} = brokenLinks(path.join(story, "dist"));
    expect(broken).toEqual([]);
    expect(count).toBeGreaterThan(300);
    // What the story has, it is not told to do; nothing but the tables is written beside it.
    expect(read("index.html")).not.toContain("What to do next");
    expect(readdirSync(path.join(story, "src")).sort()).toEqual(["charts", "index.md", "notebook.md"]);

    const site = await serveFolder(path.join(story, "dist"), {prefix: "/herring"});
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const problems = problemsOf(page);
      await page.goto(`${site.origin}/herring/`);
      expect(await page.locator(".chart .drawing svg a[data-row]:visible").count()).toBe(3);
      await page.goto(`${site.origin}/herring/explore`);
      await page.locator("form.explore.is-ready tbody tr").first().waitFor();
      // A page with code blocks has Framework's client, and DuckDB, from the site's own files.
      await page.goto(`${site.origin}/herring/notebook`);
      const euros = facts.filter(({unit}) => unit === "EUR").length;
      await page.getByText(`${euros} sums in euros`).waitFor();
      // Its tables show every cell as DuckDB's own shell does, and sort by value.
      const rows = page.locator(".notebook-table tbody tr");
      await rows.nth(1).waitFor();
      const shown = ["0.70\tNULL\t2023\t9007199254740993", "0.69\t2024-07-24\t2024\t10"];
      expect(await rows.allInnerTexts()).toEqual(shown);
      await page.getByRole("button", {name: "share"}).click();
      await expect.poll(() => rows.allInnerTexts()).toEqual([...shown].reverse());
      expect(problems).toEqual([]);

      // What a host's oEmbed and preview libraries find by the address of a chart's page alone.
      for (const file of ["charts/catch.html", "graphics/catch.oembed.json"])
        writeFileSync(
          path.join(story, "dist", file),
          read(file).replaceAll("https://example.org/herring", `${site.origin}/herring`),
        );
      const address = `${site.origin}/herring/charts/catch.html`;
      const {title} = JSON.parse(read("graphics/catch.json"));
      expect(await extract(address)).toMatchObject({
        type: "rich",
        title,
        provider_name: "The Herring Count",
        html: expect.stringContaining(`${site.origin}/herring/embed/catch.html`),
        thumbnail_url: `${site.origin}/herring/graphics/catch-card.png`,
      });
      const {result} = await ogs({html: await (await fetch(address)).text()});
      expect(result).toMatchObject({ogTitle: title, ogUrl: address, twitterCard: "summary_large_image"});
      const [image] = result.ogImage!;
      const picture = Buffer.from(await (await fetch(image.url)).arrayBuffer());
      expect(picture.toString("latin1", 1, 4)).toBe("PNG");
    } finally {
      await browser.close();
      site.close();
    }
  });

  it("is built without an article and without a page, and says what to do next", () => {
    const story = temporaryFolder();
    const {read, printed} = build(story);
    expect(printed).toContain("tables: 0 articles, 0 figures");
    expect(printed).toContain("next: There is no article yet: npx waybill add FILE takes one");
    expect(read("index.html")).toContain("There is no article yet: <code>npx waybill add FILE</code>");
    expect(read("sources/index.html")).toContain("<h1");
    expect(read("data/figures.csv").trim().split("\n")).toHaveLength(1);
  });

  it("is built of a single article without a chart, and says what to do next", () => {
    const story = temporaryFolder({
      "seeds/yard.txt": "The yard sold 40 crates for $3 million in May 2021.\n",
    });
    const {read} = build(story);
    expect(read("index.html")).toContain("There is no chart yet");
    expect(read("sources/yard.html")).toContain("40 crates");
    expect(existsSync(path.join(story, "dist/graphics"))).toBe(false);
    mkdirSync(path.join(story, "src/charts"), {recursive: true});
    writeFileSync(
      path.join(story, "src/charts/index.ts"),
      'import {x} from "./x.js";\nexport const charts = [x];\n',
    );
    writeFileSync(path.join(story, "src/index.md"), "# X\n\n```chart\nx\n```\n");
    const {status, stderr} = runOffline([process.execPath, ...waybill, "--story", story, "build"]);
    expect(stderr.trim().split("\n")).toEqual([
      'src/charts/index.ts:1: cannot be read: Could not resolve "./x.js"',
      "src/index.md:4: unknown chart: x (have: )",
    ]);
    expect(status).toBe(1);
  });
});
