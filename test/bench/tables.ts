import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {streamTables} from "../../loaders/streamTables.js";
import {readOptions} from "../../loaders/tables.js";
import {syntheticArticles} from "./synthetic.js";

/** Prints how many synthetic articles a second go from text to all tables, and the memory that takes. */
export async function benchTables(sizes: readonly number[] = [10_000, 30_000, 100_000]): Promise<void> {
  const options = {...readOptions(), derived: []};
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-bench-"));
  let base: number | null = null;
  try {
    await streamTables(syntheticArticles(500), folder, options);
    for (const size of sizes) {
      const start = performance.now();
      const rows = await streamTables(syntheticArticles(size), folder, options);
      const seconds = (performance.now() - start) / 1000;
      const perArticle = seconds / size;
      base ??= perArticle;
      const peak = process.resourceUsage().maxRSS / 1024;
      console.log(
        `${size.toLocaleString("en-US")} articles  ${seconds.toFixed(1)} s  ${(1 / perArticle).toFixed(0)} articles/s  ${(perArticle / base).toFixed(2)} times the time for each  peak ${peak.toFixed(0)} MiB  ${rows.figures} figures, ${rows.facts} facts, ${rows.parties} parties`,
      );
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
