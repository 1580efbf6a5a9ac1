const longest = 2000;

/**
 * Returns an address of the web in its plain form, without a fragment; null for
 * what is none, as javascript: and data: are not.
 */
export function webAddress(address: string): string | null {
  try {
    const url = new URL(address.trim());
    url.hash = "";
    const isWeb = /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
    return isWeb && url.href.length <= longest ? url.href : null;
  } catch {
    return null;
  }
}

/** Returns what is wrong with the address of an article; null if it is one of the web. */
export function addressProblem(address: string): string | null {
  return webAddress(address) === null ? `is no address of the web: "${address}" (write https://…)` : null;
}
