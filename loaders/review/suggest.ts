import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {ArticleReading} from "./reading.js";

const roles = ["holder", "supplier", "recipient", "via"] as const;
const own = ["unit", "per", "thing", "goods", "origin", "destination"] as const;
const most = 40;

/** Returns values that an article suggests for each cell that takes words: names in it, its dates, what its other figures have. */
export function suggestionsOf(
  {text, publisher}: Article,
  {parsed, figures}: ArticleReading,
): Record<string, string[]> {
  const names = namesIn(text);
  const valuesOf = (columns: readonly (keyof FigureRow)[]): string[] =>
    figures.flatMap((figure) => columns.map((column) => String(figure[column] ?? "")));
  const parties = unique([...valuesOf(roles), ...names]);
  return {
    ...Object.fromEntries(own.map((column) => [column, unique(valuesOf([column]))])),
    ...Object.fromEntries(roles.map((role) => [role, parties])),
    said_by: unique([...valuesOf(["said_by"]), publisher, ...names]),
    period_text: unique([...valuesOf(["period_text"]), ...parsed.dates.map(({exact}) => exact)]),
  };
}

const unique = (values: readonly string[]): string[] =>
  [...new Set(values.map((value) => value.replace(/\s+/g, " ").trim()))].filter(Boolean).slice(0, most);

/** Returns the names in a text, the most frequent first: words that begin with a capital, where that opens no sentence. */
export function namesIn(text: string): string[] {
  const counts = new Map<string, number>();
  const pattern =
    /(?<![.!?:“"]\s*)(?<=\p{L}[\p{L}’',]*\s)\p{Lu}[\p{L}\p{N}’-]*(?: (?:of |the |de |al-)?\p{Lu}[\p{L}\p{N}’-]*)*/gu;
  for (const [found] of text.matchAll(pattern)) {
    const name = found.replace(/[’']s?$/, "");
    if (name.length > 1) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

const small =
  /^(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|via|as|that|which|who|it|its|is|are|was|were|be|been|had|has|have|more|less|than|about|almost|nearly|over|under|up|this|these|those|there|they|he|she|said|says|not|no|into|out|after|before|since|during|per|so|if|while|when|also|their|his|her|will|would|may|might|can|could)$/i;

/** Returns the things and names of a sentence: stretches of words without a small word, a number or a mark among them. */
export function nounsIn(sentence: string): string[] {
  const found: string[] = [];
  for (const part of sentence.split(/[^\p{L}\p{M}\p{N}’'\s-]+|\s-\s/u)) {
    let run: string[] = [];
    for (const word of [...part.trim().split(/\s+/), ""]) {
      if (word !== "" && !small.test(word) && !/^\d/.test(word)) {
        run.push(word);
        continue;
      }
      if (run.length > 0 && run.length < 6) found.push(run.join(" "));
      run = [];
    }
  }
  return unique(found.filter((words) => words.length > 2));
}
