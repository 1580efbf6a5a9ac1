import {type Color, fontFamily, textSize} from "../theme.js";

/** Gives a drawing what every form's has: its size, role, name, colour and type. */
export function dress(
  svg: SVGSVGElement,
  {width, height, color, ariaLabel}: {width: number; height: number; color: Color; ariaLabel: string},
): SVGSVGElement {
  for (const attribute of ["class", "style", "text-anchor"]) svg.removeAttribute(attribute);
  const attributes = {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "figure",
    "aria-label": ariaLabel,
    fill: color("ink"),
    "font-family": fontFamily,
    "font-size": textSize.body,
    overflow: "visible",
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  return svg;
}
