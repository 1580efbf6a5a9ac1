/*
 * The Content-Security-Policy that a server may send with each kind of page.
 * Every page lives under it; test/browser/policy.test.ts opens them all.
 */
export const policies = {
  /** Pages of words and charts, and embeds. */
  page: "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'",
  /**
   * Pages with code blocks. DuckDB is WebAssembly; it starts its worker from a
   * blob; Plot and Inputs write style elements and attributes.
   */
  notebook:
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'",
  /** The explorer. DuckDB is WebAssembly, in a worker of the site's own; the editor writes its styles into the page, with small pictures in them. */
  explorer:
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'",
  /** The files under /graphics/, which bring style and fonts with them to open from a disk, and run nothing. */
  file: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
} as const;

/** Returns which of them a page lives under, by its address and what it holds. */
export function policyOf(address: string, html: string): string {
  if (address.startsWith("/graphics/")) return policies.file;
  if (isNotebook(html)) return policies.notebook;
  return html.includes('<form class="explore"') ? policies.explorer : policies.page;
}

// Framework's client is loaded early where a page has code blocks.
const isNotebook = (html: string): boolean =>
  /<link rel="modulepreload" href="[^"]*\/_observablehq\/client\./.test(html);
