/**
 * Returns how many times the work sixteen times the input takes: about 16 where
 * work grows with the input, 256 where it grows with its square. `prepare` returns
 * the work for a size. Each size has the best of several runs, taken in turn, so
 * that what else the machine does falls out; once they show no square, no more are
 * made. So wide a step, since memory and its collection make more of the larger
 * text cost two or three times as much a letter on any machine.
 */
export function growthOf(size: number, prepare: (size: number) => () => void): number {
  prepare(size)();
  let [one, sixteen] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < mostRuns && !(sixteen / one < superlinear); run++) {
    one = Math.min(one, costOf(prepare(size)));
    sixteen = Math.min(sixteen, costOf(prepare(16 * size)));
  }
  return sixteen / one;
}

/** More than this is no growth with the input: halfway, by factors, between 16 and 256. */
export const superlinear = 64;

const mostRuns = 5;

// Processor time in microseconds: other processes take none of it.
function costOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(start);
  return Math.max(user + system, 1);
}
