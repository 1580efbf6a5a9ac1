import {execFileSync} from "node:child_process";

/** Runs git in the story's folder. Returns what it prints; null if there is no git, no repository, or it fails. */
export function git(...words: string[]): string | null {
  try {
    return execFileSync("git", words, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 2 ** 30,
    }).trim();
  } catch {
    return null;
  }
}

/** A commit that changed what was asked for, and its day, YYYY-MM-DD, in UTC. */
export interface Commit {
  id: string;
  day: string;
}

/**
 * Returns the commits that changed the given paths of the story, the newest first, at
 * most so many; none without a repository. A history that was cut off when it was
 * copied counts as none: it would tell a day on which nothing changed.
 */
export function commitsOf(paths: readonly string[], most?: number): Commit[] {
  if (git("rev-parse", "--is-shallow-repository") !== "false") return [];
  const lines = git(
    "log",
    "--first-parent",
    ...(most ? [`-${most}`] : []),
    "--format=%H %ct",
    "--",
    ...paths,
  );
  return (lines || "").split("\n").flatMap((line) => {
    const [id, seconds] = line.split(" ");
    return seconds ? [{id, day: new Date(Number(seconds) * 1000).toISOString().slice(0, 10)}] : [];
  });
}

/**
 * Returns the day on which the story last changed, YYYY-MM-DD: that of the last
 * commit of its seeds or tables, else the date of its newest article; null if
 * neither is known. The clock is never asked, so a story built twice says the same.
 */
export function lastChange(articles: readonly {published: string | null}[]): string | null {
  const [last] = commitsOf(["seeds", "data"], 1);
  if (last) return last.day;
  return articles.reduce<string | null>(
    (newest, {published}) => (published && (!newest || published > newest) ? published : newest),
    null,
  );
}
