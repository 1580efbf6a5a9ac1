import {compareFigures, type Difference, rowsAt} from "../diff.js";
import {type Commit, commitsOf} from "../history.js";

/** What changed in the table of figures on one day, all commits of the day together. */
export interface DayOfChanges {
  /** YYYY-MM-DD. */
  day: string;
  difference: Difference;
}

/** Cells that say what a figure claims; other ones say how that was read. */
const claims = new Set([
  "kind",
  "value",
  "low",
  "high",
  "unit",
  "qualifier",
  "supplier",
  "recipient",
  "via",
  "status",
  "period_start",
  "period_end",
]);

let known: {of: string; days: DayOfChanges[]} | undefined;

/**
 * Returns what changed in the figures since the story was published, a day each, the
 * newest first, as the history of its tables has it; since the tables began, if nobody says when
 * it was. Null without a history.
 */
export function changesSince(published: string | null): DayOfChanges[] | null {
  const commits = commitsOf(["data/figures.csv"]);
  if (commits.length === 0) return null;
  const of = `${commits[0].id} ${published}`;
  if (known?.of !== of) known = {of, days: changesIn(lastOfDays(commits), published)};
  return known.days;
}

/** Returns the last commit of each day, the newest first. */
function lastOfDays(commits: readonly Commit[]): Commit[] {
  const days = new Set<string>();
  return commits.filter(({day}) => !days.has(day) && days.add(day));
}

function changesIn(commits: readonly Commit[], published: string | null): DayOfChanges[] {
  return commits.slice(0, -1).flatMap(({id, day}, n) => {
    if (published !== null && day < published) return [];
    const all = compareFigures(rowsAt(commits[n + 1].id, "figures"), rowsAt(id, "figures"));
    const difference = {
      ...all,
      // Their sentence was edited, and nothing that they claim.
      reworded: all.reworded.filter(({before, after}) => before.exact !== after.exact),
      changed: all.changed.flatMap((figure) => {
        const cells = figure.cells.filter(({cell}) => claims.has(cell));
        return cells.length > 0 ? [{...figure, cells}] : [];
      }),
    };
    return Object.values(difference).some((list) => list.length > 0) ? [{day, difference}] : [];
  });
}
