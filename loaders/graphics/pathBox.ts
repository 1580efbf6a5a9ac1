/** The box around a path, in its own pixels. */
export interface PathBox {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/**
 * Returns the box around a path of the commands that our drawings use (M, L, C, Q
 * absolute, h, v, a relative); points that pull a curve count as its points.
 * null for an empty path.
 */
export function boxOfPath(d: string): PathBox | null {
  let [x, y] = [0, 0];
  const xs: number[] = [];
  const ys: number[] = [];
  const visit = (px: number, py: number): void => {
    xs.push(px);
    ys.push(py);
  };
  for (const [, command, rest] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number);
    switch (command) {
      case "M":
      case "L":
      case "C":
      case "Q":
        for (let i = 0; i + 1 < numbers.length; i += 2) {
          [x, y] = [numbers[i], numbers[i + 1]];
          visit(x, y);
        }
        break;
      case "H":
        x = numbers.at(-1)!;
        visit(x, y);
        break;
      case "V":
        y = numbers.at(-1)!;
        visit(x, y);
        break;
      case "h":
        for (const dx of numbers) {
          x += dx;
          visit(x, y);
        }
        break;
      case "v":
        for (const dy of numbers) {
          y += dy;
          visit(x, y);
        }
        break;
      case "a":
        // Half a circle at a time: as far above and below as its radius.
        for (let i = 0; i + 6 < numbers.length; i += 7) {
          visit(x, y - numbers[i + 1]);
          visit(x, y + numbers[i + 1]);
          x += numbers[i + 5];
          y += numbers[i + 6];
          visit(x, y);
        }
        break;
    }
  }
  if (xs.length === 0) return null;
  return {x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys)};
}

/** Returns the box around all of the given ones; null if there is none. */
export function joinBoxes(boxes: readonly (PathBox | null)[]): PathBox | null {
  const real = boxes.filter((box) => box !== null);
  if (real.length === 0) return null;
  return {
    x1: Math.min(...real.map(({x1}) => x1)),
    y1: Math.min(...real.map(({y1}) => y1)),
    x2: Math.max(...real.map(({x2}) => x2)),
    y2: Math.max(...real.map(({y2}) => y2)),
  };
}
