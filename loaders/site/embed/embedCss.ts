import {readFileSync} from "node:fs";
import {transformSync} from "esbuild";
import {palette, toKebab} from "../../../src/charts/theme.js";
import {embedFaces, fontFaces} from "../fonts.js";

/*
 * Stand-ins as wide as the fonts they stand in for, and with their letters at
 * the same height, so that a font that arrives late moves nothing. Widths from
 * running text; heights are the fonts' own, over size-adjust.
 */
const standIns = [
  {
    family: "Waybill Sans Stand-in",
    weight: "400",
    local: ["Arial", "ArialMT", "Liberation Sans"],
    size: 106,
    ascent: 96.9,
    descent: 24.1,
  },
  {
    family: "Waybill Sans Stand-in",
    weight: "600",
    local: ["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"],
    size: 104,
    ascent: 96.9,
    descent: 24.1,
  },
  {
    family: "Waybill Serif Stand-in",
    weight: "700",
    local: ["Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold"],
    size: 112,
    ascent: 103.6,
    descent: 33.5,
  },
] as const;

/**
 * Returns the style sheet of embeds, for a file in a folder of the site's root.
 * Each colour is one pair, of which the reader's browser takes the half that
 * goes with the colour scheme of the page around the figure.
 */
export function embedCss(): string {
  const colors = (value: (name: keyof typeof palette) => string): string =>
    (Object.keys(palette) as (keyof typeof palette)[])
      .map((name) => `--chart-${toKebab(name)}:${value(name)}`)
      .join(";");
  const scope = ".waybill,.waybill-drawing";
  const css = [
    fontFaces("../", embedFaces),
    ...standIns.map(({family, weight, local, size, ascent, descent}) => {
      const sources = local.map((name) => `local("${name}")`).join(",");
      const share = (value: number): string => `${((value / size) * 100).toFixed(1)}%`;
      return `@font-face{font-family:"${family}";font-weight:${weight};src:${sources};size-adjust:${size}%;ascent-override:${share(ascent)};descent-override:${share(descent)};line-gap-override:0%}`;
    }),
    `${scope}{${colors((name) => palette[name].light)}}`,
    // Browsers from before 2024 stay light.
    `@supports (color:light-dark(red,red)){${scope}{${colors((name) => `light-dark(${palette[name].light},${palette[name].dark})`)}}}`,
    `@media print{${scope}{${colors((name) => palette[name].print)}}}`,
    readFileSync("src/lib/embed/embed.css", "utf8"),
  ].join("\n");
  // The target is named lest esbuild rewrites range queries or light-dark for older browsers.
  return transformSync(css, {loader: "css", minify: true, target: "esnext"}).code;
}
