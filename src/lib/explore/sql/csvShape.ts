/** How the text of a CSV file is laid out. */
export interface CsvShape {
  delimiter: string;
  /** Lines before the table: a title, a remark. */
  skip: number;
  /** Records of the table, its head among them. */
  records: number;
}

const delimiters = [",", ";", "\t", "|"] as const;

/** A record: the line where it begins, from 1, and how often each delimiter stands in it. */
interface CsvRecord {
  line: number;
  counts: number[];
}

/**
 * Returns how a CSV file is laid out: the delimiter is the one by which most
 * records have equally many cells. Guessed by a database alone, a file whose
 * last line is a total becomes one column, or loses lines. Throws where a record
 * has more cells than the table: it is not to be known which are which.
 */
export function csvShape(text: string): CsvShape {
  const records = recordsOf(text);
  const candidates = delimiters.map((delimiter, n) => {
    const counts = new Map<number, number>();
    for (const record of records) counts.set(record.counts[n], (counts.get(record.counts[n]) ?? 0) + 1);
    counts.delete(0);
    const [usual = 0, often = 0] = [...counts].sort(([a, m], [b, o]) => o - m || b - a)[0] ?? [];
    return {delimiter, n, usual, often};
  });
  const {delimiter, n, usual} = candidates.reduce((best, one) => (one.often > best.often ? one : best));
  const first = Math.max(
    0,
    records.findIndex(({counts}) => counts[n] >= usual),
  );
  const table = records.slice(first);
  const long = table.find(({counts}) => counts[n] > usual);
  if (long)
    throw new Error(`line ${long.line} has ${long.counts[n] + 1} cells, where the others have ${usual + 1}`);
  return {delimiter, skip: (table[0]?.line ?? 1) - 1, records: table.length};
}

/** Returns the records of a text, blank lines left out; a line end in quotes ends none. */
function recordsOf(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let counts = delimiters.map(() => 0);
  let [line, start, isQuoted, isBlank] = [1, 1, false, true];
  // A quotation mark within a cell, as of inches, opens nothing.
  let isCellStart = true;
  const end = (): void => {
    if (!isBlank) records.push({line: start, counts});
    counts = delimiters.map(() => 0);
    isBlank = isCellStart = true;
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === "\n") {
      line++;
      if (isQuoted) continue;
      end();
      start = line;
    } else if (letter === '"') {
      if (isQuoted || isCellStart) isQuoted = !isQuoted;
      isBlank = isCellStart = false;
    } else if (letter !== "\r") {
      isBlank &&= letter === " ";
      const place = isQuoted ? -1 : delimiters.indexOf(letter as (typeof delimiters)[number]);
      if (place >= 0) counts[place]++;
      isCellStart = place >= 0 || (isCellStart && letter === " ");
    }
  }
  end();
  return records;
}
