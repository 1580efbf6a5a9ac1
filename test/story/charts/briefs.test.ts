import {describe, expect, it} from "vitest";
import {joinBoxes, type PathBox} from "../../../loaders/graphics/pathBox.js";
import {chartOf} from "../../../src/charts/index.js";
import type {Chart, ChartRow} from "../../../src/waybill/chart/Chart.js";
import type {ShownRow} from "../../../src/waybill/chart/facts.js";
import {widths} from "../../../src/waybill/chart/widths.js";
import {nameAlone} from "../../../src/waybill/markName.js";
import {formatValue} from "../../../src/waybill/model/format.js";
import {drawChart} from "../../charts/draw.js";
import {queryCharts} from "../../charts/queryCharts.js";
import {drawnShapes, drawnTexts, inheritedOf} from "../../waybill/forms/drawnBoxes.js";

/* What each chart has to take care of, so that it never says more than the reports do. */

const rowsOf = await queryCharts();

type Cells = ChartRow & ShownRow & Record<string, unknown>;

function read(id: string): {chart: Chart; rows: Cells[]; words: string; notes: string} {
  const chart = chartOf(id);
  const rows = rowsOf.get(id) as Cells[];
  const {short, long} = chart.describe(rows);
  const notes = chart.notes(rows).join(" ");
  const words = [chart.title(rows), chart.subtitle(rows), short, long, notes].join(" ");
  return {chart, rows, words, notes};
}

interface Drawn {
  width: number;
  svg: SVGSVGElement;
  /** The link of a row. */
  linkOf: (row: ChartRow) => Element;
}

const drawAll = (chart: Chart, rows: ChartRow[], choices?: Record<string, string>): Drawn[] =>
  widths.map((width) => {
    const svg = drawChart(chart, rows, width, choices ? {choices} : {});
    return {width, svg, linkOf: (row) => svg.querySelector(`a[data-row="${rows.indexOf(row)}"]`)!};
  });

const shapesOf = (link: Element): Element[] => [...link.querySelectorAll("path")];
/** The words of an element as they are read: line by line. */
const wordsIn = (element: Element): string =>
  drawnTexts(element)
    .sort((a, b) => (Math.abs(a.y2 - b.y2) > 3 ? a.y2 - b.y2 : a.x1 - b.x1))
    .map(({text}) => text)
    .join(" ");
/** The box of all that is drawn of a row, without its words. */
const boxIn = (link: Element): PathBox => joinBoxes(drawnShapes(link, "path"))!;
const hasPaint = (link: Element, color: string): boolean => link.innerHTML.includes(`--chart-${color},`);
const isFilled = (shape: Element): boolean => (inheritedOf(shape, "fill") ?? "none") !== "none";
/** Whether something of it is filled through and through. */
const isSolid = (link: Element): boolean =>
  shapesOf(link).some((shape) => isFilled(shape) && Number(inheritedOf(shape, "fill-opacity") ?? 1) === 1);
const rowIn = (rows: Cells[], role: string): Cells => rows.find((row) => row.role === role)!;

describe("machine-tools", () => {
  const {chart, rows, words} = read("machine-tools");
  const [total, part] = ["total", "part"].map((role) => rowIn(rows, role));
  const percent = (part.value! / total.value!) * 100;

  it("the part of more than the whole is at most so many percent, by our calculation", () => {
    expect(total.qualifier).toBe("more_than");
    const drawn = drawAll(chart, rows).map(({svg}) => wordsIn(svg));
    for (const text of [words, ...rows.map((row) => chart.name(row, rows)), ...drawn])
      for (const [, before] of text.matchAll(
        new RegExp(
          `(.{0,8})\\b(?:${Math.floor(percent)}(?:\\.\\d+)?|${Math.ceil(percent)})(?:%| percent)`,
          "g",
        ),
      ))
        expect(before).toMatch(/at most\s$/i);
    expect(chart.name(part, rows)).toMatch(
      new RegExp(`at most\\s(?:${percent.toFixed(1)}|${Math.ceil(percent)})%[^.]*our\\s+calculation`),
    );
    for (const {linkOf} of drawAll(chart, rows))
      expect(wordsIn(linkOf(total)).replace(/\s+/g, " ")).toMatch(
        new RegExp(`more than \\$${((total.value! - part.value!) / 1e6).toFixed(1)}m from .*our calculation`),
      );
  });

  it("draws the part in its whole, to one scale, and says that the whole is more", () => {
    for (const {linkOf, width} of drawAll(chart, rows)) {
      const [whole, inner] = [total, part].map(
        (row) => joinBoxes(drawnShapes(linkOf(row), "path", row === part ? isFilled : undefined))!,
      );
      expect(Math.abs(inner.x1 - whole.x1), String(width)).toBeLessThanOrEqual(0.5);
      expect(inner.y1).toBeGreaterThanOrEqual(whole.y1 - 1);
      expect(inner.y2).toBeLessThanOrEqual(whole.y2 + 1);
      expect((inner.x2 - whole.x1) / (whole.x2 - whole.x1)).toBeCloseTo(part.value! / total.value!, 2);
      expect(wordsIn(linkOf(total))).toMatch(/more than.*\$20m/);
      // An open end: a figure of five corners, whose point is the value.
      expect(linkOf(total).innerHTML).toMatch(/d="M(?:[^LZM"]+L){4}[^LZM"]+Z"/);
    }
  });

  it("says who the two firms are whose names are nearly one", () => {
    for (const {linkOf} of drawAll(chart, rows)) {
      expect(wordsIn(linkOf(total))).toMatch(/the\s+importer,\s+I\s+Machine\s+Technology/);
      expect(wordsIn(linkOf(part))).toMatch(/I\s+Machine\s+Tools, a\s+Taiwanese\s+supplier/);
    }
    for (const {linkOf} of drawAll(chart, rows))
      expect(wordsIn(linkOf(part)).replace(/\s+/g, " ")).toContain(
        "Whether the two firms are linked is not said",
      );
  });

  it("says of the rest that nobody says from whom it came, and hatches it", () => {
    for (const {linkOf} of drawAll(chart, rows)) {
      expect(wordsIn(linkOf(total)).replace(/\s+/g, " ")).toContain("from suppliers who are not named");
      expect(drawnShapes(linkOf(total), "path", isFilled)).toEqual([]);
      expect(drawnShapes(linkOf(part), "path", isFilled).length).toBeGreaterThan(0);
    }
  });

  it("counts the shipments as they are counted, stands on them, and divides nothing by them", () => {
    expect(total.shipments).toBe(63);
    for (const {linkOf} of drawAll(chart, rows))
      expect(wordsIn(linkOf(total))).toMatch(/in\s+63\s+shipments/);
    expect(chart.name(total, rows)).toContain("63 shipments");
    expect(total.stands_on.split(" ").length).toBeGreaterThan(2);
    expect(words).not.toMatch(/average|each worth|317/);
  });
});

describe("drones", () => {
  const {chart, rows} = read("drones");
  const [russia, ukraine] = ["russia", "ukraine"].map((role) => rowIn(rows, role));
  const ratio = Number(russia.ratio);

  it("one square is Ukraine's, thirty of them Russia's, all of one size", () => {
    for (const {linkOf, width} of drawAll(chart, rows)) {
      const [many, one] = [russia, ukraine].map((row) => {
        const {x1, x2, y1, y2} = boxIn(linkOf(row));
        return {wide: x2 - x1, high: y2 - y1};
      });
      expect(one.wide / one.high, String(width)).toBeCloseTo(1, 1);
      // With the gaps between them.
      const [across, down] = [many.wide / one.wide, many.high / one.high].map(Math.round);
      expect(across * down, `${across} × ${down} at ${width}`).toBe(ratio);
    }
  });

  it("Ukraine's is our calculation, at least, and hatched", () => {
    expect(ukraine.derived).toBe(true);
    expect(ukraine.value).toBeCloseTo(russia.value! / ratio, 3);
    expect(ratio).toBe(30);
    expect(chart.name(ukraine, rows)).toMatch(/our calculation: more than \$100 million ÷ 30/);
    for (const {linkOf} of drawAll(chart, rows)) {
      expect(isSolid(linkOf(ukraine))).toBe(false);
      expect(isSolid(linkOf(russia))).toBe(true);
      expect(wordsIn(linkOf(ukraine)).replace(/\s+/g, " ")).toMatch(/at least.*our calculation/);
    }
  });
});

describe("ceramics", () => {
  const {chart, rows, words} = read("ceramics");
  const [row] = rows;

  it("what it was before is our calculation, hatched, and as long as the rise has it", () => {
    expect(rows).toHaveLength(1);
    const {from, rise, value} = row as unknown as {from: number; rise: number; value: number};
    expect(from).toBeCloseTo(value / (1 + rise / 100), 3);
    for (const {linkOf, width} of drawAll(chart, rows)) {
      const link = linkOf(row);
      expect(wordsIn(link)).toContain(`+${rise}%`);
      expect(wordsIn(link)).toMatch(/Earlier period, our calculation.*at least.*Later period:.*more than/s);
      const [before, after] = ["grey", "red"].map(
        (color) =>
          joinBoxes(
            drawnShapes(link, "path", (path) =>
              path.closest("[fill]:not(path)")!.getAttribute("fill")!.includes(`-${color},`),
            ),
          )!,
      );
      expect(
        Math.abs((after.x2 - after.x1) / (before.x2 - before.x1) - (1 + rise / 100)),
        String(width),
      ).toBeLessThan(0.02);
    }
  });

  it("says that the periods are not dated", () => {
    expect(words).toMatch(/Politico dates neither period/);
    for (const {linkOf} of drawAll(chart, rows))
      expect(wordsIn(linkOf(row)).replace(/\s+/g, " ")).toContain("Earlier period, our calculation");
  });
});

describe("laser-chain", () => {
  const {chart, rows} = read("laser-chain");
  const pledged = rows.filter(({status}) => status === "ordered" || status === "contracted");
  const supplied = rows.filter((row) => !pledged.includes(row));

  it("what was ordered or contracted looks it, and nothing says that it came", () => {
    expect(pledged.map(({value}) => value)).toEqual(expect.arrayContaining([3000, 200]));
    for (const row of pledged) {
      expect(chart.name(row, rows)).toContain(row.status);
      expect(chart.name(row, rows)).not.toMatch(/deliver|suppl|sent|received/i);
    }
    for (const {svg, linkOf, width} of drawAll(chart, rows)) {
      const head = drawnTexts(svg).find(({text}) => /^Also ordered or contracted; no delivery/.test(text))!;
      for (const row of pledged) {
        expect(shapesOf(linkOf(row)), `${row.exact} at ${width}`).toEqual([]);
        expect(hasPaint(linkOf(row), "red")).toBe(false);
        for (const {y1} of drawnTexts(linkOf(row))) expect(y1).toBeGreaterThan(head.y1);
      }
    }
  });

  it("what was supplied is solid, one line from maker to military", () => {
    expect(supplied.length).toBeGreaterThan(2);
    for (const {linkOf} of drawAll(chart, rows))
      for (const row of supplied) expect(isSolid(linkOf(row))).toBe(true);
    for (const [i, row] of supplied.slice(1).entries()) expect(row.supplier).toBe(supplied[i].recipient);
    expect(supplied.at(-1)!.recipient).toBe("Russian military");
  });

  it("names the country of each party", () => {
    for (const {svg} of drawAll(chart, rows))
      for (const country of new Set(rows.flatMap((row) => [row.supplier_country, row.recipient_country])))
        expect(wordsIn(svg)).toContain(country);
  });
});

describe("consignments", () => {
  const {chart, rows} = read("consignments");

  it("each is a number in its own unit, and nothing is drawn that would compare them", () => {
    expect(rows.map(({value}) => value)).toEqual([1000, 12, 100_000, 3000, 200, 12]);
    for (const {linkOf} of drawAll(chart, rows))
      for (const row of rows) {
        expect(drawnShapes(linkOf(row), "path")).toEqual([]);
        expect(wordsIn(linkOf(row))).toContain(formatValue(row.value!, null, "chart"));
        expect(wordsIn(linkOf(row)).replace(/\s+/g, " ")).toContain(row.thing);
      }
  });

  it("has the largest number of what was only ordered as an outline, and none that was delivered", () => {
    for (const {linkOf} of drawAll(chart, rows))
      for (const row of rows) {
        const isOutlined = [...linkOf(row).querySelectorAll("text")].some(
          (text) => inheritedOf(text, "fill") === "none" && inheritedOf(text, "stroke") !== null,
        );
        expect(isOutlined, String(row.thing)).toBe(row.value === 100_000);
      }
  });

  it("what was only ordered stands below that head, or to the right of what was delivered", () => {
    const pledged = rows.filter(({status}) => status !== "delivered");
    expect(pledged.map(({status}) => status)).toEqual(["ordered", "ordered", "contracted"]);
    for (const {linkOf, svg, width} of drawAll(chart, rows))
      for (const row of rows.filter(({remark}) => remark === null)) {
        const isPledged = pledged.includes(row);
        const heads = drawnTexts(svg).filter(({text}) =>
          /^(?:Reported delivered|Only ordered or under contract)$/.test(text),
        );
        const {x1, y1} = joinBoxes(drawnTexts(linkOf(row)))!;
        // The nearest head of those above it that it begins at.
        const head = heads
          .filter((one) => one.x1 < x1 + 3 && one.y2 < y1 + 3)
          .sort((a, b) => b.x1 - a.x1 || b.y2 - a.y2)[0];
        expect(head?.text, `${row.thing} at ${width}`).toBe(
          isPledged ? "Only ordered or under contract" : "Reported delivered",
        );
      }
  });

  it("what reads oddly stands as it was reported, with a doubt at its number", () => {
    const odd = rows.filter(({remark}) => remark !== null);
    expect(odd.map(({kind}) => kind)).toEqual(["mass"]);
    for (const {linkOf} of drawAll(chart, rows)) expect(wordsIn(linkOf(odd[0]))).toContain(odd[0].remark);
  });
});

describe("money", () => {
  const {chart, rows, words} = read("money");
  const sums = rows;

  it("is of sums in dollars alone, and says so", () => {
    expect(rows.map(({unit}) => unit)).toEqual(sums.map(() => "USD"));
    expect(chart.subtitle(rows)).toMatch(/^Sums in dollars\./);
  });

  it("bars are as long as their sums, those in others too", () => {
    for (const {linkOf, width} of drawAll(chart, rows)) {
      const lengths = sums.map((row) => {
        const bars = drawnShapes(linkOf(row), "path", isFilled);
        const {x1, x2} = joinBoxes(bars)!;
        return x2 - x1;
      });
      // To a pixel.
      for (const [i, {usd, exact}] of sums.entries())
        expect(
          Math.abs(lengths[i] - (lengths[0] * usd!) / sums[0].usd!),
          `${exact} at ${width}`,
        ).toBeLessThan(1.5);
    }
  });

  it("nothing is added up", () => {
    expect(sums.length).toBeGreaterThan(2);
    const labels = drawAll(chart, rows).flatMap(({linkOf}) => rows.map((row) => wordsIn(linkOf(row))));
    const all = [words, ...labels].join(" ");
    // Every sum of two or more of them.
    for (let chosen = 1; chosen < 2 ** sums.length; chosen++) {
      const picked = sums.filter((_, i) => chosen & (2 ** i));
      const total = picked.reduce((sum, {usd}) => sum + usd!, 0);
      if (picked.length < 2 || sums.some(({usd}) => usd === total)) continue;
      for (const style of ["prose", "chart"] as const)
        expect(all).not.toContain(formatValue(total, "USD", style));
    }
  });

  it("linear or logarithmic, the marks are the same, and the drawings are not", () => {
    const [linear, log] = ["linear", "log"].map((scale) => drawAll(chart, rows, {scale}));
    const marks = ({svg}: Drawn): string[] =>
      [...svg.querySelectorAll("a")].map(
        (a) => `${nameAlone(a.getAttribute("aria-label")!)} ${a.getAttribute("href")}`,
      );
    expect(log.map(marks)).toEqual(linear.map(marks));
    for (const [i, {svg}] of log.entries()) expect(svg.outerHTML).not.toBe(linear[i].svg.outerHTML);
    expect(drawAll(chart, rows).map(({svg}) => svg.outerHTML)).toEqual(linear.map(({svg}) => svg.outerHTML));
  });
});

describe("routes", () => {
  const {chart, rows, words} = read("routes");

  it("no line is wider or longer for its value", () => {
    for (const {linkOf, width} of drawAll(chart, rows)) {
      const ways = rows.filter((row) => shapesOf(linkOf(row)).length > 0).map((row) => boxIn(linkOf(row)));
      // What is in emphasis has a thicker line; no line has its own.
      for (const isStrong of [true, false]) {
        const widths = rows
          .filter((row) => row.doubt === null && Boolean(row.strong) === isStrong)
          .filter((row) => shapesOf(linkOf(row)).length > 0)
          .map((row) =>
            Math.max(
              ...shapesOf(linkOf(row)).map((shape) => Number(shape.getAttribute("stroke-width") ?? 0)),
            ),
          );
        expect(new Set(widths).size).toBe(1);
      }
      // On a map a line is as long as its way.
      for (const {x1, x2} of width < 540 ? ways : []) {
        expect(Math.abs(x1 - ways[0].x1), String(width)).toBeLessThan(4);
        expect(Math.abs(x2 - ways[0].x2), String(width)).toBeLessThan(4);
      }
    }
  });

  it("has what is reported delivered to Russia as lines, what is in doubt as a dotted one, and no order", () => {
    expect(words).toMatch(/orders are left out/i);
    expect(rows.filter(({doubt}) => doubt !== null)).toHaveLength(1);
    for (const row of rows) {
      expect(chart.name(row, rows)).not.toMatch(/ordered|contracted/);
      expect(/in doubt/.test(chart.name(row, rows))).toBe(row.doubt !== null);
    }
    for (const {linkOf, width} of drawAll(chart, rows))
      for (const row of rows) {
        const where = `${row.goods} at ${width}`;
        expect(isSolid(linkOf(row)), where).toBe(row.doubt === null);
        expect(/in\s+doubt/.test(wordsIn(linkOf(row))), where).toBe(row.doubt !== null);
      }
  });

  it("names in the title only places that something is reported to have come through", () => {
    expect(chart.title(rows)).toContain("the United Arab Emirates");
    // What is in doubt.
    for (const place of ["Turkey"]) expect(chart.title(rows)).not.toContain(place);
  });

  it("a route through a third place is one route", () => {
    const ways = rows.map(({origin, via, destination}) => [origin, via, destination].join("|"));
    expect(new Set(ways).size).toBe(ways.length);
    const through = rows.flatMap(({origin, via}) => [origin, via]);
    for (const place of ["United Arab Emirates", "Turkey", "Belarus"]) expect(through).toContain(place);
  });

  it("credits every report that any of its goods stands in", () => {
    const direct = rows.find(
      ({origin, via, destination}) => origin === "China" && via === null && destination === "Russia",
    )!;
    for (const publisher of ["DN", "Euromaidan Press", "unnamed website"])
      expect(chart.name(direct, rows)).toContain(publisher);
    expect(direct.stands_on.split(" ").length).toBeGreaterThan(4);
  });
});

describe("timeline", () => {
  const {chart, rows, words} = read("timeline");
  const worked = rows.filter(({year_basis}) => year_basis === "worked_out");

  it("a year that is our calculation is marked at its date, said once below, and in its name", () => {
    expect(worked.length).toBeGreaterThan(0);
    expect(worked.length).toBeLessThan(rows.length);
    for (const {svg, linkOf} of drawAll(chart, rows)) {
      for (const row of rows) expect(wordsIn(linkOf(row)).includes("*")).toBe(worked.includes(row));
      const said = drawnTexts(svg).filter(({text}) => text.startsWith("*"));
      expect(said.map(({text}) => text)).toEqual([expect.stringMatching(/^\* The year is our calculation/)]);
    }
    for (const row of rows)
      expect(chart.name(row, rows).includes("(the year is our calculation)")).toBe(worked.includes(row));
  });

  it("a fact told twice stands once, with all who tell it", () => {
    const what = rows.map((row) => row.what);
    expect(new Set(what).size).toBe(what.length);
    const twice = rows.filter(({reports}) => String(reports).includes("\n"));
    expect(twice.length).toBeGreaterThan(0);
    for (const row of twice)
      for (const report of String(row.reports).split("\n"))
        expect(chart.name(row, rows)).toContain(report.split("|")[0]);
  });

  it("stands in the order of time, and no date is written as a machine does", () => {
    const starts = rows.map((row) => String(row.date_start ?? row.date_end).slice(0, 7));
    expect([...starts].sort()).toEqual(starts);
    for (const {svg, linkOf} of drawAll(chart, rows)) {
      const tops = rows.map((row) => joinBoxes(drawnTexts(linkOf(row)))!.y1);
      expect([...tops].sort((a, b) => a - b)).toEqual(tops);
      expect(wordsIn(svg)).not.toMatch(/\d{4}-\d{2}/);
    }
  });

  it("has the first arms in emphasis, as the title does, after the day of the invasion; and who has each thing first", () => {
    expect(rows.length).toBeLessThanOrEqual(5);
    expect(chart.headline(rows)).toMatch(/reported .*arms within months of the invasion/);
    const [arms] = rows;
    expect([arms.what, arms.date_start]).toEqual([expect.stringMatching(/^Arms/), "2022-06"]);
    for (const {svg, linkOf} of drawAll(chart, rows)) {
      expect(wordsIn(svg)).toMatch(/Russia invades Ukraine/);
      for (const row of rows) {
        expect(hasPaint(linkOf(row), "grey"), String(row.what)).toBe(row !== arms);
        expect(wordsIn(linkOf(row))).toMatch(/Politico|The Washington Post|BelPol/);
      }
    }
    expect(words).toMatch(/not a date from these reports/);
  });

  it("says against its arms what their report says against them", () => {
    expect(words).toMatch(/civilian hunting weapons/);
    expect(words).toMatch(/no evidence that they are in use/);
  });

  it("what has a year that we worked out is hatched", () => {
    for (const {linkOf} of drawAll(chart, rows))
      for (const row of rows) expect(isSolid(linkOf(row)), String(row.what)).toBe(!worked.includes(row));
  });
});

describe("hands", () => {
  const {chart, rows, words} = read("hands");
  const articles = new Map<string, Set<string>>();
  for (const row of rows) {
    const origin = String(row.origin_name);
    articles.set(origin, (articles.get(origin) ?? new Set()).add(row.article_id));
  }
  const shared = [...articles].filter(([, of]) => of.size > 1).map(([origin]) => origin);

  const namesIn = (svg: Element): string =>
    drawnTexts(svg)
      .map(({text}) => text)
      .join(" ");

  it("two relays of one newspaper are one origin, written once", () => {
    expect(shared.sort()).toEqual(["Politico", "The Washington Post"]);
    // A name may be broken into lines; what it works from may be called after it.
    for (const {svg, width} of drawAll(chart, rows)) {
      // A name may be broken into lines; what it works from may be called after it.
      const names = namesIn(svg).replaceAll(/Politico['’]s/g, "");
      for (const origin of articles.keys())
        expect(names.split(origin.split(" ").at(-1)!), `${origin} at ${width}`).toHaveLength(2);
    }
  });

  it("a document goes to its origin alone, and the words say that we have not seen it", () => {
    const origins = new Set(articles.keys());
    for (const row of rows)
      if (row.is_document) expect(origins).toContain(row.recipient);
      else expect(row.from_kind).not.toBe("document");
    expect(words).toMatch(/not seen the documents/);
  });

  it("each origin has a colour of its own", () => {
    for (const {linkOf} of drawAll(chart, rows)) {
      const colors = new Map<string, Set<string>>();
      for (const row of rows)
        for (const hue of ["red", "slate", "ochre"])
          if (hasPaint(linkOf(row), hue)) {
            const of = String(row.origin_name);
            colors.set(of, (colors.get(of) ?? new Set()).add(hue));
          }
      const sets = [...colors.values()].map((set) => [...set].join());
      expect(sets).toHaveLength(articles.size);
      expect(new Set(sets).size).toBe(articles.size);
    }
  });
});

describe("agreement", () => {
  const {chart, rows} = read("agreement");
  const twice = rows.filter(({wordings}) => wordings !== null);

  it("agreement of copies is no confirmation: the title and the subtitle say so", () => {
    expect(chart.headline(rows)).toBe(
      "None of 16 figures on Russia’s supplies is confirmed by a second, independent report",
    );
    for (const {svg} of drawAll(chart, rows)) {
      const words = wordsIn(svg).replace(/\s+/g, " ");
      for (const count of ["16", "3", "0"]) expect(words.split(" ")).toContain(count);
      expect(words.replaceAll(/ 0\b/g, "")).toMatch(
        /confirmed by a second, independent report: both articles retell The Washington Post/,
      );
    }
    expect(twice).toHaveLength(3);
    for (const row of twice) expect(chart.name(row, rows)).toContain("relaying The Washington Post");
  });

  it("has one square for each fact, all of one size, and those told twice are dark", () => {
    expect(new Set(rows.map(({facts}) => facts)).size).toBe(rows.length);
    expect(rows).toHaveLength(16);
    for (const {linkOf} of drawAll(chart, rows)) {
      const squares = rows.map((row) => drawnShapes(linkOf(row), "path").filter(({x1, x2}) => x2 - x1 < 60));
      // Once among all, and once more among those that two tell.
      expect(squares.map(({length}) => length)).toEqual(rows.map((row) => (twice.includes(row) ? 2 : 1)));
      const sides = squares.flat().map(({x1, x2, y1, y2}) => [x2 - x1, y2 - y1].map(Math.round).join());
      expect(new Set(sides).size).toBe(1);
      expect(rows.filter((row) => !hasPaint(linkOf(row), "grey"))).toEqual(twice);
    }
  });

  it("a fact told twice stands in the words of each article", () => {
    const said = twice.map((row) => chart.name(row, rows)).join("\n");
    for (const words of [
      "RT: more than $20 million",
      "Censor.NET: $20 million",
      "Censor.NET: 63 separate batches",
      "RT: 63 shipments",
    ])
      expect(said).toContain(words);
    for (const {linkOf} of drawAll(chart, rows))
      for (const row of twice)
        for (const word of String(row.wordings).replace(/.*\|/g, "").split(/\s+/))
          expect(wordsIn(linkOf(row))).toContain(word);
  });
});
