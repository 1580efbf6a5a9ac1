import {spawnSync} from "node:child_process";
import {describe, expect, it} from "vitest";
import {dateProblem, isDay} from "../../loaders/articles/date.js";

const now = Date.parse("2024-06-01T12:00:00Z");

describe("dateProblem(date, now)", () => {
  it.each(["1450-01-01", "2024-02-29", "2000-02-29", "2024-06-01", "2025-06-02"])("takes %s", (date) => {
    expect(dateProblem(date, now)).toBeNull();
  });

  it.each<[date: unknown, problem: string]>([
    ["2024-02-30", 'is not a date: "2024-02-30" (write YYYY-MM-DD)'],
    ["2023-02-29", 'is not a date: "2023-02-29" (write YYYY-MM-DD)'],
    ["1900-02-29", 'is not a date: "1900-02-29" (write YYYY-MM-DD)'],
    ["2024-04-31", 'is not a date: "2024-04-31" (write YYYY-MM-DD)'],
    ["2024-13-01", 'is not a date: "2024-13-01" (write YYYY-MM-DD)'],
    ["2024-00-10", 'is not a date: "2024-00-10" (write YYYY-MM-DD)'],
    ["2024-2-1", 'is not a date: "2024-2-1" (write YYYY-MM-DD)'],
    ["2024-02-01T10:00", 'is not a date: "2024-02-01T10:00" (write YYYY-MM-DD)'],
    ["+2024-02-01", 'is not a date: "+2024-02-01" (write YYYY-MM-DD)'],
    [20240201, 'is not a date: "20240201" (write YYYY-MM-DD)'],
    ["0000-01-01", 'is before there was print: "0000-01-01"'],
    ["1449-12-31", 'is before there was print: "1449-12-31"'],
    ["2025-06-03", 'is in the future: "2025-06-03"'],
    ["9999-12-31", 'is in the future: "9999-12-31"'],
  ])("rejects %j", (date, problem) => {
    expect(dateProblem(date, now)).toBe(problem);
  });
});

describe("isDay(text)", () => {
  it("knows the calendar", () => {
    expect(["2024-02-29", "0000-01-01", "2024-12-31"].map(isDay)).toEqual([true, true, true]);
    expect(["2024-02-30", "2024-1-1", "", "today"].map(isDay)).toEqual([false, false, false, false]);
  });
});

describe("npm run figures -- --published DATE", () => {
  it("takes a day of the calendar", () => {
    const args = ["--import", "tsx", "loaders/commands/figures.ts", "--published", "2024-02-30"];
    const {status, stderr} = spawnSync(process.execPath, args, {encoding: "utf8", input: ""});
    expect({status, stderr}).toEqual({
      status: 1,
      stderr: '--published: is not a date: "2024-02-30" (write YYYY-MM-DD)\n',
    });
  });
});
