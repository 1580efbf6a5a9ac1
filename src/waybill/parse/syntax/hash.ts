/** How many bits of a feature's hash are kept: enough that few of the kept features meet by chance. */
export const featureBits = 24;

const mask = (1 << featureBits) - 1;

/** Returns a 32-bit hash of a string. */
export function hashString(s: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h ^ (h >>> 15);
}

/**
 * The features of one decision, as hashes below 2 ** featureBits. The first
 * argument of each method is the number of the template, so that the same values
 * in two templates are two features.
 */
export class Features {
  readonly at = new Int32Array(256);
  count = 0;

  one(template: number, a: number): void {
    let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
    this.at[this.count++] = (h ^ (h >>> 13)) & mask;
  }

  two(template: number, a: number, b: number): void {
    let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
    h = Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f);
    this.at[this.count++] = (h ^ (h >>> 15)) & mask;
  }

  three(template: number, a: number, b: number, c: number): void {
    let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
    h = Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35);
    h = Math.imul((h ^ (h >>> 13)) + c, 0x27d4eb2f);
    h = Math.imul(h ^ (h >>> 15), 0x165667b1);
    this.at[this.count++] = (h ^ (h >>> 14)) & mask;
  }
}
