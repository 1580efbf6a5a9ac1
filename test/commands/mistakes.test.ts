import {spawnSync} from "node:child_process";
import {chmodSync, cpSync, mkdirSync, writeFileSync} from "node:fs";
import net, {type AddressInfo} from "node:net";
import path from "node:path";
import {describe, expect, it, onTestFinished} from "vitest";
import {waybill} from "../engine.js";
import {temporaryFolder} from "../temporary.js";

const template = "loaders/commands/template";
const article = (matter: string, text = "The yard sold 40 crates. It sold 52 crates in May."): string =>
  `---\ntitle: T\npublisher: P\npublished: 2024-05-01\n${matter}---\n${text}\n`;
const page = (...charts: string[]): string =>
  `# Page\n\n${charts.map((chart) => `\`\`\`chart\n${chart}\n\`\`\`\n`).join("\n")}`;
const chart = "id: a\nform: bars\nof: kind = 'count'\nlabel: thing";

interface Mistake {
  what: string;
  words: readonly string[];
  files: Record<string, string | Uint8Array>;
  says: RegExp;
}

/** What an author does wrong, by command; each is answered with one line that names the file, and the line of it where it has one. */
const mistakes: readonly Mistake[] = [
  {
    what: "a column that is misspelt",
    words: ["build"],
    files: {"seeds/a.md": article(""), "src/index.md": page(chart.replace("kind", "kinds"))},
    says: /^src\/index\.md:6: of: no column "kinds" \(have: .*kind/,
  },
  {
    what: "a chart without rows",
    words: ["build"],
    files: {"seeds/a.md": article(""), "src/index.md": page(chart.replace("'count'", "'money'"))},
    says: /^src\/index\.md:6: chart has no rows: "a"/,
  },
  {
    what: "two charts with one id",
    words: ["build"],
    files: {"seeds/a.md": article(""), "src/index.md": page(chart, chart)},
    says: /^src\/index\.md:11: two charts have the id "a" \(the other: src\/index\.md:4\)/,
  },
  {
    what: "an import from outside",
    words: ["build"],
    files: {
      "seeds/a.md": article(""),
      "src/index.md": '# Page\n\n```js\nimport x from "https://example.org/x.js";\n```\n',
    },
    says: /^src\/index\.md:\d+: .*example\.org/,
  },
  {
    what: "a review that fits two figures",
    words: ["data"],
    files: {"seeds/a.md": article('review:\n  - {quote: "# crates", unit: box}\n')},
    says: /^seeds\/a\.md:6: review matches more than one figure: "# crates" \(“40 crates”, “52 crates”/,
  },
  {
    what: "a review that fits none",
    words: ["data"],
    files: {"seeds/a.md": article("review:\n  - {quote: 41 crates, unit: box}\n")},
    says: /^seeds\/a\.md:6: review matches nothing: "41 crates"/,
  },
  {
    what: "broken YAML",
    words: ["data"],
    files: {"seeds/a.md": article("author: [A\n")},
    says: /^seeds\/a\.md:\d+: front matter: /,
  },
  {
    what: "a text of 50 MB",
    words: ["add", "big.txt"],
    files: {"big.txt": new Uint8Array(50_000_000).fill(97)},
    says: /^big\.txt: is larger than 20 MB/,
  },
  {
    what: "half a PDF that is called .txt",
    words: ["add", "a.txt"],
    files: {"a.txt": "%PDF-1.7\nx"},
    says: /^a\.txt: is a PDF that cannot be read/,
  },
  {
    what: "a PDF called .txt among the seeds",
    words: ["data"],
    files: {"seeds/a.txt": "%PDF-1.7\nx"},
    says: /^seeds\/a\.txt: is a PDF file, not text/,
  },
  ...["add", "check", "figures", "import", "cite"].flatMap((command): Mistake[] => [
    {
      what: `a missing file, to ${command}`,
      words: [command, "none.md"],
      files: {},
      says: /^none\.md: cannot be read: it is not there/,
    },
    {
      what: `a folder for a file, to ${command}`,
      words: [command, "seeds"],
      files: {"seeds/a.md": article("")},
      says: /^seeds: is a folder, where a file is expected/,
    },
  ]),
  {
    what: "a missing file of articles",
    words: ["data", "--from", "none.jsonl", "--out", "out"],
    files: {},
    says: /^none\.jsonl: cannot be read: it is not there/,
  },
  {
    what: "a folder of articles that is a file",
    words: ["check", "a.md", "--seeds", "a.md"],
    files: {"a.md": article("")},
    says: /^a\.md/,
  },
  {
    what: "a port that is none",
    words: ["start", "--port", "http"],
    files: {},
    says: /^--port: is no number from 1 to 65535: "http"/,
  },
  {
    what: "an unknown command",
    words: ["biuld"],
    files: {},
    says: /^waybill: unknown command: "biuld" \(have: /,
  },
  {what: "an unknown option", words: ["build", "--ouput", "x"], files: {}, says: /^unknown option '--ouput'/},
  {
    what: "a story that is not there",
    words: ["--story", "none", "build"],
    files: {},
    says: /^none: is no folder/,
  },
];

function run(words: readonly string[], cwd: string): {status: number | null; lines: string[]} {
  const {status, stderr} = spawnSync(process.execPath, [...waybill, ...words], {cwd, encoding: "utf8"});
  // On a busy machine it also tells how far it is.
  return {
    status,
    lines: stderr.split("\n").filter((line) => line !== "" && !/^\d+ of \d+ articles$/.test(line)),
  };
}

describe("an author’s mistake", {timeout: 600_000}, () => {
  it.each(mistakes)("is told in one line: $what", ({words, files, says}) => {
    const folder = temporaryFolder(files);
    const {status, lines} = run(words, folder);
    expect(lines.join("\n")).toMatch(says);
    expect(lines, lines.join("\n")).toHaveLength(1);
    expect(lines[0]).not.toMatch(/\bat .*:\d+:\d+\)|\b(?:Binder|Parser|Catalog) Error|\bE[A-Z]{4,}\b/);
    expect(status).toBe(1);
  });

  it.runIf(process.getuid?.() !== 0)("is told in one line: a folder that may not be written", () => {
    const folder = temporaryFolder({
      "seeds/a.md": article(""),
      "report.txt": "The yard sold 40 crates to Ondal.",
    });
    chmodSync(path.join(folder, "seeds"), 0o555);
    onTestFinished(() => chmodSync(path.join(folder, "seeds"), 0o755));
    const {lines} = run(["add", "report.txt", "--publisher", "P"], folder);
    expect(lines.at(-1)).toMatch(
      /^seeds\/report\.txt: cannot be opened: it may not be read or written by you$/,
    );
  });

  it("is told in one line: a port that is taken", async () => {
    const folder = temporaryFolder();
    cpSync(template, folder, {recursive: true});
    const server = net.createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const {port} = server.address() as AddressInfo;
    const {status, lines} = run(["start", "--port", String(port)], folder);
    expect(lines).toEqual([`port ${port}: is taken (choose another: waybill start --port NUMBER)`]);
    expect(status).toBe(1);
  });

  it("costs nothing else where it is none: no figure, no date, another language", () => {
    const folder = temporaryFolder({
      "seeds/a.md": "---\ntitle: T\npublisher: P\n---\nNothing was counted at the quay.\n",
      "seeds/b.md":
        "---\ntitle: T\npublisher: P\nlanguage: de\n---\nDie Werft verkaufte im vergangenen Jahr 40 Kisten nach Ondal.\n",
    });
    mkdirSync(path.join(folder, "src"));
    writeFileSync(path.join(folder, "src/index.md"), "# Page\n");
    const {status, lines} = run(["data"], folder);
    expect(status).toBe(0);
    expect(lines.filter((line) => line.startsWith("seeds/b.md"))).toHaveLength(1);
    for (const line of lines) expect(line).toMatch(/^seeds\/[ab]\.md: /);
  });
});
