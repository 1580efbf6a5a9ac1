/** Something in a column: where it would best stand, what it takes above and below, and how much it minds. */
export interface Settling {
  wanted: number;
  up: number;
  down: number;
  weight?: number;
}

/**
 * Returns where the things of a column stand, in their order, none over
 * another and each as near to where it would best stand as the others let it
 * (least squares, by pooling neighbours that are in each other's way).
 */
export function settle(items: readonly Settling[]): number[] {
  const offsets: number[] = [];
  items.forEach(({up}, i) => {
    offsets.push(i === 0 ? 0 : offsets[i - 1] + items[i - 1].down + up);
  });
  const pools: {value: number; weight: number; count: number}[] = [];
  items.forEach(({wanted, weight = 1}, i) => {
    let pool = {value: wanted - offsets[i], weight, count: 1};
    for (let last = pools.at(-1); last && last.value > pool.value; last = pools.at(-1)) {
      pools.pop();
      const sum = last.weight + pool.weight;
      pool = {
        value: (last.value * last.weight + pool.value * pool.weight) / sum,
        weight: sum,
        count: last.count + pool.count,
      };
    }
    pools.push(pool);
  });
  const values = pools.flatMap(({value, count}) => new Array<number>(count).fill(value));
  return values.map((value, i) => value + offsets[i]);
}
