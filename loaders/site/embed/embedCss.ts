import {readFileSync} from "node:fs";
import {transformSync} from "esbuild";
import {palette, toKebab} from "../../../src/waybill/theme.js";
import {engineFile} from "../../engine.js";
import {embedFaces, fontFaces, standInFaces} from "../fonts.js";

/**
 * Returns the style sheet of embeds, for a file from which `root` leads to the site's root.
 * Each colour is one pair, of which the reader's browser takes the half that
 * goes with the colour scheme of the page around the figure.
 */
export function embedCss(root = "../"): string {
  const colors = (value: (name: keyof typeof palette) => string): string =>
    (Object.keys(palette) as (keyof typeof palette)[])
      .map((name) => `--chart-${toKebab(name)}:${value(name)}`)
      .join(";");
  const scope = ".waybill,.waybill-drawing";
  const css = [
    fontFaces(root, embedFaces),
    standInFaces({sans: "Waybill Sans", serif: "Waybill Serif"}),
    `${scope}{${colors((name) => palette[name].light)}}`,
    // Browsers from before 2024 stay light.
    `@supports (color:light-dark(red,red)){${scope}{${colors((name) => `light-dark(${palette[name].light},${palette[name].dark})`)}}}`,
    `@media print{${scope}{${colors((name) => palette[name].print)}}}`,
    readFileSync(engineFile("src/lib/embed/embed.css"), "utf8"),
  ].join("\n");
  // The target is named lest esbuild rewrites range queries or light-dark for older browsers.
  return transformSync(css, {loader: "css", minify: true, target: "esnext"}).code;
}
