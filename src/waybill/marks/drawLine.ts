import type {ChannelValues} from "@observablehq/plot";
import type {Qualifier, Status} from "../model/figure.js";
import {drawDot} from "./drawDot.js";
import type {Stroke} from "./drawStrip.js";
import {endOf} from "./end.js";
import {paintOf, stateOf} from "./state.js";

/**
 * Returns the strokes of a line through its points: the way to a point is
 * dashed if it is planned or forecast and light if it was only ordered, and a
 * point that is hedged has a dot that says how.
 */
export function drawLine(
  points: readonly number[],
  values: ChannelValues,
  {
    qualifier,
    status,
    derived,
  }: {
    qualifier: (Qualifier | null)[];
    status: (Status | null)[];
    derived: unknown[];
  },
): Stroke[] {
  const {x: X, y: Y} = values as unknown as {x: number[]; y: number[]};
  const strokes: Stroke[] = [];
  const marks: Stroke[] = [];
  let run: {dash: string | null; width: number; points: string[]} | null = null;
  const close = (): void => {
    if (run && run.points.length > 1)
      strokes.push({d: `M${run.points.join("L")}`, width: run.width, dash: run.dash});
    run = null;
  };
  let before: string | null = null;
  for (const i of points) {
    if (i < 0) {
      close();
      before = null;
      continue;
    }
    const paint = paintOf(stateOf(status[i]), Boolean(derived[i]));
    const dash = paint.dash ?? (paint.hatched ? "2 2" : null);
    const width = paint.outline && !dash ? 1.25 : 2;
    const here = `${round(X[i])},${round(Y[i])}`;
    if (run && (run.dash !== dash || run.width !== width)) close();
    run ??= {dash, width, points: before === null ? [] : [before]};
    run.points.push(here);
    before = here;
    const end = endOf(qualifier[i]);
    if (end !== "square" || paint.outline)
      marks.push(...drawDot({x: X[i], y: Y[i], r: 3.5}, end, paint, "y"));
  }
  close();
  return [...strokes, ...marks];
}

const round = (value: number): number => Math.round(value * 100) / 100 || 0;
