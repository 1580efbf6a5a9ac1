import {drawStrip, outlineWidth, type Stroke} from "./drawStrip.js";
import type {Paint} from "./state.js";
import {pathOf, type Strip, sliceOf, stripOf} from "./strip.js";

/** A span in pixels: where it may begin and where it has begun for sure, where it may have ended and where it has for sure. */
export interface Edges {
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
/** Slices of a rise or a fall: one for so many pixels. */
const slice = 4;

/**
 * Returns the strokes of a span: solid while it lasts for sure, rising and
 * falling where a date is a month or a year wide. Along the axis y, x means y.
 */
export function drawEdges(
  {x1, x2, startSure, endSure, y, height, open}: Edges,
  paint: Paint,
  axis: "x" | "y" = "x",
): Stroke[] {
  const strip = (from: number, to: number) => stripOf(axis, {from, to, side: y, breadth: height});
  const strength = paint.fill || 0.4;
  // A day is seen, however many years the axis has.
  if (x2 - x1 < thinnest) return drawStrip(strip(x1, x1 + thinnest), open ? "open" : "square", paint);
  // Both dates lie in one month or year: at no moment is it sure.
  const [from, to] = startSure <= endSure ? [startSure, endSure] : [(x1 + x2) / 2, (x1 + x2) / 2];
  const rise = slices(x1, from, (share) => share * strength);
  if (open) return [...rise, ...drawStrip(strip(from, Math.max(x2, from + thinnest)), "open", paint)];
  const fall = slices(to, x2, (share) => share * strength, true);
  return [...rise, ...(to > from ? drawStrip(strip(from, to), "square", paint) : []), ...fall];

  // The slice next to what is sure is as strong as it: where nothing is, the mark is still seen.
  function slices(start: number, end: number, opacity: (share: number) => number, isFall = false): Stroke[] {
    if (end - start < 1.5)
      return end > start ? [{d: sliceOf(strip(start, end), 0, end - start), fill: strength}] : [];
    // What is light by its state has its outline here too, or it would hardly be seen.
    const rails: Stroke[] = paint.outline
      ? [{d: railsOf(strip(start, end)), width: outlineWidth, dash: paint.dash}]
      : [];
    const steps = Math.max(3, Math.min(24, Math.round((end - start) / slice)));
    const width = (end - start) / steps;
    return [
      ...Array.from({length: steps}, (_, n) => ({
        d: sliceOf(strip(start, end), n * width, (n + 1) * width),
        fill: Math.round(opacity((isFall ? steps - n : n + 1) / steps) * 100) / 100,
      })),
      ...rails,
    ];
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
