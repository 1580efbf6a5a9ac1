import {type Chart, type ChartRow, sentenceHref} from "../../src/waybill/chart/Chart.js";
import {caveatsAtMarks, caveatsBelow, caveatsOf} from "../../src/waybill/chart/caveats.js";
import {cited, wordsBy} from "../../src/waybill/model/article.js";
import {escapeHtml, sourceHref} from "../../src/waybill/model/escape.js";
import {mostTableRows} from "./lighten.js";
import type {Statement} from "./statements.js";

type Statements = ReadonlyMap<string, Statement>;

/**
 * Returns the table of a chart's marks, each with the words it stands on and
 * with what is said against it; past `most` rows it says how many are left.
 * What stands below the chart as well is not told again: `data-against` says
 * which of it is about the mark, for the panel.
 */
export function marksHtml(
  chart: Chart,
  rows: ChartRow[],
  statements: Statements,
  most = mostTableRows,
): string {
  const atMarks = caveatsAtMarks(chart.hasCaveatsAtMarks ? rows : []);
  const below = caveatsBelow(chart, rows).map(({what}) => what);
  const body = rows.slice(0, most).map((row, i) => {
    const words = [
      ...sentencesHtml(statementsIn(row.stands_on.split(" "), statements)),
      ...sentencesHtml(
        statementsIn(
          (atMarks.get(row) ?? []).map(({id}) => id),
          statements,
        ),
        "against",
      ),
    ];
    const against = caveatsOf([row]).flatMap(({what}) =>
      below.includes(what) ? below.indexOf(what) + 1 : [],
    );
    const topics = new Set(statementsIn(row.stands_on.split(" "), statements).flatMap((one) => one.topics));
    const data = against.length > 0 ? ` data-against="${against.join(" ")}"` : "";
    return `<tr data-row="${i}" data-topics="${escapeHtml([...topics].join(" "))}"><th scope="row"><a href="${escapeHtml(sentenceHref(row))}">${escapeHtml(chart.name(row, rows))}</a></th><td${data}>${words.join("")}</td></tr>`;
  });
  const left = rows.length - body.length;
  const more = left > 0 ? `<p>${left} more in the data file.</p>` : "";
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Figures of ${escapeHtml(chart.id)}"><table><thead><tr><th scope="col">Mark</th><th scope="col">${headOf(rows, statements)}</th></tr></thead><tbody>${body.join("")}</tbody></table></div>${more}`;
}

const statementsIn = (ids: readonly string[], statements: Statements): Statement[] =>
  ids.flatMap((id) => statements.get(id) ?? []);

/** Returns the head of the sentences, which says whose they are where all are of one kind. */
function headOf(rows: readonly ChartRow[], statements: Statements): string {
  const natures = new Set(
    rows.flatMap(({stands_on}) => statementsIn(stands_on.split(" "), statements)).map(({nature}) => nature),
  );
  const [nature] = natures.size === 1 ? natures : [];
  return nature === "note"
    ? "Sentence in our note"
    : nature === "report"
      ? "Sentence in the report"
      : "Sentence";
}

/** Returns each sentence once, with all the words of it that are meant. */
function sentencesHtml(statements: readonly Statement[], kind: "states" | "against" = "states"): string[] {
  const sentences = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = `${statement.article_id} ${textOf(statement)}`;
    sentences.set(key, [...(sentences.get(key) ?? []), statement]);
  }
  return [...sentences.values()].map((same) => statementHtml(same, kind));
}

const textOf = ({sentence}: Statement): string => sentence.replace(/\s+/g, " ").trim();

/** Returns a sentence with the words of its statements marked, whose words they are, and a link to the first. */
function statementHtml(same: readonly Statement[], kind: "states" | "against"): string {
  const [first] = same;
  const text = textOf(first);
  let html = "";
  let end = 0;
  const spans = same
    .map(({exact}) => exact.replace(/\s+/g, " "))
    .map((words) => ({at: text.indexOf(words), words}))
    .sort((a, b) => a.at - b.at || b.words.length - a.words.length);
  for (const {at, words} of spans) {
    if (at < end) continue;
    html += `${escapeHtml(text.slice(end, at))}<mark>${escapeHtml(words)}</mark>`;
    end = at + words.length;
  }
  html += escapeHtml(text.slice(end));
  const className = kind === "against" ? "statement is-against" : "statement";
  return `<p class="${className}">${cited(html, first.nature)} <a href="${escapeHtml(sourceHref(first.article_id, first.anchor))}">${escapeHtml(wordsBy(first))}</a></p>`;
}
