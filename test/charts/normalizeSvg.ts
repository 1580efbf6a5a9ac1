/** Attributes that hold lengths, points and paths. */
const measures = /\s(x|y|x1|x2|y1|y2|dx|dy|r|cx|cy|width|height|viewBox|d|points|transform)="([^"]*)"/g;

/**
 * Returns a drawing as text that can be compared: lengths to three decimals, a
 * line for each element, words as they stand. Ids are stable as they are.
 */
export function normalizeSvg(svg: string): string {
  const rounded = svg.replace(
    measures,
    (_all, name: string, value: string) =>
      ` ${name}="${value.replace(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi, (number) => String(Math.round(Number(number) * 1000) / 1000 || 0))}"`,
  );
  const lines = rounded
    // Between tags; not inside a text, where a line break would be a space.
    .replace(/>\s*(?=<(?!\/?tspan|\/text))/g, ">\n")
    .trim();
  return `${lines}\n`;
}
