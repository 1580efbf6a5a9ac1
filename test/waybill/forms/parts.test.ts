import {describe, expect, it} from "vitest";
import {
  channelOf,
  groupsOf,
  hueOf,
  memberOf,
  notesOf,
  pinRows,
  wordsOf,
} from "../../../src/waybill/forms/channels.js";
import {bars, type Form, type FormRow, numbers, stack} from "../../../src/waybill/forms/index.js";
import {nestRows} from "../../../src/waybill/forms/nestRows.js";
import {runsOf} from "../../../src/waybill/forms/runs.js";
import {settleWithin} from "../../../src/waybill/forms/settleWithin.js";
import {commonUnit} from "../../../src/waybill/forms/values.js";
import {newDocument} from "./drawForms.js";

describe("channelOf(channel, fallback)", () => {
  const row = {supplier: "North", empty: null};

  it("names a column, is a function, or falls back", () => {
    expect(channelOf<typeof row, string>("supplier", () => "none")(row)).toBe("North");
    expect(
      channelOf<typeof row, string>(
        ({supplier}) => supplier.toUpperCase(),
        () => "none",
      )(row),
    ).toBe("NORTH");
    expect(channelOf<typeof row, string>(undefined, () => "none")(row)).toBe("none");
  });

  it("has no words for a column that is empty or lacking", () => {
    expect(wordsOf<typeof row>("empty", () => "none")(row)).toBe("");
    expect(wordsOf<typeof row>("lacking", () => "none")(row)).toBe("");
  });
});

describe("groupsOf(rows, groupOf)", () => {
  it("has what is under nothing first, then the others in the order of the rows", () => {
    expect(groupsOf(["b", "", "a", "b", ""], (row) => row)).toEqual([
      ["", [1, 4]],
      ["b", [0, 3]],
      ["a", [2]],
    ]);
    expect(groupsOf([], String)).toEqual([]);
  });
});

describe("pinRows(options, given)", () => {
  const given = [{label: "a"}, {label: "b"}, {label: "c"}];

  it("means the same rows where only some are drawn", () => {
    const pinned = pinRows({emphasis: 2, annotations: [{at: [false, true], text: "It"}]}, given);
    const some = given.slice(1);
    expect(some.map(memberOf(pinned.emphasis, some))).toEqual([false, true]);
    expect([...notesOf(pinned, some)]).toEqual([[given[1], "It"]]);
  });

  it("leaves out what is not said", () => {
    expect(pinRows({}, given)).toEqual({});
  });
});

describe("memberOf(rows, given)", () => {
  const given = [{strong: true}, {strong: "false"}, {strong: ""}, {strong: "yes"}, {}];

  it.each([
    ["a column, whose words may say false", "strong", [true, false, false, true, false]],
    ["an index", 1, [false, true, false, false, false]],
    ["a column of booleans", [false, false, true], [false, false, true, false, false]],
    ["nothing: all", undefined, [true, true, true, true, true]],
  ])("is %s", (_what, rows, expected) => {
    const isMeant = memberOf<object>(rows, given);
    expect(given.map((row) => isMeant(row))).toEqual(expected);
  });
});

describe("hueOf(color)", () => {
  it("is a hue, or a column of hues; red where the column has none", () => {
    expect(hueOf("slate")({})).toBe("slate");
    const rows: (FormRow & {hue?: string})[] = [{hue: "ochre"}, {hue: "purple"}, {}];
    expect(rows.map(hueOf("hue"))).toEqual(["ochre", "red", "red"]);
  });
});

describe("notesOf(options, given)", () => {
  it("joins what a column and annotations say of a row, and leaves the others out", () => {
    const given = [{who: "the office"}, {}, {}] as FormRow[];
    const notes = notesOf(
      {
        note: "who",
        annotations: [
          {at: 0, text: "twice"},
          {at: 2, text: "once"},
        ],
      },
      given,
    );
    expect([...notes.values()]).toEqual(["the office twice", "once"]);
  });
});

describe("nestRows(form, within)", () => {
  const nested = (rows: (FormRow & {of?: unknown; id?: string})[]) =>
    nestRows({rows, given: rows, labelOf: ({label}) => label ?? ""}, "of");
  const whole = {label: "Wheat", id: "w", value: 10, unit: "tonne"};

  it.each([
    ["by its index", {value: 4, unit: "tonne", of: 0}, 0],
    ["by its id", {value: 4, unit: "tonne", of: "w"}, 0],
    ["by what it is called", {value: 4, unit: "tonne", of: "Wheat"}, 0],
    ["not in one of another unit", {value: 4, unit: "USD", of: 0}, null],
    ["not in a smaller one", {value: 40, unit: "tonne", of: 0}, null],
    ["not in one of the other sign", {value: -4, unit: "tonne", of: 0}, null],
    ["not in itself", {value: 4, unit: "tonne", of: 1}, null],
    ["not in one that is not there", {value: 4, unit: "tonne", of: "Rye"}, null],
  ])("finds the whole of a part %s", (_how, part, expected) => {
    expect(nested([whole, part])).toEqual([null, expected]);
  });

  it("lets a part of a part stand by itself", () => {
    expect(
      nested([whole, {label: "a", value: 5, unit: "tonne", of: 0}, {value: 2, unit: "tonne", of: 1}]),
    ).toEqual([null, 0, null]);
  });
});

describe("runsOf(text, width, options)", () => {
  const linesOf = (text: string, width: number) =>
    runsOf(text, width, {size: 20, most: 6}).map((runs) =>
      runs.map(({text, strong}) => (strong ? `[${text.replaceAll("\u00a0", " ")}]` : text)).join("|"),
    );

  it.each([
    ["“more than $20 million of grain”", ["“more than|[$20 million]|of grain”"]],
    ["“63 ships”", ["“|[63]|ships”"]],
    ["“nearly 70”", ["“nearly|[70]|”"]],
    ["“up 12.5 percent in 2023, or 1,000 tonnes”", ["“up|[12.5 percent]|in|[2023]|, or|[1,000 tonnes]|”"]],
    ["no number", ["no number"]],
  ])("%s", (text, expected) => {
    expect(linesOf(text, 900)).toEqual(expected);
  });

  it("keeps a number and its unit in one line", () => {
    for (let width = 150; width < 400; width += 10)
      expect(linesOf("it bought some 20 million dollars’ worth of it", width).join("/")).toContain(
        "[20 million]",
      );
  });
});

describe("settleWithin(items, [top, bottom])", () => {
  it("parts what would overlap, within the edges", () => {
    const things = [10, 11, 12, 99].map((wanted) => ({wanted, up: 5, down: 5}));
    const [a, b, c, d] = settleWithin(things, [0, 100]);
    expect(a).toBeGreaterThanOrEqual(5);
    expect(b - a).toBeGreaterThanOrEqual(10);
    expect(c - b).toBeGreaterThanOrEqual(10);
    expect(d).toBe(95);
  });

  it("keeps all in their order, whatever they wanted", () => {
    const items = [5, -40, 400].map((wanted) => ({wanted, up: 0, down: 20}));
    expect(settleWithin(items, [0, 100])).toEqual([0, 20, 80]);
  });

  it("goes on below the bottom where there is no room for all", () => {
    const items = [0, 0, 0].map((wanted) => ({wanted, up: 10, down: 10}));
    expect(settleWithin(items, [0, 40])).toEqual([10, 30, 50]);
  });
});

describe("commonUnit(rows)", () => {
  it("is the unit of most rows that have a value; null for none", () => {
    expect(
      commonUnit([
        {value: 1, unit: "USD"},
        {value: 2, unit: "tonne"},
        {value: 3, unit: "USD"},
        {unit: "tonne"},
      ]),
    ).toBe("USD");
    expect(commonUnit([{}])).toBeNull();
  });
});

describe("stack(parts)", () => {
  const rows: FormRow[] = [
    {label: "Wheat", value: 5, unit: "USD", href: "#0"},
    {label: "tarpaulin", value: 12, unit: "tonne", href: "#1"},
    {label: "Rye", value: 3, unit: "USD", href: "#2"},
  ];
  const isMoney = ({unit}: FormRow): boolean => unit === "USD";
  const document = newDocument();

  it("draws each row once, in the first part that takes it, numbered as among all", () => {
    const svg = stack([{of: isMoney, form: bars, head: "Paid"}, {form: numbers}])(rows, {document});
    const links = [...svg.querySelectorAll("[data-row]")].map((link) => [
      link.getAttribute("data-row"),
      link.getAttribute("href"),
    ]);
    expect(links).toEqual([
      ["0", "#0"],
      ["2", "#2"],
      ["1", "#1"],
    ]);
    expect(svg.textContent).toContain("Paid");
  });

  it("is as high as its parts and what parts them", () => {
    const heightOf = (form: Form, own: FormRow[]): number =>
      Number(form(own, {document}).getAttribute("height"));
    const all = stack([{of: isMoney, form: bars}, {form: numbers}]);
    const money = rows.filter(isMoney);
    const parts = heightOf(bars, money) + heightOf(numbers, [rows[1]]);
    expect(heightOf(all, rows) - parts).toBe(30);
    expect(heightOf(all, money)).toBe(heightOf(bars, money));
  });

  it("means an index of emphasis or of an annotation among all rows", () => {
    const svg = stack([{of: isMoney, form: bars}, {form: numbers}])(rows, {
      document,
      theme: "light",
      emphasis: 2,
      annotations: [{at: 1, text: "by sea"}],
    });
    const link = (i: number): string => svg.querySelector(`[data-row="${i}"]`)!.outerHTML;
    expect([0, 1, 2].map((i) => link(i).includes("#8f2213"))).toEqual([false, false, true]);
    expect([0, 1, 2].map((i) => link(i).includes("by sea"))).toEqual([false, true, false]);
  });

  it("refuses a row that no part takes", () => {
    expect(() => stack([{of: isMoney, form: bars}])(rows, {document})).toThrow(
      'no part of the stack takes row 1: "tarpaulin"',
    );
  });
});

describe("the words of a mark", () => {
  it("follow each other as they are read: a label in two lines is not broken by the value beside it", () => {
    const [long, short] = ["Machine tools of the northern works to the southern works", "Tools"];
    const svg = bars(
      [long, short].map((label, i) => ({label, value: 20 - i})),
      {
        document: newDocument(),
        width: 640,
        scale: "log",
      },
    );
    const marks = [...svg.querySelectorAll("a, g[role=img]")];
    // They lead nowhere here, and are named all the same.
    for (const [i, mark] of marks.entries())
      expect(mark.getAttribute("aria-label")).toContain([long, short][i]);
    const spoken = marks.map((mark) =>
      [...mark.querySelectorAll("text")].map((text) => text.textContent).join(" "),
    );
    expect(spoken).toEqual([`${long} 20`, `${short} 19`]);
  });
});
