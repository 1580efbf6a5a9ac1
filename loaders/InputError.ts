/**
 * Something wrong in what a person wrote: a seed, a vocabulary, an argument.
 * Its message is one line that starts with the place, `seeds/rt.md:14: …`, so
 * commands print it as it is and leave the stack away.
 */
export class InputError extends Error {
  constructor(
    readonly file: string,
    readonly line: number | null,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${file}${line === null ? "" : `:${line}`}: ${problem}`, options);
    this.name = "InputError";
  }
}
