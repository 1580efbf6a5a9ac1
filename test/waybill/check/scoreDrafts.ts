/*
 * Scores the check of drafts on drafts that others labelled:
 *
 *   npx tsx test/waybill/check/scoreDrafts.ts ARTICLES DRAFTS [--list]
 *
 * ARTICLES holds NAME.json files with `text` and `published`, DRAFTS the same
 * with `labels`: {exact, occurrence, verdict}, where `verdict` is “supported”,
 * “otherwise”, “contradicted” or “not found”, or “either” for what is not scored.
 */
import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {Readable} from "node:stream";
import {readArticleLines} from "../../../loaders/articleLines.js";
import {checkDraft} from "../../../loaders/check.js";
import {readOptions, tabulate} from "../../../loaders/tables.js";
import type {Article} from "../../../src/waybill/model/figure.js";

interface Label {
  exact: string;
  occurrence?: number;
  verdict: string;
}

const [articleFolder, draftFolder, flag] = process.argv.slice(2);
const names: Record<string, string> = {unknown: "not found"};

async function read(folder: string): Promise<{article: Article; labels: Label[]}[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const each = files.map((name) => ({
    id: path.basename(name, ".json"),
    ...JSON.parse(readFileSync(path.join(folder, name), "utf8")),
  }));
  const lines = each.map(({id, text, published}) => JSON.stringify({id, text, published}));
  const found = [];
  for await (const article of readArticleLines(Readable.from([lines.join("\n")]), folder))
    found.push({article, labels: each.find(({id}) => id === article.article_id)?.labels ?? []});
  return found;
}

function placeOf(text: string, {exact, occurrence = 0}: Label): number {
  let at = text.indexOf(exact);
  for (let n = 0; n < occurrence && at >= 0; n++) at = text.indexOf(exact, at + 1);
  return at;
}

const known = await read(articleFolder);
const tables = tabulate(
  known.map(({article}) => article),
  {...readOptions(), derived: [], parties: []},
);
const counts = new Map<string, number>();
for (const {article, labels} of await read(draftFolder)) {
  const findings = checkDraft(article, tables);
  for (const label of labels.filter(({verdict}) => verdict !== "either")) {
    const at = placeOf(article.text, label);
    const finding = findings.find(({figure: {start, end}}) => start < at + label.exact.length && at < end);
    const verdict = finding ? (names[finding.verdict] ?? finding.verdict) : "not read";
    const key = `${label.verdict} -> ${verdict}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (flag === "--list" && verdict !== label.verdict)
      console.log(
        `${article.article_id}: “${label.exact}” is ${label.verdict}, read as ${verdict}` +
          (finding?.against ? ` by “${finding.against.exact}” (${finding.against.article_id})` : ""),
      );
  }
}
const total = [...counts.values()].reduce((a, b) => a + b, 0);
const right = [...counts].reduce(
  (sum, [key, n]) => sum + (key.split(" -> ")[0] === key.split(" -> ")[1] ? n : 0),
  0,
);
for (const [key, n] of [...counts].sort()) console.log(`${String(n).padStart(4)}  ${key}`);
console.log(`${right} of ${total} right (${((100 * right) / total).toFixed(1)} %)`);
