/** Works that are done one after the other. */
export interface WorksInTurn {
  /** Adds a work, unless one of its name waits already: that one will see what this one would. */
  add: (name: string, work: () => Promise<void>) => void;
  /** Begins with them. */
  begin: () => void;
}

/** Returns a line of works, which are done from `begin` on. What a work throws is printed, and the next one is done. */
export function worksInTurn(): WorksInTurn {
  let begin = (): void => {};
  let last = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const waiting = new Set<string>();
  return {
    add(name, work) {
      if (waiting.has(name)) return;
      waiting.add(name);
      last = last
        .then(() => {
          waiting.delete(name);
          return work();
        })
        .catch((error) => console.error(error));
    },
    begin: () => begin(),
  };
}
