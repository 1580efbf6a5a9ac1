import {describe, expect, it} from "vitest";
import {callsIn, figureCallsOf} from "../../loaders/site/figureCalls.js";
import {readPage} from "../../loaders/site/readPage.js";
import {loadTables} from "../../loaders/tables.js";
import {temporarySeeds} from "../temporary.js";

const seeds = {
  "barges.md":
    "---\ntitle: Barges\npublisher: The Gazette\n---\nOndal sold more than 40 barges to Kenya for $2.5 million. Peru bought 3 ferries.\n",
  "derived.yaml":
    '- id: price\n  about: Price of a barge\n  formula: total / barges\n  unit: USD\n  inputs:\n    total: "barges: for $# million"\n    barges: "barges: # barges"\n',
};
const tablesNow = () => loadTables(temporarySeeds(seeds));
const page = (text: string) => readPage("src/page.md", text);
/** A call as a page has it. */
const asked = (call: string): string => `$\{${call}}`;
const htmlOf = (call: string): string =>
  figureCallsOf([page(`---\ntitle: T\n---\nThere were ${asked(call)}.\n`)], tablesNow()).get(call)!;
const wordsOf = (call: string): string =>
  htmlOf(call)
    .replace(/<[^>]+>/g, "")
    .replaceAll("\u00a0", " ");

describe("a figure that prose asks for", () => {
  it.each([
    ['figure("barges: # barges")', "more than 40 barges"],
    ['figure("barges: # barges", "value")', "40 barges"],
    ['figure("barges: # barges", "number")', "40"],
    ['figure("barges: # ferries", "word")', "three"],
    ['figure("barges: for $# million")', "$2.5 million"],
    ['derived("price")', "at most $63,000"],
  ])("%s is %s", (call, words) => {
    expect(wordsOf(call)).toBe(words);
  });

  it("leads to its sentence; what was worked out says how", () => {
    const {figure_id} = tablesNow().figures.find(({exact}) => exact.includes("barges"))!;
    expect(htmlOf('figure("barges: # barges")')).toContain(`href="/sources/barges.html#${figure_id}"`);
    expect(htmlOf('derived("price")')).toContain('title="our calculation: total / barges"');
  });

  it("is told with file and line where there is none, each call at once", () => {
    const text = [
      "---\ntitle: T\n---",
      `${asked('figure("barges: # boats")')} and ${asked('figure("ships: # boats")')}`,
      asked('figure("barges: Ondal sold more than # barges to Kenya for $# million")'),
      `${asked('figure("barges: # barges", "roman")')} ${asked('derived("cost")')}`,
      asked('figure("barges: Peru")'),
    ].join("\n");
    const problems: string[] = [];
    const made = figureCallsOf([page(text)], tablesNow(), ({message}) => void problems.push(message));
    expect(made.size).toBe(0);
    expect(problems).toEqual([
      'src/page.md:4: figure matches nothing: "barges: # boats"',
      'src/page.md:4: unknown article in figure: "ships: # boats" (write article: words around the figure)',
      'src/page.md:5: figure matches more than one figure: "barges: Ondal sold more than # barges to Kenya for $# million"',
      'src/page.md:6: unknown style of a figure: "roman" (have: stated, value, number, word)',
      'src/page.md:6: unknown derived number: "cost" (have: price)',
      'src/page.md:7: figure matches no figure: "barges: Peru"',
    ]);
  });

  it("is asked for by no draft", () => {
    const call = asked('figure("barges: # boats")');
    expect(callsIn(page(`---\ntitle: T\n---\n${call}\n`))).toHaveLength(1);
    expect(callsIn(page(`---\ntitle: T\ndraft: true\n---\n${call}\n`))).toEqual([]);
  });

  it("is code in a fenced block and in a code span, and left alone", () => {
    const call = asked('figure("barges: # boats")');
    const text = `---\ntitle: T\n---\n\`\`\`js\n${call}\n\`\`\`\n`;
    expect(callsIn(page(text))).toEqual([]);
    expect(callsIn(page(`Write \`${call}\`, or \`\` \`${call}\` \`\`.\n`))).toEqual([]);
    expect(callsIn(page(`Not \`code\`: ${call}, and \`more\`.\n`))).toHaveLength(1);
  });
});
