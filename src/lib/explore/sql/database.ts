/*
 * The worker of the explorer's database. A page's policy does not hold for a
 * worker's own requests, and SQL can name any address (a shared query is run when
 * it is opened): so it keeps to the site's own files before DuckDB is loaded.
 */

declare const importScripts: (address: string) => void;

// A block, for DuckDB's script stands in the same scope.
{
  const {location} = globalThis;
  const keepToSite = (address: string | URL): void => {
    const {origin} = new URL(address, location.href);
    if (origin !== location.origin) throw new TypeError("the explorer reads files of this site alone");
  };
  const {open} = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]): void {
    keepToSite(given[1] as string | URL);
    open.apply(this, given as Parameters<typeof open>);
  };
  const {fetch} = globalThis;
  globalThis.fetch = async (asked, options) => {
    keepToSite(asked instanceof Request ? asked.url : asked);
    return fetch(asked, options);
  };
  importScripts(new URL("duckdb-browser-eh.worker.js", location.href).href);
}
