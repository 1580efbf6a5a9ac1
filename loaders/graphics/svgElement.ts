import type {ChartDocument} from "../../src/waybill/chart/Chart.js";

/** Returns a new SVG element with the given attributes. */
export function create(
  document: ChartDocument,
  name: string,
  attributes: Record<string, string | number>,
): Element {
  return setAttributes(document.createElementNS("http://www.w3.org/2000/svg", name), attributes);
}

export function setAttributes<E extends Element>(element: E, attributes: Record<string, string | number>): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
