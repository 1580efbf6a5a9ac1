import {readFileSync} from "node:fs";
import path from "node:path";
import {citationOf} from "../graphics/citation.js";
import type {GraphicsOptions} from "../graphics/makeGraphics.js";
import {siteUrl} from "./address.js";
import {cacheFolder, keepCached, listCached, writeCached} from "./cache.js";
import {type DeskOptions, deskHtml, type GraphicFile, galleryHtml} from "./deskHtml.js";
import {heightsOf} from "./embed/embedHtml.js";

/** Makes the desk of each chart and the gallery of all, from the graphics that are in the cache. */
export function makeDesk(options: GraphicsOptions): void {
  const files = listCached("graphics").map(fileOf);
  const desks: DeskOptions[] = options.charts.map(({chart, rows}) => ({
    chart,
    rows,
    citation: citationOf({...options, chart, rows}),
    files,
    heights: heightsOf(chart, rows, options.statements),
    site: siteUrl(),
  }));
  const pages = new Map(desks.map((desk) => [`${desk.chart.id}.html`, deskHtml(desk)]));
  pages.set("index.html", galleryHtml(desks));
  for (const [name, html] of pages) writeCached(`desk/${name}`, html);
  keepCached("desk", new Set(pages.keys()));
}

function fileOf(name: string): GraphicFile {
  const bytes = readFileSync(path.join(cacheFolder, "graphics", name));
  return {name, bytes: bytes.length, size: sizeOf(name, bytes)};
}

function sizeOf(name: string, bytes: Buffer): GraphicFile["size"] {
  switch (path.extname(name)) {
    case ".png":
      return {width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), unit: "px"};
    case ".svg": {
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(bytes.toString("utf8")) ?? [];
      return width ? {width: Number(width), height: Number(height), unit: "px"} : null;
    }
    case ".pdf": {
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(bytes.toString("latin1")) ?? [];
      const millimetres = (points: string): number => Math.round((Number(points) * 25.4) / 72);
      return width ? {width: millimetres(width), height: millimetres(height), unit: "mm"} : null;
    }
    default:
      return null;
  }
}
