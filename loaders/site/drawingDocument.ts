import {DOMParser} from "linkedom";
import type {ChartDocument} from "../../src/charts/Chart.js";

/**
 * Returns a document to draw charts in for pages. It is one of XML: of HTML
 * linkedom writes an `&` in an attribute as it is, and “AT&amp;T” would be read as “AT&T”.
 */
export function drawingDocument(): ChartDocument {
  return new DOMParser().parseFromString("<svg/>", "image/svg+xml") as unknown as ChartDocument;
}
