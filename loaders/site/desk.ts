import {readFileSync} from "node:fs";
import path from "node:path";
import {type Zippable, zipSync} from "fflate";
import {citationOf} from "../graphics/citation.js";
import type {GraphicsOptions} from "../graphics/makeGraphics.js";
import {siteUrl} from "./address.js";
import {cacheFolder, keepCached, listCached, publicFolder, writeCached} from "./cache.js";
import {filesOf, type GraphicFile} from "./deskFiles.js";
import {archiveName, type DeskOptions, deskHtml} from "./deskHtml.js";
import {heightsOf} from "./embed/embedHtml.js";
import {galleryHtml} from "./galleryHtml.js";
import {keepGraphics} from "./versions.js";

/**
 * Makes the desk of each chart and the gallery of all, from the graphics that are
 * in the cache; of each chart an archive of its files, and the files of its version.
 */
export function makeDesk(options: GraphicsOptions): void {
  const files = listCached("graphics").map(fileOf);
  const desks = options.charts.map(({chart, rows}): DeskOptions => {
    const citation = citationOf({...options, chart, rows});
    keepGraphics(chart.id, citation.version, readGraphic);
    return {
      chart,
      rows,
      citation,
      files,
      heights: heightsOf(chart, rows, options.statements),
      site: siteUrl(),
      archive: makeArchive(chart.id, files),
    };
  });
  const pages = new Map(desks.map((desk) => [`${desk.chart.id}.html`, deskHtml(desk)]));
  pages.set("index.html", galleryHtml(desks));
  for (const [name, html] of pages) writeCached(`desk/${name}`, html);
  keepCached("desk", new Set(pages.keys()));
  keepCached(
    path.join(publicFolder, "downloads"),
    new Set(desks.map(({chart}) => path.basename(archiveName(chart.id)))),
  );
}

// Dates in an archive begin with 1980; the same files are to be the same archive on any day.
const made = new Date(2000, 0, 1);

/** Puts all files of a chart into one archive. Returns how many bytes it has; null if the chart has no files. */
function makeArchive(id: string, files: readonly GraphicFile[]): number | null {
  const own = filesOf(files, id);
  if (own.length === 0) return null;
  const entries: Zippable = Object.fromEntries(
    own.map(({name}) => [
      `${id}/${name}`,
      // Pictures and pages are compressed already.
      [readGraphic(name), {level: /\.(?:png|pdf)$/.test(name) ? 0 : 6, mtime: made}],
    ]),
  );
  const bytes = zipSync(entries);
  writeCached(`${publicFolder}/${archiveName(id)}`, bytes);
  return bytes.length;
}

const readGraphic = (name: string): Buffer => readFileSync(path.join(cacheFolder, "graphics", name));

function fileOf(name: string): GraphicFile {
  const bytes = readGraphic(name);
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
