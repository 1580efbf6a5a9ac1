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
