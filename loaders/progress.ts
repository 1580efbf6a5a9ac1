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
