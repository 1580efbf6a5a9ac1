import {describe, expect, it} from "vitest";
import {loadTables} from "../../loaders/tables.js";
import {temporarySeeds} from "../temporary.js";

const body = "The yard opened in May 2021 and burned down in June 2022.\n\nIt was rebuilt in June 2022.\n";

function read(events: string) {
  const seeds = temporarySeeds({
    "a.md": `---\ntitle: T\npublisher: P\npublished: 2024-02-01\nevents:\n${events}---\n${body}`,
  });
  return {seeds, load: () => loadTables(seeds)};
}
const captions = (events: string) =>
  read(events)
    .load()
    .events.map(({what}) => what);

describe("what happened", () => {
  it.each([
    ["words that hold the date", "opened in May 2021 and", [1, null, null]],
    ["words that reach into it", "burned down in June", [null, 1, null]],
    ["words that lie in it", "May", [1, null, null]],
    ["words with any number", '"rebuilt in June #"', [null, null, 1]],
    ["the second place of the words", "June 2022\n    nth: 2", [null, null, 1]],
  ])("is told of the date in %s", (_what, quote, expected) => {
    expect(captions(`  - quote: ${quote}\n    what: W\n`)).toEqual(expected.map((n) => n && "W"));
  });

  it("is null where nobody noted it", () => {
    expect(captions("")).toEqual([null, null, null]);
  });

  it.each([
    ["quote: in July\n    what: W", 'event matches nothing: "in July"'],
    ["quote: The yard opened\n    what: W", 'event matches no date: "The yard opened"'],
    ["quote: opened in\n    what: W", 'event matches no date: "opened in"'],
    [
      "quote: May 2021 and burned down in June\n    what: W",
      'event matches more than one date: "May 2021 and burned down in June"',
    ],
    ["quote: May\n    what: The 2 yards open", 'what has a number: "The 2 yards open"'],
    ["quote: May\n    what: ٣ yards", 'what has a number: "٣ yards"'],
    ["quote: May", 'event lacks "what"'],
    ["what: W", 'event lacks "quote"'],
    ["quote: May\n    what: W\n    date: 2021", 'unknown field in event: "date" (have: quote, what, nth)'],
    ["quote: May\n    what: W\n    nth: x", 'nth must be 1 or more: "x"'],
  ])("rejects %j", (cells, message) => {
    const {seeds, load} = read(`  - ${cells}\n`);
    expect(load).toThrow(`${seeds}/a.md:6: ${message}`);
  });

  it("is told once of a date", () => {
    const {seeds, load} = read("  - quote: May\n    what: W\n  - quote: opened in May\n    what: V\n");
    expect(load).toThrow(`${seeds}/a.md:8: event is told already: "opened in May"`);
  });
});
