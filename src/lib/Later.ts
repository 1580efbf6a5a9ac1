/** Does a task when what was changed is painted: the next frame is asked for before that is so, the one after it is not. A page that is not looked at has no frames. */
export function afterPaint(task: () => void): void {
  if (document.hidden) setTimeout(task);
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(task)));
}

/**
 * What can wait until an answer is painted, in an order, each task in a turn of
 * its own: between them a key or a click is heard. What is asked next forgets
 * what is still to do.
 */
export class Later {
  private asked = 0;

  /** Does the tasks after the next frame; what was asked before and is not done is left. */
  ask(tasks: Iterable<() => void>): void {
    const number = ++this.asked;
    const turns = tasks[Symbol.iterator]();
    const turn = (): void => {
      if (number !== this.asked) return;
      const {done, value} = turns.next();
      if (done) return;
      value();
      setTimeout(turn);
    };
    afterPaint(turn);
  }
}
