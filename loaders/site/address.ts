import {InputError} from "../InputError.js";

/**
 * Returns the address of the published site with a slash at its end, or null if
 * nobody said it (`npm run build -- --url ADDRESS`, or WAYBILL_URL). Throws an
 * InputError if it is no web address.
 */
export function siteUrl(given = process.env.WAYBILL_URL): string | null {
  if (!given) return null;
  const {protocol, origin, pathname} = URL.canParse(given) ? new URL(given) : new URL("none:");
  if (!/^https?:$/.test(protocol))
    throw new InputError(
      "site's address",
      null,
      `not a web address: ${given} (for example: https://example.org/waybill)`,
    );
  return `${origin}${pathname.endsWith("/") ? pathname : `${pathname}/`}`;
}
