import * as Plot from "@observablehq/plot";
import {adopt} from "../marks/adopt.js";
import {endInWords, endOf} from "../marks/end.js";
import {hedgesOf, hedging, paintAt} from "../marks/hedges.js";
import {drawUnits} from "../marks/units.js";
import type {FormRow} from "./Form.js";
import {layBlocks} from "./layBlocks.js";
import {sideOf} from "./measure.js";
import type {Drawing} from "./startForm.js";
import {reachOf} from "./values.js";

const largest = 64;
/** Of two, of which the words stand beside, they fill a wide drawing as well. */
const largestOfTwo = 84;
const gap = 3;

interface Shape {
  across: number;
  up: number;
}

interface BlockOptions {
  unit: number;
  legend: (y: number) => Plot.Markish;
  /** Height of the legend. */
  foot: number;
  heads: readonly string[];
}

/** Returns the count of each row as a block of large squares, which fills from its foot; blocks stand side by side. */
export function drawUnitBlocks<Row extends FormRow>(
  form: Drawing<Row>,
  {unit, legend, foot, heads}: BlockOptions,
): SVGSVGElement {
  const {rows, width, narrow, colorOf, own} = form;
  const counts = rows.map((row) => Math.max(0, reachOf(row) / unit) || 0);
  const inner = width - 2 * sideOf(width);
  const isOne = rows.length === 1;
  // One block may fill the width; of several the largest leaves room for the others.
  const shapeAt = (size: number, count: number): Shape => {
    const widest = Math.max(1, Math.floor((isOne || narrow ? inner : inner * 0.7) / size));
    return shapeOf(count, {widest, wanted: Math.sqrt(count * (narrow ? 1.5 : isOne ? 6 : 2.4))});
  };
  const isLow = (size: number): boolean =>
    Math.max(...counts.map((count) => shapeAt(size, count).up * size)) <=
    (narrow ? inner : width * (rows.length === 2 ? 0.5 : 0.42));
  let size = rows.length === 2 ? Math.max(largest, Math.min(largestOfTwo, width * 0.08)) : largest;
  while (size > 10 && !isLow(size)) size -= 1;
  const shapes = counts.map((count) => shapeAt(size, count));
  const numeral = rows.length <= 2 ? (narrow ? 30 : width >= 800 ? 92 : 52) : 24;
  const {places, height, marks} = layBlocks(
    form,
    shapes.map(({across, up}, i) => ({
      width: Math.min(across, Math.ceil(counts[i])) * size,
      height: up * size,
    })),
    {size: numeral, gap: narrow ? 28 : 48, heads},
  );
  const block: Plot.RectOptions = {
    ...own,
    filter: (_row: Row, i: number) => counts[i] > 0,
    x1: (_row: Row, i: number) => places[i].x,
    x2: (_row: Row, i: number) => places[i].x + shapes[i].across * size,
    y1: (_row: Row, i: number) => places[i].bottom - shapes[i].up * size,
    y2: (_row: Row, i: number) => places[i].bottom,
  };
  return form.finish({
    height: height + foot,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (_row, i) =>
      counts[i] > 0 ? [places[i].x + shapes[i].across * size, places[i].bottom - size / 2] : null,
    marks: [
      // The gaps between the squares are the row's too: a pointer there is on it.
      Plot.rect(rows, {...block, fill: "none", pointerEvents: "all"}),
      Plot.rect(
        rows,
        hedging(
          {
            ...block,
            fill: colorOf,
          } as Plot.RectOptions,
          null,
          (index, scales, values, dimensions, context, next) => {
            const node = next!(index, scales, values, dimensions, context);
            if (!node) return node;
            const hedges = hedgesOf(values);
            adopt(
              node,
              (_rect, i) => {
                if (Array.isArray(i)) return null;
                const {across, up} = shapes[i];
                return drawUnits(
                  {
                    x: places[i].x,
                    y: places[i].bottom,
                    toward: "up",
                    length: up * size,
                    breadth: across * size,
                  },
                  counts[i],
                  {
                    pixels: size / across,
                    gap,
                    end: endInWords(endOf(hedges.qualifier[i])),
                    paint: paintAt(hedges, i),
                  },
                );
              },
              context.document,
            );
            return node;
          },
        ),
      ),
      ...marks,
      legend(height + foot - 9),
    ],
  });
}

/** Returns how a block of squares is filled best: in whole rows where the count has such a divisor near what is wanted. */
function shapeOf(count: number, {widest, wanted}: {widest: number; wanted: number}): Shape {
  const whole = Math.ceil(count - 1e-6);
  const near = Math.max(1, Math.min(widest, whole, Math.round(wanted)));
  const even = [0, 1, -1, 2, -2, 3, -3, 4]
    .map((off) => near + off)
    .find((across) => across > 0 && across <= widest && whole % across === 0 && whole / across <= across * 3);
  const across = even ?? near;
  return {across, up: Math.ceil(whole / across)};
}
