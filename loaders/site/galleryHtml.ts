import {chartHref, escapeHtml} from "../../src/waybill/model/escape.js";
import type {DeskOptions} from "./deskHtml.js";

/** Returns the gallery of all charts: a picture and a title each, which a script can search by their words. */
export function galleryHtml(charts: readonly DeskOptions[]): string {
  const items = charts.map(({chart, rows, files, citation}) => {
    const kicker = chart.kicker(rows);
    const size = files.find(({name}) => name === `${chart.id}.png`)?.size;
    const searched = [chart.title(rows), chart.subtitle(rows), citation.description, citation.creditText];
    const picture = `<picture><source media="(prefers-color-scheme: dark)" data-theme="dark" data-site-srcset="graphics/${chart.id}-dark.png"><img data-site-src="graphics/${chart.id}.png" alt="" loading="lazy"${size ? ` width="${size.width}" height="${size.height}"` : ""}></picture>`;
    return `<li data-words="${escapeHtml(searched.join(" ").toLowerCase())}"><h2><a href="${escapeHtml(chartHref(chart.id))}"><span class="gallery-picture">${picture}</span>${kicker && `<span class="gallery-kicker">${escapeHtml(kicker)}</span> `}<span class="gallery-title">${escapeHtml(chart.headline(rows))}</span></a></h2></li>`;
  });
  return `<form class="gallery-search" role="search" hidden><label>Find a chart <input type="search" name="words" autocomplete="off"></label> <output></output></form>
<ul class="gallery">${items.join("\n")}</ul>
<script type="module" data-site-src="lib/desk.js"></script>
`;
}
