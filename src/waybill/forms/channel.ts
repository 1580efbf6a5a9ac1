/** What is read of a row: the name of a column, or a function of it. */
export type Channel<Row, Value> = string | ((row: Row) => Value);

/** Returns a function that reads a channel of a row; the given columns by default, the first that is not null. */
export function readerOf<Row extends object, Value>(
  channel: Channel<Row, Value> | undefined,
  ...columns: readonly string[]
): (row: Row) => Value | null {
  if (typeof channel === "function") return channel;
  const names = channel === undefined ? columns : [channel];
  return (row) => {
    const cells = row as Record<string, Value | null | undefined>;
    return names.map((name) => cells[name]).find((cell) => cell != null && cell !== "") ?? null;
  };
}
