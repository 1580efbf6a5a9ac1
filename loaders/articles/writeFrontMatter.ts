import {splitFrontMatter} from "./frontMatter.js";

/** Returns a value as one line of YAML. */
export const inYaml = (value: string): string =>
  /^[\p{L}\p{N}](?:[\p{L}\p{N} ,.’'()/&-]|:(?=\/\/))*$/u.test(value) &&
  !/^(?:true|false|yes|no|null|[\d.e]+)$/i.test(value)
    ? value
    : JSON.stringify(value);

/** Returns a source whose front matter has the given fields: those that are there are replaced, the others added at its end. */
export function withFields(source: string, fields: Readonly<Record<string, string>>, file: string): string {
  const entries = Object.entries(fields).filter(([, value]) => value !== "");
  if (entries.length === 0) return source;
  const {matter, body} = splitFrontMatter(source, file);
  let lines = matter ?? "";
  for (const [name, value] of entries) {
    const line = `${name}: ${inYaml(value)}\n`;
    const old = new RegExp(`^${name}:.*\n(?:[ \\t]+.*\n)*`, "m");
    lines = old.test(lines) ? lines.replace(old, () => line) : lines + line;
  }
  return `---\n${lines}---\n${body}`;
}

/** Returns a source with notes at the end of one of its front matter's lists, each in one line. */
export function withNotes(
  source: string,
  list: string,
  notes: readonly Readonly<Record<string, string>>[],
  file: string,
): string {
  if (notes.length === 0) return source;
  const {matter, body} = splitFrontMatter(source, file);
  const lines = (matter ?? "").split("\n").slice(0, -1);
  let at = lines.findIndex((line) => line.startsWith(`${list}:`));
  let indent = "  ";
  if (at < 0) at = lines.push(`${list}:`) - 1;
  else
    while (at + 1 < lines.length && /^(?:\s|-|#|$)/.test(lines[at + 1])) {
      at++;
      indent = /^(\s*)- /.exec(lines[at])?.[1] ?? indent;
      if (/^\S/.test(lines[at]) && !lines[at].startsWith("- ")) break;
    }
  const items = notes.map((note) => {
    const cells = Object.entries(note).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return `${indent}- {${cells.join(", ")}}`;
  });
  lines.splice(at + 1, 0, ...items);
  return `---\n${lines.join("\n")}\n---\n${body}`;
}
