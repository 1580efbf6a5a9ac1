import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {engineFile} from "../engine.js";
import {cacheFolder, keepCached, writeCached} from "../site/cache.js";
import type {QueriedChart} from "../site/queryCharts.js";
import {settingsFile} from "../story.js";
import {type ChartFilesOptions, prepareChart} from "./chartFiles.js";
import type {CitationOptions} from "./citation.js";
import {drawnStandIn} from "./faces.js";
import {jsonSchema, schemaName} from "./jsonSchema.js";

export interface GraphicsOptions extends Pick<ChartFilesOptions, "statements" | "site"> {
  tables: CitationOptions["tables"];
  charts: readonly QueriedChart[];
  onProgress?: (done: number, of: number, files: number) => void;
  /** Told, in one line, what a chart's files lack. */
  warn?: (line: string) => void;
}

const folder = "graphics";

/**
 * Makes all files of every chart in the cache's folder of graphics, and
 * removes those of charts that are gone. What a chart's files are made from is
 * kept beside them, so that only what differs is made anew. Returns how many
 * files were made.
 */
export async function makeGraphics(options: GraphicsOptions): Promise<number> {
  const {charts, onProgress, warn = console.warn} = options;
  const code = codeFingerprint();
  const keys = readKeys();
  const kept = new Map<string, {key: string; files: string[]}>();
  let made = 0;
  for (const [n, {chart, rows}] of charts.entries()) {
    const {source, missing, make} = await prepareChart({...options, chart, rows});
    if (missing.length > 0) warn(missingLine(chart.id, rows, missing));
    const key = createHash("sha256").update(`${code}\0${source}`).digest("hex");
    const before = keys.get(chart.id);
    if (before?.key === key && before.files.every((file) => existsSync(path.join(cacheFolder, folder, file))))
      kept.set(chart.id, before);
    else {
      const files = await make();
      for (const [name, content] of files) writeCached(`${folder}/${name}`, content);
      kept.set(chart.id, {key, files: [...files.keys()]});
      made += files.size;
    }
    onProgress?.(n + 1, charts.length, made);
  }
  const names = [...kept.values()].flatMap(({files}) => files);
  if (names.length > 0) {
    writeCached(`${folder}/${schemaName}`, jsonSchema(options.site || ".."));
    names.push(schemaName);
  }
  keepCached(folder, new Set(names));
  writeCached("graphics.json", JSON.stringify(Object.fromEntries(kept)));
  return made;
}

/** Returns which letters of a chart no font has, and in which of its rows they stand. */
export function missingLine(id: string, rows: readonly object[], missing: readonly string[]): string {
  const list = missing.map((letter) => {
    const code = letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    const shown = /[\p{C}\p{Z}]/u.test(letter) ? "" : `"${letter}" `;
    const at = rows.flatMap((row, i) =>
      Object.values(row).some((cell) => String(cell).includes(letter)) ? [i + 1] : [],
    );
    return `${shown}U+${code}${at.length > 0 ? ` in row${at.length > 1 ? "s" : ""} ${at.join(", ")}` : ""}`;
  });
  return `chart ${id}: no font has ${list.join("; ")} (drawn as ${drawnStandIn} in PNG and PDF)`;
}

function readKeys(): Map<string, {key: string; files: string[]}> {
  const file = path.join(cacheFolder, "graphics.json");
  return existsSync(file) ? new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")))) : new Map();
}

// What is in the drawings is in the key already; this is what makes files of them.
function codeFingerprint(): string {
  const hash = createHash("sha256");
  for (const folder of ["loaders/graphics", "loaders/site"].map(engineFile))
    for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true}))
      if (entry.isFile()) hash.update(readFileSync(path.join(entry.parentPath, entry.name)));
  for (const file of [engineFile("src/style.css"), settingsFile, "package-lock.json"])
    if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest("hex");
}
