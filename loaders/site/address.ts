import {InputError} from "../InputError.js";
import {story} from "../story.js";

/**
 * Returns the address of the published site with a slash at its end, or null if
 * nobody said it (`waybill build --url ADDRESS`, WAYBILL_URL, or the story's settings). Throws an
 * InputError if it is no web address.
 */
export function siteUrl(given = process.env.WAYBILL_URL ?? story().address): string | null {
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
