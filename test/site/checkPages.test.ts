import {describe, expect, it} from "vitest";
import {checkPages} from "../../loaders/site/checkPages.js";
import {readPage} from "../../loaders/site/readPage.js";

/** What is said of a page that stands at src/page.md. */
const problemsOf = async (...lines: string[]): Promise<string[]> =>
  (await checkPages([readPage("src/page.md", `${lines.join("\n")}\n`)])).map(({message}) => message);

const matter = ["---", "sql:", "  articles: ./data/articles.arrow", "  facts: /data/facts.csv", "---"];

describe("checkPages()", () => {
  it("finds nothing wrong in the pages of the project", async () => {
    expect(await checkPages()).toEqual([]);
  });

  it("names file and line of each chart that does not exist, all at once", async () => {
    const own = ["```chart", "id: grain", "form: bars", "```"];
    expect(
      await problemsOf(...own, "# X", "", "```chart", "grain", "bar", "```", "", "~~~ chart", "pie", "~~~"),
    ).toEqual([
      expect.stringMatching(/^src\/page\.md:9: unknown chart: bar \(have: .*grain.*\)$/),
      expect.stringMatching(/^src\/page\.md:13: unknown chart: pie \(have: /),
    ]);
    expect(await problemsOf("````md", "```chart", "bar", "```", "````")).toEqual([]);
    expect(await problemsOf("---", "draft: true", "---", "```chart", "bar", "```")).toEqual([]);
  });

  it("binds the SQL of each chart that a page writes to the columns of the facts, and names the line that is wrong", async () => {
    const chart = (...lines: string[]) =>
      problemsOf("# X", "", "```chart", "id: x", "form: bars", ...lines, "```");
    expect(
      await chart(
        "of: kind = 'money' AND usd > 1e6 -- large sums",
        "label: coalesce(supplier, goods)",
        "emphasis: value = (SELECT max(value) FROM shown)",
        "sort: period_start DESC NULLS LAST, value",
        "annotate: {at: derived, text: our calculation}",
      ),
    ).toEqual([]);
    expect(await chart("of: kinds = 'money'", "label: goods", "sort: valu")).toEqual([
      expect.stringMatching(/^src\/page\.md:6: of: .*"kinds".* \(have: .*kind.*\)$/),
      expect.stringMatching(/^src\/page\.md:8: sort: .*"valu".*$/),
    ]);
    expect(await chart("of: kind = 'money')", "emphasis: true; DROP TABLE facts")).toEqual([
      expect.stringMatching(/^src\/page\.md:6: of: cannot be read at /),
      expect.stringMatching(/^src\/page\.md:7: emphasis: /),
    ]);
  });

  it("knows the charts that pages write, and says so if two have one id", async () => {
    expect(await problemsOf("```chart", "id: x", "form: bars", "```", "", "```chart", "x", "```")).toEqual(
      [],
    );
    const twice = ["```chart", "id: x", "form: bars", "```"];
    expect(await problemsOf(...twice, "", ...twice)).toEqual([
      'src/page.md:7: two charts have the id "x" (the other: src/page.md:2)',
    ]);
  });

  it("binds each sql block to the tables of the front matter, and names the line that is wrong", async () => {
    const sql = (...lines: string[]) => problemsOf(...matter, "```sql id=found", ...lines, "```");
    expect(
      await sql("SELECT publisher", "FROM articles JOIN facts ON contains(facts.articles, article_id)"),
    ).toEqual([]);
    expect(await sql("SELECT title", "FROM articles", "WHERE titel = 'x'")).toEqual([
      expect.stringMatching(/^src\/page\.md:9: SQL fails: .*"titel".* \(have: .*title.*\)$/),
    ]);
    expect(await sql("SELECT 1", "FROM figures")).toEqual([
      'src/page.md:8: SQL fails: no table "figures" in the front matter',
    ]);
    expect(await sql("SELEC 1")).toEqual([
      expect.stringMatching(/^src\/page\.md:7: SQL fails: cannot be read at .*SELEC/),
    ]);
  });

  it("takes what the page puts in for parameters", async () => {
    const sql = (...lines: string[]) => problemsOf(...matter, "```sql", ...lines, "```");
    expect(
      await sql(
        "SELECT title FROM articles",
        `WHERE title = \${kind} OR \${words.length > \`}\${1}\`.length}`,
      ),
    ).toEqual([]);
    expect(await sql("SELECT title FROM articles LIMIT ${", "n", "}")).toEqual([]);
    expect(await sql("SELECT title FROM articles WHERE title = ${f({", "a: 1})}", "AND nope")).toEqual([
      expect.stringMatching(/^src\/page\.md:9: SQL fails: .*"nope"/),
    ]);
    expect(await sql("SELECT ${1")).toEqual([
      expect.stringMatching(/^src\/page\.md:7: SQL cannot be read: /),
    ]);
  });

  it("binds sql`…` in scripts too, but not where the page has an sql of its own", async () => {
    const script = [
      "```js",
      "const rows = await sql`SELECT nope",
      `FROM articles WHERE title = \${x}\`;`,
      "```",
    ];
    expect(await problemsOf(...matter, ...script)).toEqual([
      expect.stringMatching(/^src\/page\.md:7: SQL fails: .*"nope"/),
    ]);
    expect(await problemsOf(...matter, ...script, "```js", "const sql = mine();", "```")).toEqual([]);
    expect(await problemsOf(...matter, ...script, "```js", 'import {sql} from "npm:x";', "```")).toEqual([]);
  });

  it("names a table of the front matter that is not there, and leaves alone what it cannot know", async () => {
    expect(await problemsOf("---", "sql:", "  mine: ./data/mine.arrow", "---")).toEqual([
      expect.stringMatching(
        /^src\/page\.md:3: there is no such table: ".\/data\/mine\.arrow" \(have in \/data\/: articles, /,
      ),
    ]);
    const far = [
      "---",
      "sql:",
      "  far: https://example.org/far.parquet",
      "---",
      "```sql",
      "SELECT x FROM far",
      "```",
    ];
    expect(await problemsOf(...far)).toEqual([]);
  });

  it("names the line of a script that cannot be read, and takes an expression for a script", async () => {
    expect(await problemsOf("```js", "const a = 1;", "let let = 1", "```")).toEqual([
      expect.stringMatching(/^src\/page\.md:3: script cannot be read: .*let/),
    ]);
    expect(
      await problemsOf("```js", "{a: 1, b: 2}", "```", "```ts", "const a: number = await b;", "```"),
    ).toEqual([]);
    expect(await problemsOf("```js run=false", "let let", "```", "```python", "let let", "```")).toEqual([]);
  });

  it("names page and line of an import that cannot be read in a page, and why", async () => {
    const imports = (specifier: string) =>
      problemsOf("```js", "1;", `import * as x from "${specifier}";`, "```");
    expect(await imports("./lib/marks.js")).toEqual([]);
    expect(await imports("./waybill/marks.js")).toEqual([]);
    expect(await imports("./charts/nothing.js")).toEqual([
      'src/page.md:3: import fails: "./charts/nothing.js" (there is no src/charts/nothing.js)',
    ]);
    expect(await imports("../loaders/tables.js")).toEqual([
      'src/page.md:3: import fails: "../loaders/tables.js" (loaders/tables.js is outside src/)',
    ]);
    expect(await imports("npm:d3")).toEqual([]);
  });
});
