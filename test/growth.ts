/**
 * Returns how many times the work sixteen times the input takes: about 16 where
 * work grows with the input, 256 where it grows with its square. `prepare` returns
 * the work for a size. Where four times the input shows already that sixteen times
 * will not be superlinear, it returns what it will be. Each size has the best of
 * several runs, taken in turn, so that what else the machine does falls out; once
 * they show no square, no more are made. So wide a step, since memory and its
 * collection make more of the larger text cost two or three times as much a letter
 * on any machine.
 */
export function growthOf(size: number, prepare: (size: number) => () => void): number {
  prepare(size)();
  const best = new Map<number, number>();
  const growth = (times: number): number => {
    for (const each of [1, times, 1])
      best.set(each, Math.min(best.get(each) ?? Number.POSITIVE_INFINITY, costOf(prepare(each * size))));
    return best.get(times)! / best.get(1)!;
  };
  const fourfold = growth(4);
  if (fourfold < mostFourfold) return sixteenfold(fourfold);
  for (let run = 1; run < mostRuns; run++) if (growth(16) < superlinear) break;
  return best.get(16)! / best.get(1)!;
}

/** More than this is no growth with the input: halfway, by factors, between 16 and 256. */
export const superlinear = 64;

/*
 * Work of a and b for an input and its square costs (4a + 16b) / (a + b) as much
 * for four times the input, and (16a + 256b) / (a + b) for sixteen times. The one
 * is 6.4 where the other is 64.
 */
const mostFourfold = 6.4;

const sixteenfold = (fourfold: number): number => 16 + ((fourfold - 4) / 12) * 240;

const mostRuns = 5;

// Processor time in microseconds: other processes take none of it.
function costOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(start);
  return Math.max(user + system, 1);
}
