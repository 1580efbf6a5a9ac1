import {cited} from "../../src/waybill/model/article.js";
import {escapeHtml, sourceHref} from "../../src/waybill/model/escape.js";
import type {FigureRow} from "../../src/waybill/model/figure.js";
import {capitalize, formatCount, formatNumber, formatValue} from "../../src/waybill/model/format.js";
import type {agreements, derivedBounds, Row} from "../../src/waybill/model/tables.js";
import {standingOf} from "../../src/waybill/standing.js";
import type {Tables} from "../tables.js";
import {claimWords} from "./claimWords.js";

type Given = Pick<Tables, "facts" | "figures" | "articles" | "parties" | "derived">;

const agreed: Record<(typeof agreements)[number], string> = {
  single: "one report only",
  same: "the same number",
  "hedged differently": "one number, hedged differently",
  "in conflict": "in conflict",
};

/** Names and figures by their ids. */
interface Known {
  figures: ReadonlyMap<string, FigureRow>;
  publishers: ReadonlyMap<string, string>;
  /** Whose words an article's text is in. */
  natures: ReadonlyMap<string, string | null>;
  parties: ReadonlyMap<string, string>;
}

const knownIn = ({figures, articles, parties}: Given): Known => ({
  figures: new Map(figures.map((figure) => [figure.figure_id, figure])),
  publishers: new Map(articles.map((row) => [String(row.article_id), String(row.publisher)])),
  natures: new Map(articles.map((row) => [String(row.article_id), row.nature as string | null])),
  parties: new Map(parties.map((row) => [String(row.party_id), String(row.name)])),
});

const idsIn = (cell: Row[string]): string[] =>
  String(cell ?? "")
    .split(" ")
    .filter(Boolean);

/** Returns the table of all claims: what is claimed, by which reports, from how many independent origins, and whether they agree. */
export function claimsHtml(tables: Given): string {
  if (tables.facts.length === 0) return "<p>No report states a figure yet.</p>\n";
  const known = knownIn(tables);
  const rows = [...tables.facts].sort(byWeight).map((fact) => factRow(fact, known));
  return `<p>${summary(tables.facts)}</p>
<table class="rows claims"><thead><tr>${["Claim", "Reports", "Independent sources", "Agreement"].map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table>
<p class="quiet"><a data-site-href="data/facts.csv" download>All claims (CSV)</a></p>
`;
}

// What several tell comes first, then the largest sums.
const byWeight = (a: Row, b: Row): number =>
  Number(b.origins) - Number(a.origins) ||
  Number(b.publishers) - Number(a.publishers) ||
  Number(b.usd ?? 0) - Number(a.usd ?? 0);

function summary(facts: readonly Row[]): string {
  const told = facts.filter(({publishers}) => Number(publishers) > 1).length;
  const apart = facts.filter(({origins}) => Number(origins) > 1).length;
  const words = (count: number): string => (count === 0 ? "none" : formatCount(count));
  return `Of ${formatCount(facts.length)} claims ${words(told)} stand${told < 2 ? "s" : ""} in more than one report, and ${words(apart)} come${apart < 2 ? "s" : ""} from more than one independent source.`;
}

function factRow(fact: Row, known: Known): string {
  const figures = idsIn(fact.figures).flatMap((id) => known.figures.get(id) ?? []);
  // The fact is as firm as its most careful report.
  const shown = figures.find(({qualifier}) => qualifier !== null) ?? figures[0];
  const party = (cell: "supplier" | "recipient" | "via" | "holder"): string | null =>
    fact[cell] === null ? null : (known.parties.get(String(fact[cell])) ?? String(fact[cell]));
  const [holder, supplier, recipient, via] = (["holder", "supplier", "recipient", "via"] as const).map(party);
  const standing = standingOf(shown);
  const {number, thing} = claimWords({...shown, thing: fact.thing === null ? null : String(fact.thing)});
  const details = [
    holder && `${holder}’s`,
    supplier && `from ${supplier}`,
    recipient && `to ${recipient}`,
    via && `via ${via}`,
    figures.find(({period_text}) => period_text)?.period_text,
    standing === "reported" ? null : standing,
  ].flatMap((detail) => (detail ? escapeHtml(detail) : []));
  const origins = Number(fact.origins);
  const names = String(fact.origin_names ?? "");
  const cells = [
    `<th scope="row"><strong>${escapeHtml(number)}</strong><span class="claim-thing">${escapeHtml(thing)}</span>${details.length > 0 ? `<br><span class="quiet">${details.join(" · ")}</span>` : ""}</th>`,
    cell("Reports", reportLinks(figures, known)),
    cell("Independent", `${formatNumber(origins)}${names ? `: ${escapeHtml(names)}` : ""}`),
    cell(
      "Agreement",
      Number(fact.publishers) > 1 ? agreed[fact.agreement as keyof typeof agreed] : agreed.single,
    ),
  ];
  return `<tr id="${escapeHtml(String(fact.fact_id))}">${cells.join("")}</tr>`;
}

/** Returns the reports that state a fact, each as a link to the sentence; of one that states it more than once, a link each. */
function reportLinks(figures: readonly FigureRow[], {publishers, natures}: Known): string {
  const links = figures.map(
    ({article_id, figure_id, exact}) =>
      `<li><a href="${escapeHtml(sourceHref(article_id, figure_id))}">${escapeHtml(publishers.get(article_id) ?? article_id)}</a>: ${cited(escapeHtml(exact), natures.get(article_id))}</li>`,
  );
  return `<ul>${links.join("")}</ul>`;
}

const cell = (head: string, html: string): string => `<td data-head="${head}">${html}</td>`;

/** Returns the numbers that were worked out from those that reports state, each with formula, inputs and bounds. */
export function derivedHtml(tables: Given): string {
  if (tables.derived.length === 0) return "<p>We worked out none.</p>\n";
  const {figures, publishers} = knownIn(tables);
  const items = tables.derived.map((row) => {
    const inputs = idsIn(row.inputs).flatMap((input) => {
      const [name, id] = input.split("=");
      const figure = figures.get(id);
      if (!figure) return [];
      const {article_id, figure_id, exact} = figure;
      return `<li><i>${escapeHtml(name)}</i> is <a href="${escapeHtml(sourceHref(article_id, figure_id))}">${escapeHtml(exact)}</a>, ${escapeHtml(publishers.get(article_id) ?? article_id)}</li>`;
    });
    return `<tr id="${escapeHtml(String(row.derived_id))}"><th scope="row"><strong>${escapeHtml(capitalize(resultOf(row)))}</strong><br>${escapeHtml(String(row.about))}</th>${cell("Formula", `<code>${escapeHtml(formulaOf(String(row.formula)))}</code>`)}${cell("From", `<ul>${inputs.join("")}</ul>`)}</tr>`;
  });
  return `<table class="rows derived"><thead><tr>${["Our calculation", "Formula", "From"].map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>
${items.join("\n")}
</tbody></table>
<p class="quiet"><a data-site-href="data/derived.csv" download>All calculations (CSV)</a></p>
`;
}

const formulaOf = (formula: string): string =>
  formula.replaceAll(" / ", " ÷ ").replaceAll(" * ", " × ").replaceAll(" - ", " − ");

/** Returns a number that was worked out, with what its inputs' hedges leave open: “at least $3.33 million”. */
function resultOf({value, low, high, unit, bounds}: Row): string {
  const words = (n: Row[string]): string =>
    formatValue(Number(Number(n).toPrecision(3)), unit === null ? null : String(unit), "prose");
  switch (bounds as (typeof derivedBounds)[number]) {
    case "between":
      return `between ${words(low)} and ${words(high)}`;
    case "at_least":
      return `at least ${words(value)}`;
    case "at_most":
      return `at most ${words(value)}`;
    case "unknown":
      return `${words(value)}, and how firmly is not known`;
    default:
      return Number(Number(value).toPrecision(3)) === Number(value) ? words(value) : `about ${words(value)}`;
  }
}
