import {dictionary, float64, int32, utf8} from "@uwdata/flechette";
import {table} from "arquero";
import {wordsBy} from "../../src/waybill/model/article.js";
import type {FigureRow} from "../../src/waybill/model/figure.js";
import {formatFigure, splitHedge} from "../../src/waybill/model/format.js";
import type {TableRows} from "../../src/waybill/model/tables.js";
import {columns, type ExploreRow, facets} from "../../src/waybill/page/explore/fields.js";
import {standingOf} from "../../src/waybill/standing.js";

/** Returns the rows of the explorer: each figure with what its article and its fact add to it, in the order of the tables. */
export function exploreRows({figures, articles, facts, places}: TableRows): ExploreRow[] {
  const natures = new Map(articles.map(({article_id, nature}) => [article_id, nature as string | null]));
  const publishers = new Map(articles.map(({article_id, publisher}) => [article_id, String(publisher)]));
  const countries = new Set(places.map(({place}) => place));
  const factOf = new Map(
    facts.flatMap((fact) =>
      String(fact.figures)
        .split(" ")
        .map((id) => [id, fact] as const),
    ),
  );
  // A figure of no fact is one of its own.
  const stated = new Set<object>(figures.map((figure) => factOf.get(figure.figure_id) ?? figure));
  const numberOf = new Map([...stated].map((fact, number) => [fact, number]));
  return figures.map((figure) => {
    const fact = factOf.get(figure.figure_id);
    const {supplier, recipient, via, holder} = figure;
    // What no article says of a figure, the countries of its fact's parties tell.
    const [origin, destination] = (["origin", "destination"] as const).map(
      (end) => figure[end] ?? (fact?.[end] as string | null | undefined) ?? null,
    );
    const standing = standingOf(figure);
    const reports = new Set(String(fact?.articles ?? figure.article_id).split(" ")).size;
    const origins = Number(fact?.origins ?? 1);
    const isPlace = (name: string | null): boolean => name !== null && countries.has(name);
    return {
      figure_id: figure.figure_id,
      article_id: figure.article_id,
      fact: numberOf.get(fact ?? figure)!,
      exact: hedged(figure),
      sentence: figure.sentence,
      words_by: wordsBy({
        nature: natures.get(figure.article_id),
        publisher: publishers.get(figure.article_id) ?? figure.article_id,
      }),
      thing: figure.thing,
      value: figure.value ?? figure.low ?? figure.high,
      unit: figure.unit,
      kind: figure.kind,
      hedge: figure.qualifier,
      change: figure.change,
      state: standing === "reported" ? null : standing,
      from: supplier ?? origin,
      to: recipient ?? destination,
      via,
      holder,
      when: figure.period_text,
      start: figure.period_start,
      said_by: figure.said_by,
      publisher: publishers.get(figure.article_id) ?? figure.article_id,
      reports,
      origins,
      party: lines([supplier, recipient, via, holder].filter((name) => !isPlace(name))),
      goods: figure.goods ?? figure.thing,
      country: lines([origin, destination, ...[via, supplier, recipient, holder].filter(isPlace)]),
      year: yearsOf(figure),
      told:
        reports > 1
          ? `${reports} reports, ${origins === 1 ? "one source" : `${origins} sources`}`
          : "1 report",
    };
  });
}

/** A figure's words, with its hedge where that stands apart from them: a hedge is part of the number. */
function hedged(figure: FigureRow): string {
  const {hedge} = splitHedge(formatFigure(figure, "prose"));
  return hedge && /^\P{L}*\p{N}/u.test(figure.exact) ? `${hedge} ${figure.exact}` : figure.exact;
}

function lines(names: readonly (string | null)[]): string | null {
  const each = [...new Set(names.filter((name) => name !== null && name !== ""))];
  return each.length > 0 ? each.join("\n") : null;
}

// A period of centuries is no filter by years.
const mostYears = 30;

function yearsOf({period_start, period_end}: FigureRow): string | null {
  if (!period_start) return null;
  const [first, last] = [period_start, period_end ?? period_start].map((day) => Number(day.slice(0, 4)));
  if (!(last >= first) || last - first > mostYears) return String(first);
  return Array.from({length: last - first + 1}, (_, n) => String(first + n)).join("\n");
}

const repeated: ReadonlySet<string> = new Set([
  ...facets.map(({key}) => key),
  ...["article_id", "words_by", "thing", "unit", "from", "to", "via", "holder", "change", "when", "start"],
]);
const numbers: ReadonlySet<string> = new Set(["fact", "reports", "origins"]);

/** Returns the rows as an Arrow stream, in which words that come again are stored once. */
export function exploreArrow(rows: readonly ExploreRow[]): Uint8Array {
  const keys: (keyof ExploreRow)[] = [
    ...new Set<keyof ExploreRow>([
      ...["figure_id" as const, "article_id" as const, "fact" as const, "start" as const],
      ...columns.map(({key}) => key),
      ...facets.map(({key}) => key),
    ]),
  ];
  const types = Object.fromEntries(
    keys.map((key) => [
      key,
      key === "value"
        ? float64()
        : numbers.has(key)
          ? int32()
          : repeated.has(key)
            ? dictionary(utf8())
            : utf8(),
    ]),
  );
  const cells = Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key])]));
  return table(cells).toArrowIPC({format: "stream", types}) as Uint8Array;
}
