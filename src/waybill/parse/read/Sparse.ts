/** Hashed features of one decision, each a number below 2 ** `bits`. */
export class Sparse {
  readonly at = new Int32Array(1024);
  count = 0;
  readonly #shift: number;

  constructor(bits: number) {
    this.#shift = 32 - bits;
  }

  /** Adds a feature: up to three values of a template, which has a number of its own. */
  put(template: number, a = 0, b = 0, c = 0): void {
    if (this.count >= 1024) return;
    let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
    h = Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35);
    h = Math.imul((h ^ (h >>> 13)) + c, 0x27d4eb2f);
    h = Math.imul(h ^ (h >>> 15), 0x165667b1);
    this.at[this.count++] = (h ^ (h >>> 14)) >>> this.#shift;
  }

  /** Returns the features that were added, and forgets them. */
  take(): Int32Array {
    const taken = this.at.slice(0, this.count);
    this.count = 0;
    return taken;
  }
}
