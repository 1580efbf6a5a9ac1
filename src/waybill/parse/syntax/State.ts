/** Moves of the parser: shift; attach the top of the stack to the next word (LEFT), or to what lies below it (RIGHT). */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/**
 * A sentence half parsed, by the arc-hybrid system: a stack of words that still
 * want a head, and the words not read yet, ending in the root, which is word
 * `count`. Lists of dependents hold -1 where there is none.
 */
export class State {
  count = 0;
  next = 0;
  depth = 0;
  stack = new Int16Array(256);
  head = new Int16Array(256);
  relation = new Uint8Array(256);
  /** Outermost and second outermost dependent on each side. */
  left = new Int16Array(256);
  left2 = new Int16Array(256);
  right = new Int16Array(256);
  right2 = new Int16Array(256);
  leftCount = new Uint8Array(256);
  rightCount = new Uint8Array(256);
  /** Last dependent that is a preposition or marks a clause. */
  marker = new Int16Array(256);
  /** Relations among the dependents, as bits. */
  held = new Int32Array(256);

  reset(count: number): void {
    this.count = count;
    this.next = this.depth = 0;
    for (const list of [this.head, this.left, this.left2, this.right, this.right2, this.marker])
      list.fill(-1, 0, count + 1);
    for (const list of [this.relation, this.leftCount, this.rightCount, this.held])
      list.fill(0, 0, count + 1);
  }

  get done(): boolean {
    return this.next === this.count && this.depth === 0;
  }

  /** Only one word is attached to the root, and the root is never shifted. */
  allows(move: number): boolean {
    const atRoot = this.next === this.count;
    if (move === SHIFT) return !atRoot;
    if (move === LEFT) return this.depth > 0 && (!atRoot || this.depth === 1);
    return this.depth > 1;
  }

  /** The word that LEFT or RIGHT would attach, and to which. */
  headFor(move: number): number {
    return move === LEFT ? this.next : this.stack[this.depth - 2];
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  attach(move: number, relation: number, marks: boolean, bit: number): void {
    const word = this.stack[this.depth - 1];
    const head = this.headFor(move);
    this.depth--;
    this.head[word] = head;
    this.relation[word] = relation;
    if (move === LEFT) {
      this.left2[head] = this.left[head];
      this.left[head] = word;
      this.leftCount[head]++;
    } else {
      this.right2[head] = this.right[head];
      this.right[head] = word;
      this.rightCount[head]++;
    }
    if (marks) this.marker[head] = word;
    this.held[head] |= bit;
  }
}

/** Returns the relation of a dependent, or a number of its own where there is none. */
export function relationOf({relation}: State, word: number): number {
  return word < 0 ? 255 : relation[word];
}
