/** Returns a text as lower-case words joined by hyphens, for ids: “North Pump Works” -> "north-pump-works". */
export function slugOf(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "unnamed"
  );
}

/** Returns the values that are there, each once, joined by the given mark; null if there are none. */
export function joined(values: Iterable<string | null | undefined>, mark = " "): string | null {
  const unique = new Set([...values].filter((value): value is string => value != null && value !== ""));
  return unique.size > 0 ? [...unique].join(mark) : null;
}
