/** What is read of a row: the name of a column, or a function of it. */
export type Channel<Row, Value> = string | ((row: Row) => Value);

/**
 * Returns a function that reads a channel of a row, or without one the first
 * of the given columns that the row has. What is empty is null.
 */
export function readerOf<Row extends object, Value>(
  channel: Channel<Row, Value> | undefined,
  ...columns: readonly string[]
): (row: Row) => Value | null {
  if (typeof channel === "function") return channel;
  const names = channel === undefined ? columns : [channel];
  return (row) => {
    const cells = row as Record<string, Value | null | undefined>;
    const cell = names.map((name) => cells[name]).find((value) => value !== undefined);
    return cell == null || cell === "" ? null : cell;
  };
}

/** Returns a function that reads a name, as readerOf does; what is no text is written as one. */
export function nameReaderOf<Row extends object>(
  channel: Channel<Row, string | null> | undefined,
  ...columns: readonly string[]
): (row: Row) => string | null {
  const read = readerOf<Row, unknown>(channel, ...columns);
  return (row) => {
    const name = read(row);
    return name == null || name === "" ? null : String(name);
  };
}
