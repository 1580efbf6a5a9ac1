import type {Chart, ChartRow, Theme} from "../../waybill/chart/Chart.js";

export interface ModuleDrawOptions<Row extends ChartRow = ChartRow> {
  /** Width in CSS pixels; the element's own width, or 640, where it is left out. */
  width?: number;
  /** `auto` draws in custom properties, which waybill.css sets for light and dark. */
  theme?: Theme;
  /** The reader's choice for each of the chart's switches. */
  choices?: Record<string, string>;
  /** Other rows than the published ones. */
  rows?: Row[];
}

export type Draw<Row extends ChartRow = ChartRow> = (
  target?: Element | ModuleDrawOptions<Row>,
  options?: ModuleDrawOptions<Row>,
) => SVGSVGElement;

let drawn = 0;

const siteOf = (module: string): string => new URL("..", module).href;

/**
 * Returns the draw function of a chart's module. It returns the chart as an SVG,
 * and puts it into the given element, in the place of what was there. Links lead
 * to the site that the module came from; ids are another in each drawing, so
 * that several can stand in one page.
 */
export function drawWith<Row extends ChartRow>(
  chart: Chart<Row>,
  published: Row[],
  module: string,
): Draw<Row> {
  const site = siteOf(module);
  return (target = {}, options = target instanceof Element ? {} : target) => {
    const element = target instanceof Element ? target : null;
    const {width = element?.clientWidth || 640, theme = "auto", choices, rows = published} = options;
    const svg = chart.draw(rows, {width, theme, document, ...(choices ? {choices} : {})});
    const suffix = `-${++drawn}`;
    for (const part of [svg, ...svg.querySelectorAll("*")])
      for (const {name, value} of [...part.attributes])
        if (name === "id") part.setAttribute(name, value + suffix);
        else if (value.startsWith("url(#")) part.setAttribute(name, value.replace(")", `${suffix})`));
        else if (name === "href" && value.startsWith("/")) part.setAttribute(name, site + value.slice(1));
    svg.classList.add("waybill-drawing");
    element?.replaceChildren(svg);
    return svg;
  };
}
