/**
 * Returns how many times the work four times the input takes: about 4 where work
 * grows with the input, 16 where it grows with its square. `prepare` returns the
 * work for a size. Each size has the best of several runs, taken in turn, so that
 * what else the machine does falls out; once they show no square, no more are made.
 */
export function growthOf(size: number, prepare: (size: number) => () => void): number {
  prepare(Math.ceil(size / 4))();
  let [one, four] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < mostRuns && !(four / one < superlinear); run++) {
    one = Math.min(one, costOf(prepare(size)));
    four = Math.min(four, costOf(prepare(4 * size)));
  }
  return four / one;
}

/** More than this is no growth with the input: halfway, by factors, between 4 and 16. */
export const superlinear = 8;

const mostRuns = 8;

// Processor time in microseconds: other processes take none of it.
function costOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(start);
  return Math.max(user + system, 1);
}
