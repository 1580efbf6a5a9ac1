/** Returns the options of a tip that does not list the given channels: the mark shows them. */
export function quiet(tip: unknown, names: readonly string[]): object {
  const own = typeof tip === "object" && tip !== null ? (tip as {format?: object}) : {};
  const pointer = typeof tip === "string" ? {pointer: tip} : {};
  const hidden = Object.fromEntries(names.map((name) => [name, false]));
  return {...pointer, ...own, format: {...hidden, ...own.format}};
}
