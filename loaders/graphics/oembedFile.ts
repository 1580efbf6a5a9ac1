import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {iframeCode} from "../../src/waybill/embed/codes.js";
import {heightAt} from "../../src/waybill/embed/heights.js";
import {heightsOf} from "../site/embed/embedHtml.js";
import type {Statement} from "../site/statements.js";
import {story} from "../story.js";
import {cardSize} from "./cardSvg.js";
import type {Citation} from "./citation.js";

export interface OembedOptions {
  chart: Chart;
  rows: ChartRow[];
  statements: ReadonlyMap<string, Statement>;
  citation: Citation;
  /** Address of the site, or the way to it from the file. */
  root: string;
}

const width = 640;

/** Returns what a host that embeds by address asks for (oEmbed 1.0, type rich), with the citation beside it. */
export function oembedFile({chart, rows, statements, citation, root}: OembedOptions): string {
  const heights = heightsOf(chart, rows, statements);
  const title = citation.name;
  return `${JSON.stringify({
    version: "1.0",
    type: "rich",
    title,
    author_name: story().byline,
    provider_name: story().name,
    provider_url: `${root}/`,
    width,
    height: heightAt(heights, width),
    html: iframeCode({
      id: chart.id,
      title,
      url: root,
      heights,
      width,
      alt: citation.description,
      credit: citation.creditText,
    }),
    thumbnail_url: `${root}/graphics/${chart.id}-card.png`,
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
    citation,
  })}\n`;
}
