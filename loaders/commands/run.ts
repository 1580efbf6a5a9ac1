import {type ParseArgsConfig, parseArgs} from "node:util";
import {InputError} from "../InputError.js";
import {useStoryNumbers} from "../numbers.js";
import {systemProblem} from "../systemProblem.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Command {
  /** What `--help` prints. */
  help: string;
  options: Options;
  /** Whether arguments that are no options are taken. */
  files?: boolean;
  main: (options: Record<string, string | boolean | undefined>, files: string[]) => Promise<void> | void;
}

/**
 * Runs a command: `--help` prints its help, an unknown option or a mistake in a
 * seed is one line on standard error and exit code 1, anything unforeseen keeps
 * its stack.
 */
export async function run({help, options, files = false, main}: Command): Promise<void> {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      options: {...options, help: {type: "boolean", short: "h"}},
      allowPositionals: files,
    });
  } catch (error) {
    console.error((error as Error).message.split("\n")[0].replace(/^./, (c) => c.toLowerCase()));
    process.exitCode = 1;
    return;
  }
  if (parsed.values.help) {
    console.log(help.trim());
    return;
  }
  // Whoever reads what is printed may stop before its end: waybill cite FILE | head.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  useStoryNumbers();
  try {
    await main(parsed.values as Record<string, string | boolean | undefined>, parsed.positionals);
  } catch (error) {
    tellFailure(error);
  }
}

/**
 * Prints what stopped a command, and sets its exit code: a line for a person's
 * mistake, and for what the system refuses; for what nobody foresaw, the line,
 * and where in the code it happened.
 */
export function tellFailure(error: unknown): void {
  const told = error instanceof InputError ? error : systemProblem(error);
  console.error(told?.message ?? error);
  process.exitCode = 1;
}
