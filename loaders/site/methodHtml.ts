import {parseHTML} from "linkedom";
import type {ChartDocument} from "../../src/waybill/chart/Chart.js";
import {drawSwatch} from "../../src/waybill/chart/drawSwatch.js";
import {bars, type FormRow, keyOf} from "../../src/waybill/forms/index.js";
import {escapeHtml} from "../../src/waybill/model/escape.js";
import {formatDate} from "../../src/waybill/model/format.js";
import {toXml} from "../graphics/xml.js";
import type {Settings} from "../story.js";
import type {DayOfChanges} from "./corrections.js";
import {type Measure, numbersRight, rolesFound, rolesRight} from "./measures.js";

/** Ways to state a number, and what they mean. */
const hedges: {words: string; means: string; row: Partial<FormRow>}[] = [
  {words: "“40 crates”", means: "exactly this, as the report states it", row: {}},
  {
    words: "“more than 40”, “at least 40”",
    means: "a minimum; the true figure may be higher",
    row: {qualifier: "more_than"},
  },
  {words: "“about 40”, “almost 40”", means: "near this; nobody says how near", row: {qualifier: "about"}},
  {words: "“up to 40”, “less than 40”", means: "at most this", row: {qualifier: "up_to"}},
  {
    words: "“ordered”, “contracted for”",
    means: "agreed on; no delivery is reported",
    row: {status: "ordered"},
  },
  {words: "“plans to”, “will”", means: "not yet agreed on or done", row: {status: "planned"}},
  {
    words: "“allegedly”, “is accused of”",
    means: "alleged; the report does not stand for it",
    row: {status: "alleged"},
  },
  {words: "“denies that”", means: "denied", row: {status: "denied"}},
  {
    words: "our calculation",
    means: "worked out from figures that reports state; no report states it",
    row: {derived: true},
  },
];

/** Returns the table of hedges: the words, what they mean, and how charts draw them. */
export function hedgesHtml(): string {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const rows = hedges.map(({words, means, row}) => {
    const svg = drawSwatch(swatchOf(row), {document: document as unknown as ChartDocument, theme: "auto"});
    return `<tr><th scope="row">${words}</th><td data-head="Means">${means}</td><td data-head="Drawn">${toXml(svg)}</td></tr>`;
  });
  return `<table class="rows hedges"><thead><tr><th scope="col">The words</th><th scope="col">Means</th><th scope="col">Drawn</th></tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>\n`;
}

/** Returns how a key draws a bar of the given row. */
function swatchOf(row: Partial<FormRow>) {
  const whole: FormRow = {label: "", value: 1, unit: null, ...row};
  const plain: FormRow = {label: "", value: 1, unit: null};
  // A key draws a full bar only beside another one.
  const isPlain = Object.keys(row).length === 0;
  const items = keyOf(bars, isPlain ? [plain, {...plain, status: "ordered"}] : [whole], {text: () => ""});
  return items[0].swatch;
}

/** Returns how well figures are read, as it was measured. */
export function measuresHtml(): string {
  const table = (head: string, measures: readonly Measure[]): string =>
    `<table class="rows measures"><thead><tr><th scope="col">${head}</th><th scope="col">In 100</th></tr></thead><tbody>${measures
      .map(({what, right}) => `<tr><th scope="row">${what}</th><td data-head="In 100">${right}</td></tr>`)
      .join("")}</tbody></table>`;
  return `${table("Right, of the readings that are given", [numbersRight, ...rolesRight])}
<p>What is missed is counted here as well as what is wrong (F1):</p>
${table("Found and right", rolesFound)}
`;
}

/** Returns what changed in the figures, a day each; null stands for a history that is not at hand. */
export function correctionsHtml(days: readonly DayOfChanges[] | null, published: string | null): string {
  if (days === null) return "<p>The history of the tables was not at hand when this site was built.</p>\n";
  const since = published
    ? `since the story was published on ${formatDate(published)}`
    : "since the tables began";
  if (days.length === 0) return `<p>No figure has changed ${since}.</p>\n`;
  return `<p>What changed ${since}, the newest first. It is taken from the history of the tables.</p>\n${days.map(dayHtml).join("\n")}\n`;
}

const empty = "not said";

function dayHtml({day, difference}: DayOfChanges): string {
  const {appeared, vanished, reworded, changed} = difference;
  const items = [
    ...changed.flatMap(({article_id, exact, cells}) =>
      cells.map(
        ({cell, before, after}) =>
          `${quoted(exact, article_id)} <b>${escapeHtml(cell.replaceAll("_", " "))}</b>: ${escapeHtml(before || empty)}, now ${escapeHtml(after || empty)}`,
      ),
    ),
    ...reworded.map(
      ({before, after}) =>
        `${quoted(String(before.exact), String(after.article_id))} is now “${escapeHtml(String(after.exact))}”`,
    ),
    ...vanished.map(
      ({exact, article_id}) => `${quoted(String(exact), String(article_id))} is no longer read as a figure`,
    ),
    ...appeared.map(
      ({exact, article_id}) => `${quoted(String(exact), String(article_id))} is read as a figure now`,
    ),
  ];
  return `<details class="day"><summary>${formatDate(day)}: ${items.length === 1 ? "one change" : `${items.length} changes`}</summary><ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul></details>`;
}

const quoted = (exact: string, article_id: string): string =>
  `“${escapeHtml(exact)}” in <span class="quiet">${escapeHtml(article_id)}</span>`;

/** Returns where readers report an error; where nobody says, how a report is made that can be sent to whoever showed them the site. */
export function reportHtml({corrections, name}: Settings): string {
  const which =
    "Say which sentence is wrong: the address of each figure ends in <code>#</code> and its name, and leads to it.";
  if (corrections)
    return `<p>Write to <a href="${escapeHtml(corrections)}">${escapeHtml(corrections.replace(/^mailto:/, ""))}</a>. ${which}</p>\n`;
  return `<p>${escapeHtml(name)} names no address for corrections. Send your report to whoever showed you the chart: the editor of the page it stands in, or who sent you the link. ${which} At the foot of each page a button copies a report that has page, sentence and version in it and room for what is wrong.</p>\n`;
}
