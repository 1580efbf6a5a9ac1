import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import {formatFigure} from "../../src/waybill/model/format.js";
import {isAlike} from "../../src/waybill/model/measured.js";
import {inEnglish} from "../../src/waybill/model/numbers.js";
import {disagreementKinds, type Row} from "../../src/waybill/model/tables.js";
import {matchForward} from "../../src/waybill/parse/phrases.js";
import {scan} from "../../src/waybill/parse/scan.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {InputError, readEach} from "../InputError.js";
import type {Copied} from "./copies.js";
import {agreementOf, factId} from "./factRow.js";
import type {Fact, Statement} from "./facts.js";
import type {PartyRegistry} from "./parties.js";
import {positionOf, splitReference} from "./quote.js";
import {joined} from "./slug.js";

type Kind = (typeof disagreementKinds)[number];

interface Disagreement {
  kind: Kind;
  about: string;
  what: string;
  articles: Iterable<string>;
  figures?: Iterable<string>;
  parties?: Iterable<string>;
  basis?: "found" | "noted";
}

function toRow({
  kind,
  about,
  what,
  articles,
  figures = [],
  parties = [],
  basis = "found",
}: Disagreement): Row {
  return {
    disagreement_id: `${kind}-${about}`,
    kind,
    what,
    articles: joined(articles),
    figures: joined(figures),
    parties: joined(parties),
    basis,
  };
}

const quoted = (wordings: Iterable<string | null>): string =>
  [...new Set([...wordings].filter(Boolean))].map((wording) => `“${wording}”`).join(" and ");

/** Returns what differs among the figures of one fact: hedge, value, status, scope or wording. */
export function withinFact(fact: Fact, parties: PartyRegistry): Row[] {
  const {statements} = fact;
  if (statements.length < 2) return [];
  const id = factId(fact).slice("fact-".length);
  const articles = statements.map(({article_id}) => article_id);
  const figures = statements.map(({figure_id}) => figure_id);
  const rows: Row[] = [];
  const differ = (kind: Kind, what: string): void => {
    rows.push(toRow({kind, about: id, what, articles, figures}));
  };
  // What one report tells now so, now so is seen in the agreement of the fact.
  const isShared = new Set(articles).size > 1;
  const hedges = new Set(statements.map(({qualifier}) => qualifier ?? "exactly"));
  if (isShared && hedges.size > 1)
    differ(
      "hedge",
      `${quoted(statements.map((statement) => inEnglish(() => formatFigure(statement, "prose"))))}: one number, hedged differently`,
    );
  if (
    new Set(statements.map(({value, low, high}) => `${value} ${low} ${high}`)).size > 1 &&
    agreementOf(fact) === "in conflict"
  ) {
    const values = new Set(statements.map(({value, low}) => value ?? low));
    if (values.size > 1) differ("value", `Stated as ${[...values].join(" and ")}`);
  }
  const statuses = new Set(statements.map(({status}) => status).filter(Boolean));
  if (statuses.size > 1 && (isShared || statuses.has("denied")))
    differ("status", `Told as ${[...statuses].join(" and ")}`);
  const units = new Set(statements.map(({writtenUnit}) => writtenUnit));
  if (units.size > 1) differ("wording", `Counted as ${quoted(units)}`);
  else if (isToldApart(statements)) differ("wording", `Told of ${quoted(distinct(statements, "thing"))}`);
  for (const [article_id, own] of grouped(statements, (statement) => statement.article_id)) {
    if (own.length < 2) continue;
    const about = own[0].figure_id;
    const ids = own.map(({figure_id}) => figure_id);
    const things = distinct(own, "thing");
    const sides = (["supplier", "recipient"] as const).flatMap((role) => {
      const named = distinct(own, role);
      return named.length > 1 ? named : [];
    });
    if (things.length < 2 && sides.length === 0) continue;
    const named = [quoted(things), quoted(sides.map((side) => parties.get(side)?.name ?? null))].filter(
      Boolean,
    );
    rows.push(
      toRow({
        kind: "scope",
        about,
        what: `One number told of ${named.join(", and of ")}: it is one fact, not to be added up`,
        articles: [article_id],
        figures: ids,
        parties: sides,
      }),
    );
  }
  return rows;
}

// Two articles that call what is counted by names of which no two are alike.
function isToldApart(statements: readonly Statement[]): boolean {
  const byThing = new Map<string, Set<string>>();
  for (const {thing, article_id} of statements)
    if (thing !== null && byThing.size < mostThings)
      byThing.set(thing, (byThing.get(thing) ?? new Set()).add(article_id));
  const told = [...byThing];
  const apart = told.flatMap(([a, inA], n) =>
    told
      .slice(n + 1)
      .filter(([, inB]) => new Set([...inA, ...inB]).size > 1)
      .map(([b]) => [a, b] as const),
  );
  const isShared = told.some(([, articles]) => articles.size > 1);
  return !isShared && apart.length > 0 && apart.every(([a, b]) => !isAlike(a, b));
}

const mostThings = 20;

function distinct(
  statements: readonly Statement[],
  cell: "thing" | "supplier" | "recipient" | "qualifier",
): string[] {
  return [
    ...new Set(
      statements.map((statement) => statement[cell]).filter((value): value is string => value !== null),
    ),
  ];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Returns the row that tells that an article repeats another one. */
export function copyRow(article: Article, {article_id, file, isVerbatim}: Copied): Row {
  const [own, other] = article.file === file ? [article.article_id, article_id] : [article.file, file];
  return toRow({
    kind: "copy",
    about: article.article_id,
    what: `${own} repeats ${other} ${isVerbatim ? "word for word" : "almost word for word"}: they are one origin, not two`,
    articles: [article.article_id, article_id],
  });
}

/** Returns what is unclear in one article's own figures and dates. */
export function withinArticle(
  article: Article,
  figures: readonly FigureRow[],
  events: readonly Row[],
  vocab: Vocab,
): Row[] {
  const {article_id} = article;
  const rows: Row[] = [];
  const note = (kind: Kind, about: string, what: string, ids: Iterable<string> = []): void => {
    rows.push(toRow({kind, about, what, articles: [article_id], figures: ids}));
  };
  const slips = figures.filter(({flags}) => flags?.split(" ").includes("scale_slip"));
  for (const [exact, own] of grouped(slips, (figure) => figure.exact))
    note(
      "typing_slip",
      own[0].figure_id,
      `“${exact}” is read as millions: the letters are those of another unit`,
      own.map(({figure_id}) => figure_id),
    );
  // Where the article's date is stated, what is reckoned from it is as good; period_basis and year_basis tell.
  const isDated = article.published_basis === "stated";
  const relative = figures.filter(
    ({period_text, period_basis}) =>
      period_basis === "inferred" && /\b(?:last|this|next)\b/i.test(period_text ?? ""),
  );
  if (!isDated && relative.length > 0)
    note(
      "relative_date",
      article_id,
      `${quoted(relative.map(({period_text}) => period_text))}: reckoned from the article's date, which is not stated but worked out`,
      relative.map(({figure_id}) => figure_id),
    );
  const withoutYear = events.filter(
    ({year_basis, exact}) =>
      year_basis === "worked_out" && !/\b(?:last|this|next|ago|recent)\b/i.test(String(exact)),
  );
  if (!isDated && withoutYear.length > 0)
    note(
      "date_without_year",
      article_id,
      `Dates without a year, worked out from the article's own: ${quoted(withoutYear.map(({exact}) => String(exact)))}`,
      withoutYear.flatMap(({figures: ids}) => String(ids ?? "").split(" ")),
    );
  for (const [code, names] of currencyNames(article.text, vocab))
    if (names.size > 1)
      note(
        "currency_names",
        `${article_id}-${code.toLowerCase()}`,
        `${quoted(names)} are one currency, ${code}`,
        figures.filter(({unit}) => unit === code).map(({figure_id}) => figure_id),
      );
  return rows;
}

// The names of currencies that a text uses, by code; “$” and “dollar” are one name.
function currencyNames(text: string, vocab: Vocab): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const tokens = scan(text);
  for (let i = 0; i < tokens.count; i++) {
    if (!vocab.currencies.next.has(tokens.word[i])) continue;
    const match = matchForward(tokens, i, vocab.currencies);
    if (!match || (match.value.role !== "name" && match.value.role !== "code")) continue;
    const written = text.slice(tokens.start[i], tokens.end[match.to - 1]);
    if (match.value.role === "code" && written !== match.value.form) continue;
    const {code, factor} = match.value;
    if (factor !== 1 || written === code) continue;
    const stem = written.toLowerCase().replace(/s$/, "").slice(-4);
    const names = found.get(code) ?? new Set();
    if (![...names].some((name) => name.toLowerCase().replace(/s$/, "").slice(-4) === stem))
      names.add(written);
    found.set(code, names);
    i = match.to - 1;
  }
  return found;
}

/** Returns names that articles spell differently, and names so near to each other that they may be mistaken. */
export function amongParties(parties: PartyRegistry, rows: readonly Row[]): Row[] {
  const found: Row[] = [];
  for (const party of parties.all()) {
    const spellings = new Set([...party.byArticle.values()].flatMap((own) => [...own]));
    const variants = differentSpellings([...spellings], party.name);
    if (variants.length > 1)
      found.push(
        toRow({
          kind: "spelling",
          about: party.party_id,
          what: `${quoted(variants)} are one: ${party.name}`,
          articles: party.byArticle.keys(),
          parties: [party.party_id],
        }),
      );
  }
  const seen = new Set<string>();
  for (const {party_id, name, close_to, articles} of rows)
    for (const other of String(close_to ?? "")
      .split(" ")
      .filter(Boolean)) {
      const pair = [String(party_id), other].sort().join(" ");
      if (seen.has(pair)) continue;
      seen.add(pair);
      const partner = parties.get(other);
      found.push(
        toRow({
          kind: "similar_names",
          about: pair.replace(" ", "+"),
          what: `“${name}” and “${partner?.name}” are nearly the same name, and two parties`,
          articles: [...String(articles ?? "").split(" "), ...(partner?.articles ?? [])],
          parties: [String(party_id), other],
        }),
      );
    }
  return found;
}

// A surname alone is no other spelling of the full name.
function differentSpellings(spellings: string[], name: string): string[] {
  const all = spellings.includes(name) ? spellings : [...spellings, name];
  return all.filter(
    (one) =>
      !all.some(
        (other) =>
          other !== one &&
          (other.endsWith(` ${one}`) || other.startsWith(`${one} `) || other === `The ${one}`),
      ),
  );
}

/** Returns what journalists noted in the articles' front matter. Throws what is wrong, all at once, if quotes do not stand where they say. */
export function remarked(
  articles: ReadonlyMap<string, Article>,
  figures: ReadonlyMap<string, readonly FigureRow[]>,
): Row[] {
  const noted = [...articles.values()].flatMap((article) =>
    (article.remarks ?? []).map((remark, n) => ({article, n, ...remark})),
  );
  return readEach(noted, ({article, n, kind, what, quote, against, line}) => {
    if (!(disagreementKinds as readonly string[]).includes(kind))
      throw new InputError(
        article.file,
        line,
        `unknown kind of remark: "${kind}" (have: ${disagreementKinds.join(", ")})`,
      );
    const concerned = [{article, quote}];
    if (against !== null) {
      const other = splitReference(against, articles);
      if (!other)
        throw new InputError(
          article.file,
          line,
          `unknown article in remark: "${against}" (write article: quote)`,
        );
      concerned.push(other);
    }
    const ids = concerned.flatMap(({article: of, quote: words}) => {
      const {start, end} = positionOf(of, {quote: words}, {file: article.file, line, what: "remark"});
      return (figures.get(of.article_id) ?? [])
        .filter((f) => f.start < end && start < f.end)
        .map((f) => f.figure_id);
    });
    return toRow({
      kind: kind as Kind,
      about: `${article.article_id}@${n + 1}`,
      what,
      articles: concerned.map(({article: of}) => of.article_id),
      figures: ids,
      basis: "noted",
    });
  });
}
