/*
 * The one place between words and the languages that they are written into. What
 * comes from an article, a table or a vocabulary goes through the function of its
 * place, however harmless it looks; nothing else writes it there.
 */

const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Stands where a letter cannot be written or drawn. */
export const standIn = "\ufffd";

/** Returns text with a stand-in for each character that neither HTML nor XML 1.0 can hold: control characters, halves of pairs, non-characters. */
export function writable(text: string): string {
  return text.replace(unwritable, standIn);
}

/** Returns text as it is written in HTML, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return writable(text).replace(/[&<>"']/g, (c) => entities[c]);
}

/** Returns a value as JSON that can stand in a script element of HTML, which nothing in it closes. */
export function escapeJson(value: unknown): string {
  const text = JSON.stringify(value, (_, one) => (typeof one === "string" ? writable(one) : one));
  return text.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Returns text as it is written on one line of Markdown, where none of its signs means anything. */
export function escapeMarkdown(text: string): string {
  return writable(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_~[\]{}<>&|"]/g, "\\$&");
}

/** Returns HTML as it is written in a WordPress post, which looks for [shortcodes] in attributes too. */
export function escapeShortcodes(html: string): string {
  return html.replaceAll("[", "&#91;").replaceAll("]", "&#93;");
}

/** Returns a name of a table or a column as SQL has it, whatever stands in it. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Returns text as a string of SQL. */
export function sqlString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Returns the address of an article's page from the site's root, or of the place in it with the given id. */
export function sourceHref(article_id: string, anchor: string | null = null): string {
  return `/sources/${segment(article_id)}.html${anchor ? `#${segment(anchor)}` : ""}`;
}

/** Returns the address of a chart's page from the site's root. */
export function chartHref(id: string): string {
  return `/charts/${segment(id)}.html`;
}

function segment(text: string): string {
  return encodeURIComponent(writable(text));
}
