import * as Plot from "@observablehq/plot";
import {adopt} from "./adopt.js";
import {drawStrip, hatchWidth, outlineWidth, type Stroke} from "./drawStrip.js";
import {endOf} from "./end.js";
import {type HedgeOptions, hedgesOf, hedging, paintAt} from "./hedges.js";
import {pathOf, type Strip, stripOf} from "./strip.js";

export interface UnitOptions extends HedgeOptions {
  /** How many of what is counted one square stands for; 1 by default. */
  unit?: number;
  /** Pixels between squares. */
  gap?: number;
}

/**
 * Returns a mark of small squares, one for each unit of a count, in a bar's
 * place: they fill its band from the baseline, column by column, so that the
 * length still is the value. The last square ends as firmly as the count is
 * stated. Options are those of Plot's barX.
 *
 * ```js
 * unitsX(shipments, {x: "value", y: "party", unit: 1}).plot()
 * ```
 */
export function unitsX(data?: Plot.Data, options: Plot.BarXOptions & UnitOptions = {}): Plot.RenderableMark {
  return Plot.barX(data, asUnits("x", options));
}

/** Returns the same mark upright; options are those of Plot's barY. */
export function unitsY(data?: Plot.Data, options: Plot.BarYOptions & UnitOptions = {}): Plot.RenderableMark {
  return Plot.barY(data, asUnits("y", options));
}

function asUnits<T extends object>(axis: "x" | "y", {unit = 1, gap = 1, ...options}: T & UnitOptions): T {
  return hedging(options as T & HedgeOptions, axis, (index, scales, values, dimensions, context, next) => {
    const node = next!(index, scales, values, dimensions, context);
    const scale = scales[axis] as unknown as ((value: number) => number) | undefined;
    if (!node || !scale) return node;
    const pixels = Math.abs(scale(unit) - scale(0));
    const hedges = hedgesOf(values);
    const forward = axis === "x" ? scale(1) > scale(0) : scale(1) < scale(0);
    adopt(
      node,
      (rect, i) => {
        if (Array.isArray(i) || !(pixels > 0)) return null;
        const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
          Number(rect.getAttribute(name)),
        );
        const strip =
          axis === "x"
            ? stripOf("x", {
                from: forward ? x : x + width,
                to: forward ? x + width : x,
                side: y,
                breadth: height,
              })
            : stripOf("y", {
                from: forward ? y + height : y,
                to: forward ? y : y + height,
                side: x,
                breadth: width,
              });
        return drawUnits(strip, strip.length / pixels, {
          pixels,
          gap,
          end: endOf(hedges.qualifier[i]),
          paint: paintAt(hedges, i),
        });
      },
      context.document,
    );
    return node;
  });
}

interface Units {
  /** Length of one unit along the axis. */
  pixels: number;
  gap: number;
  end: Parameters<typeof drawStrip>[1];
  paint: Parameters<typeof drawStrip>[2];
}

/** Returns the strokes of `count` squares that fill a strip from its base. */
export function drawUnits(strip: Strip, count: number, {pixels, gap, end, paint}: Units): Stroke[] {
  const across = Math.max(1, Math.floor(Math.sqrt(strip.breadth / pixels) + 1e-6));
  const size = Math.min(strip.breadth / across, pixels * across);
  const column = pixels * across;
  const side = (strip.breadth - across * size) / 2;
  const whole = Math.floor(count + 1e-6);
  const part = count - whole;
  const cells = Array.from({length: whole + (part > 0.01 ? 1 : 0)}, (_, n): Strip => {
    const along = Math.floor(n / across) * column;
    const corner = cornerOf(strip, along + gap / 2, side + (n % across) * size + gap / 2);
    const length = (n < whole ? 1 : part) * (column - gap);
    return {...strip, ...corner, length, breadth: size - gap};
  });
  const last = cells.pop();
  if (!last) return [];
  const strokes: Stroke[] = [];
  const lineWidth = paint.hatched ? hatchWidth : outlineWidth;
  const inset = paint.outline ? lineWidth / 2 : 0;
  const squares = cells.map((cell) => squareOf(cell, inset)).join("");
  if (squares && paint.fill > 0) strokes.push({d: squares, fill: paint.fill});
  if (squares && paint.outline) strokes.push({d: squares, width: lineWidth, dash: paint.dash});
  return [...strokes, ...drawStrip(last, end, paint)];
}

function cornerOf({x, y, toward}: Strip, along: number, across: number): {x: number; y: number} {
  const sign = toward === "left" || toward === "up" ? -1 : 1;
  return toward === "left" || toward === "right"
    ? {x: x + sign * along, y: y + across}
    : {x: x + across, y: y + sign * along};
}

const squareOf = (cell: Strip, inset: number): string =>
  pathOf(cell, [
    [inset, inset],
    [cell.length - inset, inset],
    [cell.length - inset, cell.breadth - inset],
    [inset, cell.breadth - inset],
  ]);
