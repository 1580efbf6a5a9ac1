import {palette, toKebab} from "../../src/waybill/theme.js";

/** Returns the charts' colours as custom properties, light, dark and print. */
export function colorProperties(): string {
  const list = (mode: "light" | "dark" | "print"): string =>
    Object.entries(palette)
      .map(([name, colors]) => `--chart-${toKebab(name)}:${colors[mode]}`)
      .join(";");
  return `:root{${list("light")}}@media (prefers-color-scheme: dark){:root{${list("dark")}}}@media print{:root{${list("print")}}}`;
}
