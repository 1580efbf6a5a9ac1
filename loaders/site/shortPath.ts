/** Points lie on a grid of so many to a pixel. */
const grid = 10;

/** The names of the numbers after each command: x and y are a point's, r is a length, and the rest is no length at all. */
const shapes: Record<string, string> = {
  M: "xy",
  L: "xy",
  H: "x",
  V: "y",
  C: "xyxyxy",
  S: "xyxy",
  Q: "xyxy",
  T: "xy",
  A: "rr---xy",
  Z: "",
};

/**
 * Returns a path's description in few letters: from point to point where that is
 * shorter than from the corner, to a tenth of a pixel. One that cannot be read is
 * returned as it is.
 *
 * ```js
 * shortPath("M115.5,234.6L115.3,240.5L119.9,243.8Z") // "M115.5 234.6l-.2 5.9 4.6 3.3z"
 * ```
 */
export function shortPath(d: string): string {
  const segments = readPath(d);
  if (!segments) return d;
  let [path, last] = ["", ""];
  // Where the path has come to, as it was told, and on the grid: so no error adds up.
  let at: Place = {x: 0, y: 0};
  let drawn: Place = {x: 0, y: 0};
  let start = {at, drawn};
  for (const {letter, numbers} of segments) {
    const name = letter.toUpperCase();
    if (name === "Z") {
      ({at, drawn} = start);
      [path, last] = [`${path}z`, "z"];
      continue;
    }
    const told = {...at};
    const [absolute, relative] = [[] as number[], [] as number[]];
    const to = {...drawn};
    numbers.forEach((value, i) => {
      const kind = shapes[name][i];
      if (kind !== "x" && kind !== "y") {
        const same = kind === "r" ? Math.round(value * grid) : value * grid;
        absolute.push(same);
        relative.push(same);
        return;
      }
      told[kind] = letter === name ? value : at[kind] + value;
      to[kind] = Math.round(told[kind] * grid);
      absolute.push(to[kind]);
      relative.push(to[kind] - drawn[kind]);
    });
    const straight = name === "L" && (to.y === drawn.y ? "H" : to.x === drawn.x ? "V" : null);
    const only = (values: readonly number[]): readonly number[] =>
      straight === "H" ? [values[0]] : straight === "V" ? [values[1]] : values;
    const command = straight || name;
    const ways = [
      {letter: command.toLowerCase(), text: write(command.toLowerCase(), only(relative), path, last)},
      {letter: command, text: write(command, only(absolute), path, last)},
    ];
    // A path's first point is told from the corner, and is then the same.
    const way = path !== "" && ways[0].text.length <= ways[1].text.length ? ways[0] : ways[1];
    path += way.text;
    last = way.letter;
    [at, drawn] = [told, to];
    if (name === "M") start = {at, drawn};
  }
  return path;
}

interface Place {
  x: number;
  y: number;
}

interface Segment {
  letter: string;
  numbers: number[];
}

/** Returns the segments of a path, each with a letter of its own; null if it cannot be read. */
function readPath(d: string): Segment[] | null {
  const segments: Segment[] = [];
  for (const [, letter, rest] of d.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const count = shapes[letter.toUpperCase()]?.length;
    const words = rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [];
    // Flags may be written without a space between them, which is told from a number nowhere else.
    const isRead = count !== undefined && rest.replace(/[\s,]+/g, "") === words.join("");
    if (!isRead || (count === 0 ? words.length > 0 : words.length === 0 || words.length % count > 0))
      return null;
    const numbers = words.map(Number);
    if (count === 0) segments.push({letter, numbers});
    for (let i = 0; count > 0 && i < numbers.length; i += count)
      segments.push({letter: i > 0 ? afterMove(letter) : letter, numbers: numbers.slice(i, i + count)});
  }
  return segments[0]?.letter.toUpperCase() === "M" ? segments : null;
}

/** What follows a move without a letter is a line. */
const afterMove = (letter: string): string => (letter === "M" ? "L" : letter === "m" ? "l" : letter);

/** Returns a segment as it is written behind a path whose last letter is not said twice. */
function write(letter: string, values: readonly number[], path: string, last: string): string {
  const isSame = letter === afterMove(last);
  let text = isSame ? "" : letter;
  let before = isSame ? /\d*\.?\d+$/.exec(path)![0] : "";
  for (const value of values) {
    const word = String(value / grid).replace(/^(-?)0\./, "$1.");
    const isApart = before === "" || word.startsWith("-") || (word.startsWith(".") && before.includes("."));
    text += isApart ? word : ` ${word}`;
    before = word;
  }
  return text;
}
