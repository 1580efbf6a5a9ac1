import {describe, expect, it} from "vitest";
import {chartOf, widths} from "../../src/charts/index.js";
import {formatNumber, formatValue} from "../../src/model/format.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import type {FactRow, MixedRow} from "../../src/waybill/chart/facts.js";
import {pathBox, textBoxes} from "./boxes.js";
import {drawChart} from "./draw.js";
import {queryCharts} from "./queryCharts.js";

/* What each chart has to take care of, so that it never says more than the reports do. */

const rowsOf = await queryCharts();

type Cells = ChartRow & MixedRow & Record<string, unknown>;

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
const fillsOf = (link: Element): string[] => shapesOf(link).map((shape) => shape.getAttribute("fill") ?? "");
const wordsIn = (element: Element): string =>
  textBoxes(element)
    .map(({text}) => text)
    .join(" ");
/** How many closed figures a path draws. */
const figuresIn = (path: Element): number => (path.getAttribute("d")!.match(/m/gi) ?? []).length;
const isHatched = (link: Element): boolean => fillsOf(link).some((fill) => /^url\(#.*hatch/.test(fill));
const number = (text: string): number => Number(/\d[\d\s\u2009,.]*/.exec(text)?.[0].replace(/[^\d.]/g, ""));

describe("machine-tools", () => {
  const {chart, rows, words, notes} = read("machine-tools");
  const find = (role: string): Cells => rows.find((row) => row.role === role)!;
  const [total, part, share, shipments, average] = "total part share shipments average".split(" ").map(find);

  it("the part of more than the whole is at most so many percent", () => {
    expect(total.qualifier).toBe("more_than");
    const percent = String(Math.floor((part.value! / total.value!) * 100));
    expect(notes).toMatch(new RegExp(`at most ${percent}(?:\\.\\d+)?%`));
    for (const text of [words, ...rows.map((row) => chart.name(row, rows))])
      for (const [, before] of text.matchAll(new RegExp(`(.{0,8})\\b${percent}(?:\\.\\d+)?%`, "g")))
        expect(before).toMatch(/at most $/i);
    for (const {svg, linkOf} of drawAll(chart, rows)) {
      expect(wordsIn(linkOf(share))).toContain(`at most ${percent}`);
      expect(wordsIn(svg)).not.toMatch(new RegExp(`[^\\s.\\d]${percent}(?:\\.\\d+)?%`));
    }
  });

  it("has as many marks in its strip as there were shipments, none coloured unlike the others", () => {
    for (const {linkOf} of drawAll(chart, rows)) {
      const shapes = shapesOf(linkOf(shipments));
      expect(shapes.map(figuresIn)).toEqual([shipments.value]);
      expect(new Set(fillsOf(linkOf(shipments))).size).toBe(1);
    }
  });

  it("has its bar end open, and draws the part inside it to the same scale", () => {
    for (const {linkOf} of drawAll(chart, rows)) {
      expect(shapesOf(linkOf(total)).length).toBeGreaterThan(1);
      const whole = pathBox(shapesOf(linkOf(total))[0].getAttribute("d")!);
      const inner = pathBox(shapesOf(linkOf(part))[0].getAttribute("d")!);
      expect((inner.x2 - whole.x1) / (whole.x2 - whole.x1)).toBeCloseTo(part.value! / total.value!, 2);
    }
  });

  it("an even split is hatched, worked out, and about", () => {
    expect(average.derived_id).not.toBeNull();
    expect(notes).toContain(`about ${formatValue(Number(average.value!.toPrecision(3)), "USD", "prose")}`);
    for (const {linkOf} of drawAll(chart, rows)) expect(isHatched(linkOf(average))).toBe(true);
  });
});

describe("drones", () => {
  const {chart, rows} = read("drones");
  const [russia, ratio, ukraine] = ["russia", "ratio", "ukraine"].map(
    (role) => rows.find((row) => row.role === role)!,
  );

  it("the areas are to one scale", () => {
    for (const {linkOf, width} of drawAll(chart, rows)) {
      const [large, small] = [russia, ukraine].map((row) => {
        const {x1, x2, y1, y2} = pathBox(shapesOf(linkOf(row))[0].getAttribute("d")!);
        expect((x2 - x1) / (y2 - y1)).toBeCloseTo(1, 1);
        return (x2 - x1) * (y2 - y1);
      });
      const drawn = large / small;
      expect(Math.abs(drawn / ratio.value! - 1), `${width}: ${drawn}`).toBeLessThan(0.03);
    }
  });

  it("Ukraine's is worked out: hatched, with its formula, at least", () => {
    expect(ukraine.derived_id).not.toBeNull();
    expect(ukraine.value).toBeCloseTo(russia.value! / ratio.value!, 3);
    for (const {linkOf} of drawAll(chart, rows)) {
      expect(isHatched(linkOf(ukraine))).toBe(true);
      expect(isHatched(linkOf(russia))).toBe(false);
      expect(wordsIn(linkOf(ukraine))).toMatch(new RegExp(`÷ ${ratio.value}.*worked out`));
      expect(wordsIn(linkOf(ukraine))).toContain("at least");
    }
  });
});

describe("ceramics", () => {
  const {chart, rows, notes} = read("ceramics");
  const [before, rise, after] = ["before", "rise", "after"].map(
    (role) => rows.find((row) => row.role === role)!,
  );

  it("the base is worked out, hatched, and where the rise puts it", () => {
    expect(before.derived_id).not.toBeNull();
    expect(before.value).toBeCloseTo(after.value! / (1 + rise.value! / 100), 3);
    for (const {linkOf} of drawAll(chart, rows)) {
      expect(isHatched(linkOf(before))).toBe(true);
      expect(isHatched(linkOf(after))).toBe(false);
      const middle = (row: ChartRow): number => {
        const {y1, y2} = pathBox(shapesOf(linkOf(row))[0].getAttribute("d")!);
        return (y1 + y2) / 2;
      };
      expect(middle(before)).toBeGreaterThan(middle(after));
      expect(wordsIn(linkOf(rise))).toContain(`+${rise.value}%`);
    }
  });

  it("a note says that nobody states what the percentage compares with", () => {
    expect(notes).toMatch(new RegExp(`not say what the ${rise.value}% compares with`));
    expect(notes).toContain(formatValue(Number(before.value!.toPrecision(3)), "USD", "prose"));
  });
});

describe("laser-chain", () => {
  const {chart, rows, notes} = read("laser-chain");
  const pledged = rows.filter(
    ({status, kind}) => kind === "count" && (status === "ordered" || status === "contracted"),
  );

  it("what was ordered or contracted looks pledged, and nothing says that it came", () => {
    expect(pledged.map(({value}) => value)).toEqual(expect.arrayContaining([3000, 200]));
    for (const row of pledged) {
      expect(chart.name(row, rows)).toContain(row.status);
      expect(chart.name(row, rows)).not.toMatch(/deliver|suppl|sent|received/i);
      expect(notes).toContain(formatNumber(row.value!));
    }
    expect(notes).toMatch(/(?:neither|nor|no|not)\b.*deliver/);
    for (const {linkOf, width} of drawAll(chart, rows))
      for (const row of pledged) {
        const strokes = shapesOf(linkOf(row)).map((shape) => shape.getAttribute("stroke") ?? "");
        expect(strokes.join(" "), `${row.exact} at ${width}`).toContain("red-pale");
        expect(wordsIn(linkOf(row))).toContain(row.status);
      }
  });

  it("what was supplied does not look pledged", () => {
    const supplied = rows.filter(({status, kind}) => String(kind) !== "part_of" && status === "delivered");
    expect(supplied.length).toBeGreaterThan(1);
    for (const {linkOf} of drawAll(chart, rows))
      for (const row of supplied)
        expect(
          shapesOf(linkOf(row))
            .map((shape) => shape.outerHTML)
            .join(""),
        ).not.toContain("red-pale");
  });

  it("Diaproektor's place in BelOMO is a mark of its own", () => {
    const part = rows.find(({kind, supplier}) => String(kind) === "part_of" && supplier === "Diaproektor")!;
    expect(part.recipient).toBe("BelOMO");
    for (const {linkOf} of drawAll(chart, rows)) {
      expect(shapesOf(linkOf(part)).length).toBeGreaterThan(0);
      expect(wordsIn(linkOf(part))).toBe("Diaproektor is part of BelOMO");
    }
  });
});

describe("consignments", () => {
  const {chart, rows, notes} = read("consignments");

  it("every panel states its own scale, and has the squares that it asks for", () => {
    for (const {linkOf, width} of drawAll(chart, rows))
      for (const row of rows) {
        const scale = textBoxes(linkOf(row)).find(({text}) => text.includes("a square is"));
        expect(scale, `${row.exact} at ${width}`).toBeDefined();
        const squares = shapesOf(linkOf(row)).reduce((sum, shape) => sum + figuresIn(shape), 0);
        expect(squares * number(scale!.text), `${row.exact} at ${width}`).toBe(row.value);
      }
  });

  it("what reads oddly stands as it was reported, with a note", () => {
    const odd = rows.filter(({remark}) => remark !== null);
    expect(odd.map(({kind}) => kind)).toEqual(["mass"]);
    expect(notes).toContain(odd[0].exact);
    expect(notes).toContain(odd[0].remark);
  });
});

describe("money", () => {
  const {chart, rows, words} = read("money");
  const sums = rows.filter(({usd}) => usd !== null);

  it("what is not in dollars is not on the axis", () => {
    const others = rows.filter(({usd}) => usd === null);
    expect(others.map(({unit}) => unit)).toEqual(["CNY"]);
    for (const choices of [{scale: "linear"}, {scale: "log"}])
      for (const {linkOf, width} of drawAll(chart, rows, choices)) {
        const {x1, x2} = pathBox(shapesOf(linkOf(others[0]))[0].getAttribute("d")!);
        expect(x2 - x1, String(width)).toBeLessThan(20);
        expect(wordsIn(linkOf(others[0]))).toContain("not on this scale");
        expect(wordsIn(linkOf(others[0]))).not.toContain("$");
      }
  });

  it("bars are as long as their sums", () => {
    for (const {linkOf} of drawAll(chart, rows)) {
      const lengths = sums.map((row) => {
        const {x1, x2} = pathBox(shapesOf(linkOf(row))[0].getAttribute("d")!);
        return x2 - x1;
      });
      // To a pixel.
      for (const [i, {usd}] of sums.entries())
        expect(Math.abs(lengths[i] - (lengths[0] * usd!) / sums[0].usd!)).toBeLessThan(1);
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
      [...svg.querySelectorAll("a")].map((a) => `${a.getAttribute("aria-label")} ${a.getAttribute("href")}`);
    expect(log.map(marks)).toEqual(linear.map(marks));
    for (const [i, {svg}] of log.entries()) expect(svg.outerHTML).not.toBe(linear[i].svg.outerHTML);
    expect(drawAll(chart, rows).map(({svg}) => svg.outerHTML)).toEqual(linear.map(({svg}) => svg.outerHTML));
  });
});

describe("routes", () => {
  const {chart, rows, notes} = read("routes");

  it("a line is a relation: the note says so, and no line is wider for its value", () => {
    expect(notes).toMatch(/no ship's track/);
    expect(notes).toMatch(/width says nothing about value/);
    for (const {linkOf} of drawAll(chart, rows))
      for (const delivered of [true, false]) {
        const ways = rows.filter((row) => row.delivered === delivered);
        expect(ways.length).toBeGreaterThan(0);
        const widest = ways.map((row) =>
          Math.max(
            ...shapesOf(linkOf(row))
              .filter((shape) => /[QC]/.test(shape.getAttribute("d")!))
              .map((shape) => Number(shape.getAttribute("stroke-width"))),
          ),
        );
        expect(new Set(widest).size).toBe(1);
      }
  });

  it("goes through the countries that the reports name on the way", () => {
    const through = rows.flatMap(({origin, via}) => [origin, via]);
    for (const place of ["Hong Kong", "United Arab Emirates", "Turkey", "Belarus"])
      expect(through).toContain(place);
  });
});

describe("timeline", () => {
  const {chart, rows} = read("timeline");

  it("a year that was worked out looks unlike one that was stated, and is said", () => {
    const [stated, worked] = [true, false].map((is) =>
      rows.filter((row) => (row.year_basis === "stated") === is),
    );
    expect(Math.min(stated.length, worked.length)).toBeGreaterThan(0);
    for (const {linkOf} of drawAll(chart, rows)) {
      const paints = (row: ChartRow): string =>
        shapesOf(linkOf(row))
          .map((shape) => shape.outerHTML)
          .join("");
      for (const row of stated) expect(paints(row)).not.toMatch(/ochre/);
      for (const row of worked) expect(paints(row)).toMatch(/hatch-ochre/);
    }
    for (const row of worked) expect(chart.name(row, rows)).toContain("worked out");
  });

  it("a day is a point, a season fades, and what is open fades on one side", () => {
    for (const {linkOf, width} of drawAll(chart, rows))
      for (const row of rows) {
        const shapes = shapesOf(linkOf(row));
        const fades = shapes.filter((shape) => shape.getAttribute("fill")?.includes("fade")).length;
        const {x1, x2} = pathBox(shapes[0].getAttribute("d")!);
        const expected = {day: 0, season: 2, year: 2, open: 1}[String(row.precision)] ?? 0;
        expect(fades, `${row.exact} at ${width}`).toBe(expected);
        if (row.precision === "day") expect(x2 - x1).toBeLessThan(14);
      }
  });

  it("has one lane for each article", () => {
    for (const {svg} of drawAll(chart, rows)) {
      const own = [...svg.querySelectorAll("text")].filter((text) => !text.closest("a"));
      for (const publisher of new Set(rows.map((row) => row.publisher)))
        expect(own.filter((text) => text.textContent === publisher)).toHaveLength(1);
    }
  });
});

describe("hands", () => {
  const {chart, rows, notes} = read("hands");
  const articles = new Map<string, Set<string>>();
  for (const row of rows) {
    const origin = String(row.origin_name);
    articles.set(origin, (articles.get(origin) ?? new Set()).add(row.article_id));
  }
  const shared = [...articles].filter(([, of]) => of.size > 1).map(([origin]) => origin);

  it("two relays of one newspaper are one origin, with one box", () => {
    expect(shared.sort()).toEqual(["Politico", "The Washington Post"]);
    for (const {svg, width} of drawAll(chart, rows)) {
      const own = [...svg.querySelectorAll("text")].filter((text) => !text.closest("a"));
      // A name may be broken into lines, each a text of its own.
      const words = own.map((text) => text.textContent).join(" ");
      for (const origin of shared) {
        expect(words.split(origin), `${origin} at ${width}`).toHaveLength(2);
        expect(notes).toContain(origin);
      }
      const boxes = [...svg.querySelectorAll("path")].filter((path) => !path.closest("a"));
      expect(boxes.reduce((sum, path) => sum + figuresIn(path), 0)).toBe(articles.size);
    }
  });
});

describe("agreement", () => {
  const {chart, rows} = read("agreement");

  it("more than a sum and the sum are one fact that agrees, and what differs is said", () => {
    const firm = rows.find(({exact}) => /^more than \$20 million$/.test(exact))!;
    const bare = rows.find(({exact}) => exact === "$20 million")!;
    expect(bare.facts).toBe(firm.facts);
    expect(firm.agreement).toBe("hedged differently");
    const differs = String(firm.differs).split("\n");
    expect(differs.join(" ")).toMatch(/more than/);
    for (const {svg, width} of drawAll(chart, rows))
      for (const line of differs) expect(wordsIn(svg), String(width)).toContain(line);
    expect(chart.describe(rows).long).toContain(differs[0]);
  });

  it("shipments and batches are one fact, each in its own word", () => {
    const counted = rows.filter(({kind, exact}) => kind === "count" && /^63 /.test(exact)) as (Cells &
      FactRow)[];
    expect(new Set(counted.map(({facts}) => facts)).size).toBe(1);
    expect(new Set(counted.map(({stated_unit}) => stated_unit)).size).toBe(2);
    for (const {linkOf} of drawAll(chart, rows))
      for (const row of counted) expect(wordsIn(linkOf(row))).toContain(row.exact);
  });

  it("has one dot for each article that tells a fact", () => {
    const pairs = rows.map(({facts, article_id}) => `${facts} ${article_id}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});
