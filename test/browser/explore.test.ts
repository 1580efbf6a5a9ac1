import {readFileSync} from "node:fs";
import {DuckDBInstance} from "@duckdb/node-api";
import type {Browser, BrowserContext, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../loaders/database.js";
import {grammar} from "../../loaders/grammar.js";
import {exploreArrow, exploreRows} from "../../loaders/site/exploreRows.js";
import {policies} from "../../loaders/site/policies.js";
import {loadTables} from "../../loaders/tables.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";
import {type Stated, standingOf} from "../../src/waybill/standing.js";
import {charts} from "../charts/everyChart.js";
import {launchBrowser} from "./launch.js";
import {problemsOf} from "./problemsOf.js";
import {type Served, serveFolder} from "./serve.js";

const tables = loadTables();
const {articles, figures, facts} = tables;
const toldTwice = facts.filter((fact) => String(fact.articles).includes(" "));

let browser: Browser;
let site: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder("dist", {
    headers: (pathname) =>
      pathname === "/explore"
        ? {"content-security-policy": policies.explorer}
        : ({} as Record<string, string>),
  });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function open(
  address: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{page: Page; context: BrowserContext; problems: string[]}> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const problems = problemsOf(page);
  await page.goto(site.origin + address);
  return {page, context, problems};
}

const ready = (page: Page): Promise<unknown> => page.locator("form.explore.is-ready").waitFor();
const words = (page: Page): Promise<string | null> => page.locator("form .explore-count").textContent();

describe("the explorer", () => {
  it("shows every figure without a script, each with the way to its sentence", async () => {
    const {page, context} = await open("/explore", {javaScriptEnabled: false});
    const links = page.locator(".explore-table tbody a");
    expect(await links.count()).toBe(figures.length);
    expect(await page.locator("form.explore details:visible").count()).toBe(0);
    const [first] = figures;
    await links.first().click();
    expect(page.url()).toBe(`${site.origin}/sources/${first.article_id}.html#${first.figure_id}`);
    await context.close();
  });

  it("finds the largest deliveries that more than one report tells, and another browser opens the view as it was", async () => {
    const {page, context, problems} = await open("/explore");
    await ready(page);
    await page.getByLabel(/^2 reports/).check();
    await page.getByLabel(/^delivered/).check();
    await page.getByLabel("Each claim once").check();
    await page.getByRole("button", {name: "Figure"}).click();
    const expected = toldTwice
      .filter((fact) => standingOf(fact as unknown as Stated) === "delivered" && fact.value !== null)
      .sort((a, b) => Number(b.value) - Number(a.value));
    expect(expected.length).toBeGreaterThan(1);
    const rows = await page.locator(".explore-table tbody tr").allInnerTexts();
    expect(rows).toHaveLength(expected.length);
    expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
    await expect.poll(() => page.url()).toContain("sort=-value");
    const other = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await ready(other.page);
    expect(await other.page.locator(".explore-table tbody tr").allInnerTexts()).toEqual(rows);
    expect(await other.page.getByLabel(/^delivered/).isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(() => page.locator("th[aria-sort]").count()).toBe(0);
    await page.goBack();
    await expect.poll(() => page.getByLabel("Each claim once").isChecked()).toBe(false);
    expect([...problems, ...other.problems]).toEqual([]);
    await Promise.all([context.close(), other.context.close()]);
  });

  it("follows each key, keeps the keyboard's place, and says when nothing is left", async () => {
    const {page, context} = await open("/explore");
    await ready(page);
    await page.getByLabel("Search").pressSequentially("million");
    const found = figures.filter(({sentence}) => /million/i.test(sentence));
    const told = facts.filter((fact) =>
      found.some(({figure_id}) => `${fact.figures} `.includes(`${figure_id} `)),
    );
    const all = `${figures.length} figures, ${facts.length} claims`;
    await expect
      .poll(() => words(page))
      .toBe(`${found.length} of ${figures.length} figures, ${told.length} claims`);
    await page.getByLabel(/^money/).focus();
    await page.keyboard.press("Space");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("money");
    await page.getByLabel("Search").fill("nothing has this");
    await page.getByText("No figure has all that is chosen").waitFor();
    await page.getByRole("button", {name: "Clear"}).click();
    await expect.poll(() => words(page)).toBe(all);
    await page.getByLabel("Each claim once").check();
    await expect.poll(() => words(page)).toBe(`${facts.length} claims`);
    await page.getByLabel("Each claim once").uncheck();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await context.close();
  });

  it("keeps the keyboard's place when a value far down its list is taken away, or is no longer there", async () => {
    const {page, context} = await open("/explore?party=nobody+has+this");
    await ready(page);
    const place = (): Promise<string | null> =>
      page.evaluate(
        () => document.activeElement?.closest("[data-facet]")?.getAttribute("data-facet") ?? null,
      );
    await page.getByLabel("nobody has this").focus();
    await page.keyboard.press("Space");
    await expect.poll(() => words(page)).toBe(`${figures.length} figures, ${facts.length} claims`);
    expect(await place()).toBe("party");
    await context.close();
  });

  it("draws what is found, and hands it on as CSV", async () => {
    const {page, context, problems} = await open("/explore?kind=money&columns=exact,sentence");
    await ready(page);
    expect(await page.locator("thead th").allInnerTexts()).toEqual(["Figure", "Sentence"]);
    await page.getByText("Chart", {exact: true}).click();
    await page.locator(".explore-drawing svg a").first().waitFor();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", {name: "Copy as chart block"}).click();
    await page.getByRole("button", {name: "Copied"}).waitFor();
    const block = await page.evaluate(() => navigator.clipboard.readText());
    expect(block).toContain("of: >-\n  kind IN ('money')\n");
    await page.getByText("Download", {exact: true}).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "CSV", exact: true}).click(),
    ]);
    const csv = readFileSync(await file.path(), "utf8");
    expect(csv.trim().split("\n")).toHaveLength(1 + figures.filter(({kind}) => kind === "money").length);
    expect(csv).toContain(`${site.origin}/sources/`);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("shows cards on a phone, none of them cut, and nothing moves sideways", async () => {
    const {page, context} = await open("/explore", {viewport: {width: 320, height: 800}});
    await ready(page);
    const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(320);
    await page.locator(".sql-tools").evaluate((tools: HTMLElement) => {
      tools.hidden = false;
    });
    expect(await wide()).toBeLessThanOrEqual(320);
    expect(await page.locator(".explore-table td:visible").count()).toBeGreaterThan(figures.length);
    const cut = await page
      .locator(".explore-table td:visible")
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
    expect(cut).toBe(0);
    await page.getByLabel("Sort").selectOption("Figure, largest first");
    const largest = figures
      .filter(({kind, value}) => kind && value !== null)
      .reduce((a, b) => (Number(b.value) > Number(a.value) ? b : a));
    const first = page.locator(".explore-table tbody a").first();
    await expect.poll(() => first.getAttribute("href")).toContain(largest.article_id);
    await expect.poll(() => new URL(page.url()).search).toBe("?sort=-value");
    await context.close();
  });

  it("answers in the rows that are there, what is in sight before the rest, and follows only the last of several letters", async () => {
    const context = await browser.newContext({viewport: {width: 360, height: 800}});
    const page = await context.newPage();
    const [row] = exploreRows(tables);
    const many = Array.from({length: 300}, (_, n) => ({
      ...row,
      fact: n,
      exact: `${n} boats`,
      sentence: `word ${n % 2 ? "odd" : "even"} ${n}`,
    }));
    await page.route("**/explore.arrow*", (route) => route.fulfill({body: Buffer.from(exploreArrow(many))}));
    await page.goto(`${site.origin}/explore`);
    await ready(page);
    const whole = page.locator(".explore-table:not([aria-busy])");
    await whole.waitFor();
    // In one turn of the page: two letters, and what stands there before any other turn.
    const [first, between, isSame, isBusy] = await page.evaluate(() => {
      const rows = document.querySelector<HTMLTableSectionElement>(".explore-table tbody")!.rows;
      const search = document.querySelector<HTMLInputElement>("[name=q]")!;
      const before = rows[0];
      const type = (word: string): void => {
        search.value = word;
        search.dispatchEvent(new Event("input", {bubbles: true}));
      };
      type("even");
      type("odd");
      const texts = [...rows].map((each) => each.querySelector("a")!.textContent!);
      return [
        texts[0],
        texts[90],
        rows[0] === before,
        document.querySelector("[aria-busy]") !== null,
      ] as const;
    });
    expect([first, isSame, isBusy]).toEqual(["1 boats", true, true]);
    // What is out of sight has not been drawn yet.
    expect(between).toBe("90 boats");
    await whole.waitFor();
    // Cards out of sight have no text that is laid out.
    const texts = await page.locator(".explore-table tbody a").allTextContents();
    expect(texts).toEqual(Array.from({length: 100}, (_, n) => `${2 * n + 1} boats`));
    await page.getByLabel("Search").fill("odd 1 99");
    await expect.poll(() => page.locator(".explore-table tbody tr").count()).toBe(1);
    await context.close();
  });

  it("counts a filter that is opened as the others leave it", async () => {
    const {page, context} = await open("/explore?kind=money");
    await ready(page);
    const hedges = page.locator('[data-facet="hedge"]');
    await hedges.locator("summary").click();
    const plain = figures.filter(({kind, qualifier}) => kind === "money" && qualifier === null).length;
    await expect
      .poll(() => hedges.getByLabel("stated plainly").locator("xpath=..").textContent())
      .toMatch(new RegExp(`\\b${plain}$`));
    await context.close();
  });

  it("names what is in force beside the rows, and takes each away by itself", async () => {
    const {page, context} = await open("/explore?kind=money&hedge=-&q=million", {
      viewport: {width: 360, height: 800},
    });
    await ready(page);
    const chosen = page.locator(".explore-chosen button");
    expect(await chosen.allInnerTexts()).toEqual(["“million”", "Kind: money", "Hedge: stated plainly"]);
    await chosen.nth(1).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).search).toBe("?q=million&hedge=-");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("“million”");
    await page.getByRole("button", {name: "Clear"}).click();
    expect(await chosen.count()).toBe(0);
    await context.close();
  });
});

// A value of each type that DuckDB has without an extension, as its own shell shows it.
const types = [
  ...["0.69", "1.10::DECIMAL(10,2)", "123456789012345678901234567890::HUGEINT", "9007199254740993::BIGINT"],
  ...[
    "18446744073709551615::UBIGINT",
    "255::UTINYINT",
    "0.1::FLOAT",
    "1e100::DOUBLE",
    "'nan'::DOUBLE",
    "'inf'::DOUBLE",
  ],
  ...[
    "DATE '2024-07-24'",
    "TIME '12:34:56.789'",
    "TIMESTAMP '2024-07-24 12:00:00'",
    "TIMESTAMP_NS '2024-07-24 12:00:00.123456789'",
  ],
  ...[
    "TIMESTAMPTZ '2024-07-24 12:00:00+02'",
    "INTERVAL '1 year 2 days 3 hours'",
    "[1, 2, NULL]",
    "[[1], [2]]",
  ],
  ...[
    "{'a': 1, 'b': 'x'}",
    "MAP {'k': 1}",
    "'\\xAA\\x00ab'::BLOB",
    "'b'::ENUM('a', 'b')",
    "'101'::BIT",
    "TRUE",
  ],
  ...[
    "'eeccb8c5-9943-b2bb-bb5e-222f4e14b687'::UUID",
    "NULL",
    "'two\nlines'",
    "union_value(num := 2)",
    "2024",
  ],
];

describe("SQL in the explorer", () => {
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    ({page, problems} = await open("/explore"));
    await page.getByRole("button", {name: "Start", exact: true}).click();
    await page.locator(".cm-content").waitFor();
  });
  afterAll(() => page?.context().close());

  /** Runs SQL as a reader does; returns the tables that it gives, cell by cell, or what is wrong. */
  async function ask(sql: string): Promise<{tables: string[][][]; problem: string | null}> {
    await page.locator(".sql-status").evaluate((status) => {
      status.textContent = "";
    });
    await page.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(sql);
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.waitForFunction(
      () =>
        /^Done|^\d+ statements/.test(document.querySelector(".sql-status")!.textContent) ||
        document.querySelector(".sql-results .problem"),
    );
    return page.evaluate(() => ({
      tables: [...document.querySelectorAll(".sql-results table")].map((table) =>
        [...table.querySelectorAll("tbody tr")].map((row) =>
          [...row.querySelectorAll("td")].map((cell) => cell.textContent),
        ),
      ),
      problem: document.querySelector(".sql-results .problem")?.textContent ?? null,
    }));
  }

  it("shows every type as DuckDB's own shell does", async () => {
    const native = await (await DuckDBInstance.create(":memory:")).connect();
    const sql = `SELECT ${types.map((value, n) => `${value} AS c${n}`).join(", ")}`;
    const [row] = (await native.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM (${sql})`)).getRows();
    const {tables, problem} = await ask(sql);
    expect(problem).toBeNull();
    expect(tables[0][0]).toEqual(row.map((cell) => (cell === null ? "NULL" : String(cell))));
  });

  // Charts of one tag alone draw on other tables than these.
  it("gives the rows of charts' SQL as the build does, in its order", async () => {
    const database = await openDatabase(tables);
    try {
      for (const {id, query} of charts) {
        const rows = await database.query<Record<string, string | null>>(
          `SELECT COLUMNS(*)::VARCHAR FROM (${query})`,
        );
        expect(rows.length, id).toBeGreaterThan(0);
        const {tables: shown, problem} = await ask(query);
        expect(problem, id).toBeNull();
        expect(shown[0], id).toEqual(rows.map((row) => Object.values(row).map((cell) => cell ?? "NULL")));
      }
    } finally {
      database.close();
    }
  });

  it("sorts by value, not by how it is written", async () => {
    await ask("SELECT * FROM (VALUES (10, 'b'), (9, 'a'), (NULL, 'c'), (100, 'd')) AS t(n, w)");
    const column = async (): Promise<string[]> =>
      page.locator(".sql-results tbody td:first-child").allInnerTexts();
    expect(await column()).toEqual(["10", "9", "NULL", "100"]);
    await page.locator(".sql-results th button").first().click();
    await expect.poll(column).toEqual(["9", "10", "100", "NULL"]);
    await page.locator(".sql-results th button").first().click();
    await expect.poll(column).toEqual(["100", "10", "9", "NULL"]);
  });

  it("gives the result of every statement, keeps a reader's own tables, and ours are whole again", async () => {
    const {tables} = await ask(
      "DROP TABLE figures; ALTER TABLE facts RENAME TO lies; DELETE FROM articles; CREATE TABLE own AS SELECT 7 AS n; SELECT 1; SELECT n FROM own",
    );
    // How many rows were deleted, and put into the new table; then what the queries give.
    expect(tables.flat(2)).toEqual([String(articles.length), "1", "1", "7"]);
    const after = await ask(
      "SELECT (SELECT count(*) FROM figures), (SELECT count(*) FROM facts), (SELECT count(*) > 0 FROM articles), (SELECT n FROM own)",
    );
    expect(after.tables).toEqual([[[String(figures.length), String(facts.length), "true", "7"]]]);
    await ask("DROP TABLE figures; CREATE VIEW figures AS SELECT 1 AS n; SET schema = 'pg_catalog'");
    expect((await ask("SELECT count(*) FROM figures")).tables).toEqual([[[String(figures.length)]]]);
  });

  it("begins anew where our tables cannot be made whole, and says so", async () => {
    for (const sql of [
      "CREATE OR REPLACE TABLE articles (id INT PRIMARY KEY); CREATE TABLE own_to (id INT REFERENCES articles (id))",
      "ATTACH ':memory:' AS other; USE other; DETACH memory",
    ]) {
      expect((await ask(sql)).problem).toContain("The next query starts the database anew");
      expect((await ask("SELECT count(*) FROM articles")).tables).toEqual([[[String(articles.length)]]]);
    }
    expect((await ask("BEGIN; DROP TABLE figures")).problem).toContain("each statement stands by itself");
    expect((await ask("SELECT count(*) FROM figures")).tables).toEqual([[[String(figures.length)]]]);
  });

  it("asks no other host, whatever a query names", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const sql of ["FROM read_csv('https://example.com/x.csv')", "LOAD httpfs"])
      expect((await ask(sql)).problem).toContain("reads files of this site alone");
    const own = `FROM read_csv('${site.origin}/data/figures.csv')`;
    expect((await ask(`SELECT count(*) ${own}`)).tables).toEqual([[[String(figures.length)]]]);
    // What DuckDB says of it in the console is no problem of the page.
    expect(problems.splice(0).join()).toMatch(
      /^(?:FAIL WITH: TypeError: the explorer reads files of this site alone)?$/,
    );
    expect(asked.filter((url) => !url.startsWith(site.origin) && !url.startsWith("blob:"))).toEqual([]);
  });

  it("stops what runs, for the reader or for another query, and runs the last of several", async () => {
    const long = "SELECT count(*) FROM range(100000000000) t, range(1000)";
    const start = async (sql: string): Promise<void> => {
      await page.locator(".cm-content").click();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(sql);
      await page.keyboard.press("ControlOrMeta+Enter");
    };
    const stop = page.getByRole("button", {name: "Stop"});
    await start(`SELECT 1; ${long}; SELECT 2`);
    await page.locator(".sql-results section").waitFor();
    await stop.click();
    await page.locator(".sql-results .problem").waitFor();
    expect(await page.locator(".sql-results section").count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.classList.contains("cm-content"))).toBe(true);
    await start(long);
    await stop.waitFor();
    expect((await ask("SELECT 43")).tables).toEqual([[["43"]]]);
    await start(long);
    await stop.waitFor();
    for (let n = 0; n < 3; n++) await page.keyboard.press("ControlOrMeta+Enter");
    expect((await ask("SELECT 44")).tables).toEqual([[["44"]]]);
    expect(await page.locator(".sql-results section").count()).toBe(1);
    expect(await stop.isVisible()).toBe(false);
  });

  it("says what is wrong, and marks where", async () => {
    const {problem} = await ask("SELECT 1;\nSELECT kind,\n  colour FROM figures");
    expect(problem).toContain('Referenced column "colour" not found');
    expect(problem).not.toContain("LINE");
    await page.locator(".cm-lintRange-error").waitFor();
    expect(await page.locator(".cm-lintRange-error").first().textContent()).toBe("colour");
    expect((await ask("SELECT 2")).problem).toBeNull();
    expect(await page.locator(".cm-lintRange-error").count()).toBe(0);
  });

  it("refuses a statement that the page would not outlive, and runs one that is nearly as long", async () => {
    const longer = (length: number): string => `SELECT 1 -- ${"word ".repeat(length / 5)}`;
    const start = async (sql: string): Promise<void> => {
      // As from the clipboard; key by key it takes a minute.
      await page.locator(".cm-content").evaluate((content, text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        content.dispatchEvent(
          new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}),
        );
      }, sql);
      await page.keyboard.press("ControlOrMeta+Enter");
    };
    await ask("SELECT 2");
    await page.keyboard.press("ControlOrMeta+a");
    await start(longer(100_000));
    await page.getByText("is too long for the database here").first().waitFor();
    await page.keyboard.press("ControlOrMeta+a");
    await start(longer(39_000));
    await page.locator(".sql-results").getByRole("cell", {name: "1", exact: true}).waitFor();
    expect(new URL(page.url()).searchParams.get("sql")).toBeNull();
    expect((await ask(`SELECT 1${"+1".repeat(900)}`)).problem).toContain("expression depth limit of 100");
    expect((await ask(`SELECT 1${"+1".repeat(90)}`)).tables).toEqual([[["91"]]]);
  });

  it("shows the first rows of many, says so, and gives more", async () => {
    await ask("FROM range(1200)");
    const note = page.locator(".sql-results .explore-count");
    expect(await note.textContent()).toBe("The first 500 of 1,200 rows");
    await page.getByRole("button", {name: "Show more"}).last().click();
    await expect.poll(() => note.textContent()).toBe("The first 1,000 of 1,200 rows");
  });

  it("hands a result on as Parquet and JSON that others read", async () => {
    await ask("SELECT DATE '2024-07-24' AS d, 0.69 AS n, 9007199254740993 AS big, NULL AS nothing, 'é' AS w");
    const take = async (name: string): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(".sql-results").getByRole("button", {name, exact: true}).click(),
      ]);
      return file.path();
    };
    expect(JSON.parse(readFileSync(await take("JSON"), "utf8"))).toEqual([
      {d: "2024-07-24", n: 0.69, big: "9007199254740993", nothing: null, w: "é"},
    ]);
    expect(readFileSync(await take("CSV"), "utf8")).toBe(
      "d,n,big,nothing,w\n2024-07-24,0.69,9007199254740993,,é\n",
    );
    await ask("SELECT [1, 2] AS list, TIME '01:02:03' AS t, '=1+1' AS f");
    expect(JSON.parse(readFileSync(await take("JSON"), "utf8"))).toEqual([
      {list: "[1,2]", t: "01:02:03", f: "=1+1"},
    ]);
    expect(readFileSync(await take("CSV"), "utf8")).toBe('list,t,f\n"[1, 2]",01:02:03,\'=1+1\n');
    await ask("SELECT DATE '2024-07-24' AS d, 0.69 AS n, 9007199254740993 AS big, NULL AS nothing, 'é' AS w");
    const native = await (await DuckDBInstance.create(":memory:")).connect();
    const read = await native.runAndReadAll(`FROM read_parquet('${await take("Parquet")}')`);
    expect(read.getRows()).toEqual([["2024-07-24", 0.69, "9007199254740993", null, "é"]]);
  });

  it("offers the words that DuckDB itself has", async () => {
    // It knows them some time after the database has answered.
    await ask("SELECT 1");
    const option = page.getByRole("option", {name: "qualify"});
    await expect
      .poll(
        async () => {
          await page.locator(".cm-content").click();
          await page.keyboard.press("ControlOrMeta+a");
          await page.keyboard.insertText("SUMMARIZE figures; FROM figures quali");
          await page.keyboard.type("f");
          return option.waitFor({timeout: 2000}).then(
            () => true,
            () => false,
          );
        },
        {timeout: 20_000},
      )
      .toBe(true);
    await page.keyboard.press("Escape");
    // A keyword has its colour, a name has none.
    const colors = await page
      .locator(".cm-line span")
      .evaluateAll((spans) => spans.map((span) => span.textContent));
    expect(colors).toContain("SUMMARIZE");
  });

  it("makes a table of a reader's own file, and joins it with ours", async () => {
    const csv = Buffer.from("kind;wörd\nmoney;Geld\ncount;Zahl\n", "latin1");
    await page
      .locator("[data-sql=file]")
      .setInputFiles({name: "Wörter.csv", mimeType: "text/csv", buffer: csv});
    await page.getByText("Wörter.csv is the table wörter").waitFor();
    const {tables, problem} = await ask(
      "SELECT wörd, count(*) FROM figures JOIN wörter USING (kind) GROUP BY ALL ORDER BY 1",
    );
    expect(problem).toBeNull();
    expect(tables[0].map(([word]) => word)).toEqual(["Geld", "Zahl"]);
    // Lines of fewer cells are lines too, and one of more is told, not lost.
    const input = page.locator("[data-sql=file]");
    await input.setInputFiles({
      name: "short.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("a,b,c\n1,2,3\n4,5\nTotal\n"),
    });
    await page.getByText("short.csv is the table short").waitFor();
    expect((await ask("FROM short")).tables[0]).toEqual([
      ["1", "2", "3"],
      ["4", "5", "NULL"],
      ["Total", "NULL", "NULL"],
    ]);
    await input.setInputFiles({
      name: "long.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("a,b\n1,2\n3,4,5\n"),
    });
    await page.getByText("long.csv: line 3 has 3 cells, where the others have 2").waitFor();
    await page
      .locator("[data-sql=file]")
      .setInputFiles({name: "book.xlsx", mimeType: "", buffer: Buffer.from("PK\x03\x04\0\0\0\0\0\0")});
    await page.getByText("book.xlsx: is neither CSV, JSON, Parquet, Arrow nor text").waitFor();
  });

  it("reads the figures of a reader's own article, a saved page too, as the build does", async () => {
    const text = "Ondal sold more than 40 barges to Kenya for $3 million in May 2021.";
    const page_ = `<!doctype html><html><body><nav>12 stories</nav><article><h1>Barges</h1><p>${text}</p><script>alert(1)</script></article></body></html>`;
    const input = page.locator("[data-sql=file]");
    for (const [name, content] of [
      ["Barges.txt", text],
      ["barges page.html", page_],
    ]) {
      await input.setInputFiles({name, mimeType: "", buffer: Buffer.from(content)});
      await page.getByText(`${name} is the table`).waitFor();
    }
    const {vocab} = tables.options;
    const figures = parseFigures(text, {vocab, published: null, language: "en", grammar});
    expect(figures.length).toBeGreaterThan(1);
    const rows = figures.map(({value, unit, qualifier}) => [
      String(value),
      unit ?? "NULL",
      qualifier ?? "NULL",
    ]);
    for (const name of ["barges", "barges_page"])
      expect((await ask(`SELECT value::BIGINT, unit, qualifier FROM ${name} ORDER BY start`)).tables).toEqual(
        [rows],
      );
  });

  it("keeps the query in the address, and another browser runs it", async () => {
    await ask("SELECT 6 * 7 AS answer");
    const {pathname, search} = new URL(page.url());
    const other = await open(pathname + search);
    await other.page.getByRole("cell", {name: "42"}).waitFor();
    await other.context.close();
    expect(problems).toEqual([]);
  });
});
