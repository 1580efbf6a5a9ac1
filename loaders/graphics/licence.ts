/**
 * Returns the address of a licence by its SPDX id, where its text stands for
 * good; the address itself where it is one; null for what is neither.
 *
 * ```ts
 * addressOfLicence("CC-BY-4.0") // https://creativecommons.org/licenses/by/4.0/
 * ```
 */
export function addressOfLicence(licence: string): string | null {
  if (/^https?:\/\//.test(licence)) return licence;
  const [, kind, version] = /^CC-(BY(?:-[A-Z]+)*)-(\d\.\d)$/.exec(licence) ?? [];
  if (kind) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
  if (licence === "CC0-1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  return /^[A-Za-z][\w.+-]*\d[\w.+-]*$|^(?:MIT|ISC|Unlicense)$/.test(licence)
    ? `https://spdx.org/licenses/${licence}.html`
    : null;
}
