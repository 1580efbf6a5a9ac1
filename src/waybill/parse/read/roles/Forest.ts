/** Trees of cuts through numbers: a row goes left at a node where its number is at most the cut. */
export interface Tree {
  /** The number that a node asks for, -1 for a leaf. */
  feature: readonly number[];
  cut: readonly number[];
  left: readonly number[];
  right: readonly number[];
  /** What a leaf adds. */
  value: readonly number[];
}

/** Returns the sum of what the leaves say that a row comes to. */
export function sumOf(trees: readonly Tree[], row: readonly number[]): number {
  let sum = 0;
  for (const {feature, cut, left, right, value} of trees) {
    let node = 0;
    while (feature[node] >= 0) node = row[feature[node]] <= cut[node] ? left[node] : right[node];
    sum += value[node];
  }
  return sum;
}
