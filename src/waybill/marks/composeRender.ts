import type * as Plot from "@observablehq/plot";

/** Returns a render function that calls the first, whose next is the second. */
export function composeRender(
  first: Plot.RenderFunction | undefined,
  second: Plot.RenderFunction,
): Plot.RenderFunction {
  if (!first) return second;
  return function (this: unknown, index, scales, values, dimensions, context, next) {
    return first.call(this, index, scales, values, dimensions, context, (i, s, v, d, c) =>
      second.call(this, i, s, v, d, c, next),
    );
  };
}
