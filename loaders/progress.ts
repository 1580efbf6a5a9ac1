/**
 * Returns what tells on standard error how far a command is: a line a second,
 * once it takes more than two.
 */
export function progress(): (done: number, of?: number) => void {
  let next = performance.now() + 2000;
  return (done, of) => {
    if (performance.now() < next) return;
    next = performance.now() + 1000;
    console.error(of === undefined ? `${done} articles` : `${done} of ${of} articles`);
  };
}

/** How many articles are so many that a build or a preview tells how far it is. */
const many = 100;

/** Returns what tells how far the reading of a story's articles is, if they are many. */
export function progressOfMany(): (done: number, of: number) => void {
  const report = progress();
  return (done, of) => {
    if (of >= many) report(done, of);
  };
}
