import {writable} from "../src/waybill/model/escape.js";

/**
 * Something wrong in what a person wrote: a seed, a vocabulary, an argument.
 * Its message is one line that starts with the place, `seeds/rt.md:14: …`, so
 * commands print it as it is and leave the stack away. Whatever words it quotes,
 * it is one line, and says nothing to a terminal.
 */
export class InputError extends Error {
  /** The message without the place. */
  readonly problem: string;

  constructor(
    readonly file: string,
    readonly line: number | null,
    problem: string,
    options?: ErrorOptions,
  ) {
    const said = writable(problem.replace(/\s+/g, " "));
    super(`${file}${line === null ? "" : `:${line}`}: ${said}`, options);
    this.name = "InputError";
    this.problem = said;
  }
}

/** Several things wrong at once. Its message has a line for each, in the order of files and lines. */
export class InputErrors extends InputError {
  readonly problems: readonly InputError[];

  constructor(problems: readonly InputError[]) {
    const sorted = inOrder(problems);
    super(sorted[0].file, sorted[0].line, "");
    this.name = "InputErrors";
    this.problems = sorted;
    this.message = sorted.map(({message}) => message).join("\n");
  }
}

/** Returns the problems that an error tells of; throws it again if it is no InputError. */
export function problemsOf(error: unknown): readonly InputError[] {
  if (error instanceof InputErrors) return error.problems;
  if (error instanceof InputError) return [error];
  throw error;
}

/** Returns what a part gives; undefined if something is wrong in it, which is kept. */
export type Attempt = <T>(part: () => T) => T | undefined;

/** Keeps what is wrong. */
export type Report = (problem: InputError) => void;

/**
 * Returns what `read` gives. What is wrong in the parts that it attempts, or is
 * reported, does not stop it, and is thrown when it ends: an InputError, or
 * InputErrors if it is more than one.
 */
export function together<T>(read: (attempt: Attempt, report: Report) => T): T {
  const {value, problems} = gather(read);
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : new InputErrors(problems);
  return value as T;
}

/** Returns what `read` gives of each item. Reads them all, then throws what was wrong, all at once. */
export function readEach<T, U>(items: Iterable<T>, read: (item: T, n: number) => U): U[] {
  return together((attempt) => [...items].map((item, n) => attempt(() => read(item, n)) as U));
}

/** Returns what `read` gives, and hands what is wrong to `report`; throws it, all at once, where that is left out. */
export function reporting<T>(
  read: (attempt: Attempt, report: Report) => T,
  report: Report | undefined,
): T | undefined {
  if (!report) return together(read);
  const {value, problems} = gather(read);
  problems.forEach(report);
  return value;
}

/** Returns what `read` gives, undefined if it threw itself, and all that is wrong in what it attempts. */
export function gather<T>(read: (attempt: Attempt, report: Report) => T): {
  value: T | undefined;
  problems: InputError[];
} {
  const problems: InputError[] = [];
  const report: Report = (problem) => problems.push(...problemsOf(problem));
  const attempt: Attempt = (part) => {
    try {
      return part();
    } catch (error) {
      problems.push(...problemsOf(error));
      return undefined;
    }
  };
  const value = attempt(() => read(attempt, report));
  return {value, problems: inOrder(problems)};
}

function inOrder(problems: readonly InputError[]): InputError[] {
  const each = new Map(problems.map((problem) => [problem.message, problem]));
  return [...each.values()].sort((a, b) =>
    a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1,
  );
}
