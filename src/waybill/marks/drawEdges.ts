import {drawStrip, outlineWidth, type Stroke} from "./drawStrip.js";
import type {Paint} from "./state.js";
import {pathOf, type Strip, sliceOf, stripOf} from "./strip.js";

/** A span in pixels: where it may begin and where it has begun for sure, where it may have ended and where it has for sure. */
interface Edges {
  x1: number;
  startSure: number;
  endSure: number;
  x2: number;
  y: number;
  height: number;
  /** Whether no end is known. */
  open: boolean;
}

const thinnest = 3;
/** How strong a span is where it may not have begun, or may have ended, beside where it lasts for sure. */
const unsure = 0.4;

/** Returns the strokes of a span: solid while it lasts for sure, lighter where a date is a month or a year wide. */
export function drawEdges({x1, x2, startSure, endSure, y, height, open}: Edges, paint: Paint): Stroke[] {
  const strip = (from: number, to: number) => stripOf("x", {from, to, side: y, breadth: height});
  const strength = paint.fill || 0.4;
  // A day is seen, however many years the axis has.
  if (x2 - x1 < thinnest) return drawStrip(strip(x1, x1 + thinnest), open ? "open" : "square", paint);
  // Both dates lie in one month or year: it is somewhere in there.
  if (startSure >= endSure) return drawStrip(strip(x1, x2), open ? "open" : "square", paint);
  return [
    ...lighter(x1, startSure),
    ...(open
      ? drawStrip(strip(startSure, Math.max(x2, startSure + thinnest)), "open", paint)
      : [...drawStrip(strip(startSure, endSure), "square", paint), ...lighter(endSure, x2)]),
  ];

  function lighter(start: number, end: number): Stroke[] {
    if (end - start < 1.5)
      return end > start ? [{d: sliceOf(strip(start, end), 0, end - start), fill: strength}] : [];
    // What is light by its state has its outline here too, or it would hardly be seen.
    const rails: Stroke[] = paint.outline
      ? [{d: railsOf(strip(start, end)), width: outlineWidth, dash: paint.dash}]
      : [];
    const fill = Math.round(strength * unsure * 100) / 100;
    return [{d: sliceOf(strip(start, end), 0, end - start), fill}, ...rails];
  }
}

/** Returns the path of the two long edges of a strip. */
function railsOf(strip: Strip): string {
  const edge = (across: number): string =>
    pathOf(
      strip,
      [
        [0, across],
        [strip.length, across],
      ],
      false,
    );
  return edge(outlineWidth / 2) + edge(strip.breadth - outlineWidth / 2);
}
