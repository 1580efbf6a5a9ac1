import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {inYaml} from "../../loaders/articles/writeFrontMatter.js";
import {syntheticArticles} from "./synthetic.js";

/** The article that is changed, and its largest sum: the first bar of the chart of all. */
export const watched = {
  id: "watched",
  source: (millions: number): string => `---
title: The largest order
publisher: Example Gazette
published: 2024-03-01
tags: [watched]
---
Orsk Textiles imported $${millions.toLocaleString("en-US")} million worth of looms from Norway in 2023, customs records show. It sold 1,204 looms to Vel Motors in 12 shipments.
`,
};

/** The page that is looked at: a chart of all articles, one of the article that is changed, and one in TypeScript. */
export const page = (title: string): string => `---
title: Loop
---

# Loop

\`\`\`chart
id: sums
form: bars
of: kind = 'money' AND unit = 'USD'
label: thing
limit: 12
title: ${inYaml(title)}
\`\`\`

\`\`\`chart
id: watched
form: bars
articles: watched
of: kind = 'money'
label: thing
title: One order
\`\`\`

\`\`\`chart
counts
\`\`\`
`;

export const code = (
  title: string,
): string => `import {bars, defineChart, type FactRow, nameOf, told} from "waybill/charts";

export const counts = defineChart<FactRow>({
  id: "counts",
  query: \`
WITH \${told}
SELECT * FROM told
WHERE kind = 'count'
ORDER BY value DESC
LIMIT 12\`,
  title: () => ${JSON.stringify(title)},
  name: nameOf,
  form: bars,
  options: {label: "thing"},
});
`;

/** Writes a story of so many invented articles into a folder. */
export function writeStory(folder: string, count: number): void {
  rmSync(folder, {recursive: true, force: true});
  const files = new Map([
    ["seeds/story.yaml", "name: Loop\nbyline: Loop\n"],
    [`seeds/${watched.id}.md`, watched.source(990_000)],
    ["src/index.md", page("The largest sums")],
    ["src/charts/counts.ts", code("The largest counts")],
    ["src/charts/index.ts", `import {counts} from "./counts.js";\n\nexport const charts = [counts];\n`],
  ]);
  for (const {article_id, title, publisher, published, text} of syntheticArticles(count - 1))
    files.set(
      `seeds/${article_id}.md`,
      `---\ntitle: ${inYaml(title)}\npublisher: ${inYaml(publisher)}\npublished: ${published}\n---\n${text}\n`,
    );
  for (const [name, content] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
    writeFileSync(path.join(folder, name), content);
  }
}
