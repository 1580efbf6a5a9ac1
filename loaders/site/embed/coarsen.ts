type Point = readonly [number, number];

/** Paths shorter than this stay as they are. */
const longPath = 2000;
/** How far an outline may be off, in pixels. */
const mostError = 1.5;
/** Its points lie on a grid of so many pixels. */
const grid = 2;

/**
 * Returns the drawing with the long outlines that lie behind its marks, such as
 * coasts, on a coarse grid and without the points that nobody would miss: they
 * weigh more than all the rest. Paths within links are left alone; letters stand on
 * whole pixels.
 */
export function coarsen(svg: SVGSVGElement): SVGSVGElement {
  for (const path of svg.querySelectorAll("path")) {
    const d = path.getAttribute("d") ?? "";
    if (d.length > longPath && !path.closest("a") && /^[MLZ\d.,-]+$/.test(d)) {
      path.setAttribute("d", coarsenPath(d));
      path.setAttribute("transform", `scale(${grid})`);
    }
  }
  for (const text of svg.querySelectorAll("text, tspan"))
    for (const name of ["x", "y"]) {
      const value = text.getAttribute(name);
      if (value) text.setAttribute(name, String(Math.round(Number(value))));
    }
  return svg;
}

/** Returns a path of absolute lines in relative ones, in steps of the grid, without rings that are too small to see. */
export function coarsenPath(d: string): string {
  return d
    .split("M")
    .filter(Boolean)
    .map((ring) => {
      const points = ring
        .replace("Z", "")
        .split("L")
        .map((pair) => pair.split(",").map(Number) as unknown as Point);
      const kept = simplify(points, mostError).map(
        ([x, y]): Point => [Math.round(x / grid), Math.round(y / grid)],
      );
      const steps = kept
        .slice(1)
        .map(([x, y], i): Point => [x - kept[i][0], y - kept[i][1]])
        .filter(([dx, dy]) => dx !== 0 || dy !== 0);
      if (steps.length < 2) return "";
      const lines = steps.map(([dx, dy]) => `${dx}${dy < 0 ? "" : " "}${dy}`).join(" ");
      return `M${kept[0].join(" ")}l${lines.replaceAll(" -", "-")}${ring.endsWith("Z") ? "z" : ""}`;
    })
    .join("");
}

/** Returns the points that an outline cannot do without, if it may err by `most` (Douglas and Peucker). */
function simplify(points: readonly Point[], most: number): Point[] {
  const keep = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let range = open.pop(); range; range = open.pop()) {
    const [first, last] = range;
    let [furthest, distance] = [-1, most];
    for (let i = first + 1; i < last; i++) {
      const away = distanceTo(points[i], points[first], points[last]);
      if (away > distance) [furthest, distance] = [i, away];
    }
    if (furthest < 0) continue;
    keep.add(furthest);
    open.push([first, furthest], [furthest, last]);
  }
  return points.filter((_, i) => keep.has(i));
}

function distanceTo([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  // A closed ring starts and ends in one place.
  return length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs(dy * (x - x1) - dx * (y - y1)) / length;
}
