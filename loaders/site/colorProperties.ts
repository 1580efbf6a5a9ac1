import {palette, toKebab} from "../../src/waybill/theme.js";

/** Returns the charts' colours as custom properties: light, dark where the system or the reader's choice (src/lib/theme.ts) says so, print. */
export function colorProperties(): string {
  const list = (mode: "light" | "dark" | "print"): string =>
    Object.entries(palette)
      .map(([name, colors]) => `--chart-${toKebab(name)}:${colors[mode]}`)
      .join(";");
  const dark = list("dark");
  return [
    `:root{${list("light")}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `@media screen{:root[data-theme=dark]{${dark}}}`,
    `@media print{:root{${list("print")}}}`,
  ].join("");
}
