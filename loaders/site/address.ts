/**
 * Returns the address of the published site with a slash at its end, or null if
 * nobody said it (`npm run build -- --url ADDRESS`, or WAYBILL_URL). Throws if it
 * is no web address.
 */
export function siteUrl(given = process.env.WAYBILL_URL): string | null {
  if (!given) return null;
  const problem = `not a web address: ${given} (for example: https://example.org/waybill)`;
  if (!URL.canParse(given)) throw new Error(problem);
  const url = new URL(given);
  if (!/^https?:$/.test(url.protocol)) throw new Error(problem);
  const {origin, pathname} = url;
  return `${origin}${pathname.endsWith("/") ? pathname : `${pathname}/`}`;
}
