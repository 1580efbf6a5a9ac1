import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {InputError} from "../../InputError.js";
import {readPrintedAddress} from "../citation.js";
import {decodeEntities, isPdf, isPng, textOf, textsOf} from "./fileTexts.js";
import {type Look, likeness, lookOf} from "./pictureOf.js";
import {readCells} from "./readCells.js";
import type {FoundCitation} from "./readCitation.js";

/** A chart of a site that a file was made from. */
export interface FoundOnSite {
  citation: FoundCitation;
  /** How it was found: “its look is that of drones-dark.png (97% alike)”. */
  how: string;
  /** The version that the file is of, where it says so and the site's is another; null otherwise. */
  otherVersion: string | null;
}

interface SiteChart {
  id: string;
  citation: FoundCitation;
  /** What stands in the chart's table, cell by cell. */
  cells: () => Set<string>;
}

/** Two pictures of one drawing are as alike even at a quarter of the size and in poor JPEG; two drawings are not. */
const leastAlike = 0.85;
/** By how much it must be more alike than a picture of any other chart. */
const leastAhead = 0.05;
/** By how much of itself the shape of a picture may change when it is made smaller. */
const mostStretched = 0.03;
/** The share of a table's cells that must be found in the chart's own. */
const leastShared = 0.6;

/**
 * Returns the chart of a site that a file was made from, when the file itself
 * does not hold its citation any more: by the address printed in it, by its
 * cells, or by its look. null if it is none of the site's.
 * Throws if the folder has no graphics.
 */
export function findOnSite(bytes: Buffer, site: string): FoundOnSite | null {
  const folder = path.join(site, "graphics");
  if (!existsSync(folder)) throw new InputError(site, null, "is no site: it has no folder graphics");
  const charts = chartsIn(folder);
  return byAddress(bytes, charts) ?? byLook(bytes, charts, folder) ?? byCells(bytes, charts);
}

function chartsIn(folder: string): SiteChart[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !name.endsWith(".oembed.json"))
    .flatMap((name) => {
      const {id, citation} = JSON.parse(readFileSync(path.join(folder, name), "utf8"));
      if (!citation) return [];
      const cells = (): Set<string> => cellsOf(readFileSync(path.join(folder, `${id}.csv`), "utf8"));
      return [{id, citation, cells}];
    });
}

function byAddress(bytes: Buffer, charts: readonly SiteChart[]): FoundOnSite | null {
  for (const text of textsOf(bytes)) {
    const printed = readPrintedAddress(decodeEntities(text));
    const chart = charts.find(({id}) => id === printed?.identifier);
    if (!printed || !chart) continue;
    const isOther = printed.version !== chart.citation.version;
    return {
      citation: chart.citation,
      how: "by the address in it",
      otherVersion: isOther ? printed.version : null,
    };
  }
  return null;
}

function byLook(bytes: Buffer, charts: readonly SiteChart[], folder: string): FoundOnSite | null {
  const look = lookOf(bytes);
  if (!look) return null;
  const found = charts
    .flatMap((chart) => {
      const [best] = picturesOf(chart, folder)
        .filter((picture) => Math.abs(picture.look.ratio / look.ratio - 1) < mostStretched)
        .map((picture) => ({...picture, chart, alike: likeness(look, picture.look)}))
        .sort((a, b) => b.alike - a.alike);
      return best ?? [];
    })
    .sort((a, b) => b.alike - a.alike);
  const [first, second] = found;
  if (!first || first.alike < leastAlike || first.alike - (second?.alike ?? 0) < leastAhead) return null;
  return {
    citation: first.chart.citation,
    how: `by its look, which is that of ${first.name} (${Math.round(first.alike * 100)}% alike)`,
    otherVersion: null,
  };
}

function picturesOf({id}: SiteChart, folder: string): {name: string; look: Look}[] {
  return ["", "-dark", "-card"].flatMap((suffix) => {
    const name = `${id}${suffix}.png`;
    const file = path.join(folder, name);
    const look = existsSync(file) ? lookOf(readFileSync(file)) : null;
    return look ? [{name, look}] : [];
  });
}

function byCells(bytes: Buffer, charts: readonly SiteChart[]): FoundOnSite | null {
  if (isPng(bytes) || isPdf(bytes)) return null;
  const cells = [...cellsOf(textOf(bytes))];
  if (cells.length === 0) return null;
  const [first, second] = charts
    .map(({citation, cells: own}) => {
      const known = own();
      const found = cells.filter((cell) => known.has(cell)).length;
      return {citation, shared: found / cells.length, covered: found / Math.max(1, known.size)};
    })
    // A chart of everything holds the cells of a smaller one too, which they are more of.
    .sort((a, b) => b.shared - a.shared || b.covered - a.covered);
  if (!first || first.shared < leastShared) return null;
  if (first.shared === second?.shared && first.covered === second.covered) return null;
  return {
    citation: first.citation,
    how: `by its cells, of which ${Math.round(first.shared * 100)}% are the chart’s`,
    otherVersion: null,
  };
}

/** Returns what stands in the cells of a table, without those too short to tell anything. */
function cellsOf(text: string): Set<string> {
  const cells = readCells(text.replace(/^\ufeff/, "")).flatMap((row) => Object.values(row));
  return new Set(
    cells.map((cell) => String(cell).replace(/\s+/g, " ").trim()).filter((cell) => cell.length > 3),
  );
}
