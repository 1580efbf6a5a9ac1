import {describe, expect, it} from "vitest";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {type DrawnBox, drawnTexts, overlap} from "../waybill/forms/drawnBoxes.js";
import {drawChart} from "./draw.js";

const columns = [
  ...["supplier", "recipient", "via", "origin", "destination", "supplier_country", "recipient_country"],
  ...["thing", "goods", "fact", "what", "label", "group", "annotation", "remark", "stated_unit"],
  ...["publisher", "relays", "origin_name", "origin_names"],
];

const filling = {
  "with spaces": "Northern Machinery and Trade Company of Very Limited Liability ",
  "without a space": "Donaudampfschifffahrtsgesellschaft",
};

/** Returns the rows with names so many letters long; what has one name keeps one, and no two names are alike. */
function lengthen(rows: readonly ChartRow[], letters: number, words: string): ChartRow[] {
  const names = new Map<string, string>();
  const longName = (name: string): string => {
    const known =
      names.get(name) ?? `${`${name} ${words.repeat(40)}`.slice(0, letters - 3).trim()}${names.size}`;
    names.set(name, known);
    return known;
  };
  return rows.map((row) => {
    const cells = {...row} as unknown as Record<string, unknown>;
    for (const column of columns) {
      const cell = cells[column];
      if (typeof cell === "string") cells[column] = longName(cell);
    }
    return cells as unknown as ChartRow;
  });
}

function overlapping(boxes: readonly DrawnBox[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`“${a.text}” and “${b.text}”`] : [])),
  );
}

const heightOf = (svg: SVGSVGElement): number => Number(svg.getAttribute("height"));

/** Checks that names of any length find a place in the drawings of charts, whole in the names of their marks; of those that are unnamed no mark names a supplier or recipient. */
export function checkNames(
  every: readonly (readonly [string, Chart])[],
  rowsOf: ReadonlyMap<string, ChartRow[]>,
  unnamed: readonly string[] = [],
): void {
  describe.each([
    [0, "with spaces"],
    [60, "with spaces"],
    [60, "without a space"],
    [200, "with spaces"],
    [440, "with spaces"],
    [440, "without a space"],
  ] as const)("names of %i letters %s", (letters, kind) => {
    it.each(every)(
      "%s: lie inside the drawing and not over each other, on a drawing of bounded height",
      (id, chart) => {
        const own = rowsOf.get(id)!;
        const rows = letters === 0 ? own : lengthen(own, letters, filling[kind]);
        const problems: string[] = [];
        for (const width of widths) {
          const svg = drawChart(chart, rows, width);
          const height = heightOf(svg);
          const boxes = drawnTexts(svg);
          for (const {text, x1, x2, y1, y2} of boxes)
            if (x1 < -1 || x2 > width + 1 || y1 < -1 || y2 > height + 1)
              problems.push(`${width}: outside: ${text}`);
          problems.push(...overlapping(boxes).map((pair) => `${width}: ${pair}`));
          const most = 3.7 * heightOf(drawChart(chart, own, width));
          if (height > most) problems.push(`${width}: ${height} px high, more than ${Math.round(most)}`);
        }
        expect(problems).toEqual([]);
      },
    );
  });

  describe("a name that is shortened in the drawing", () => {
    it.each(every)(
      "%s: grows it no further with its length, and stands whole in its mark's name",
      (id, chart) => {
        const [long, longer] = [1000, 2000].map((letters) =>
          lengthen(rowsOf.get(id)!, letters, filling["with spaces"]),
        );
        for (const width of widths) {
          const svg = drawChart(chart, longer, width);
          expect(heightOf(svg)).toBeLessThanOrEqual(heightOf(drawChart(chart, long, width)));
          for (const link of svg.querySelectorAll("a")) {
            const name = chart.name(longer[Number(link.getAttribute("data-row"))], longer);
            expect(link.getAttribute("aria-label")).toContain(name);
          }
        }
        const names = longer.map((row) => chart.name(row, longer)).join("\n");
        const parties = longer.flatMap((row) => {
          const {supplier, recipient} = row as {supplier?: string | null; recipient?: string | null};
          return [supplier, recipient].filter((party) => typeof party === "string");
        });
        // An origin is named by those who pass it on.
        if (!unnamed.includes(id)) expect(parties.length).toBeGreaterThan(0);
        for (const party of parties) expect(names).toContain(party);
      },
    );
  });
}
