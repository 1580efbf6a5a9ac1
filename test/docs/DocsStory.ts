import {type ChildProcess, type SpawnSyncReturns, spawn, spawnSync} from "node:child_process";
import {copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {waybill} from "../engine.js";
import type {DocsBlock} from "./blocks.js";

/** What a command of the docs came to: what it printed, or why it was not run as it stands. */
export interface Ran {
  status: number;
  printed: string;
  /** Why another way was taken than to run it. */
  instead?: string;
}

/** Files that a reader of the docs has, and the docs do not give. */
const given: Record<string, string> = {"page.html": "test/input/harbour/seeds/auction.html"};

/** The story that whoever follows the docs makes, command by command. */
export class DocsStory {
  /** Where the commands stand, from the folder that all begins in. */
  private at: string;
  private preview: ChildProcess | undefined;
  private isBuilt = false;
  /** The help of each command that was asked for it. */
  private readonly helps = new Map<string, Ran>();

  constructor(
    root: string,
    /** Where its preview listens; null if none is to run. */
    private readonly port: number | null = null,
  ) {
    this.at = root;
  }

  get folder(): string {
    return this.at;
  }

  /** Puts a block into the file that it is said to be; fields of an article into its head. */
  write({tag, content}: Pick<DocsBlock, "tag" | "content">, name: string): void {
    const file = path.join(this.at, name);
    mkdirSync(path.dirname(file), {recursive: true});
    const isHead = tag === "yaml" && /^seeds\/[\w-]+\.(?:md|txt|html)$/.test(name);
    if (!isHead) {
      writeFileSync(file, `${content}\n`);
      return;
    }
    const [whole, matter, text] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(readFileSync(file, "utf8")) ?? [];
    if (whole === undefined) throw new Error(`${name} has no head`);
    writeFileSync(file, `---\n${matter}${content}\n---\n${text}`);
  }

  /** Runs a command of the docs as its reader would, but for what asks a network or serves twice. */
  async run(words: readonly string[]): Promise<Ran> {
    const [program, first, ...rest] = words;
    for (const word of words)
      if (Object.hasOwn(given, word)) copyFileSync(given[word], path.join(this.at, word));
    switch (program) {
      case "mkdir":
        mkdirSync(path.join(this.at, first));
        return done;
      case "cd":
        this.at = path.join(this.at, first);
        return existsSync(this.at) ? done : {status: 1, printed: `no folder: ${this.at}`};
      case "rm":
        rmSync(path.join(this.at, first));
        return done;
      case "git": {
        const who = ["-c", "user.name=A reader", "-c", "user.email=reader@example.org"];
        return ranOf(spawnSync("git", [...who, first, ...rest], {cwd: this.at, encoding: "utf8"}));
      }
      case "npm":
        return this.npm([first, ...rest]);
      case "npx":
        if (first === "waybill") return this.waybill(rest);
        if (first === "tsx")
          return existsSync(rest[0])
            ? {...done, instead: "it measures the engine, on texts that somebody labelled"}
            : {status: 1, printed: `no file: ${rest[0]}`};
    }
    return {status: 1, printed: `no rule runs this: ${words.join(" ")}`};
  }

  private async npm([command, ...words]: readonly string[]): Promise<Ran> {
    if (command === "init") {
      writeFileSync(path.join(this.at, "package.json"), '{"name": "ferries", "version": "1.0.0"}\n');
      return {...done, instead: "npm writes a package.json"};
    }
    if (command === "install")
      return {
        ...done,
        instead: "test/package/install.test.ts installs the tarball, where there is a network",
      };
    const {scripts} = JSON.parse(readFileSync(path.join(this.at, "package.json"), "utf8"));
    const [name, ...rest] = command === "run" ? words : [command, ...words];
    const [program, ...script] = String(scripts?.[name] ?? "").split(" ");
    if (program !== "waybill") return {status: 1, printed: `no script of the story: ${name}`};
    return this.waybill([...script, ...rest.filter((word) => word !== "--")]);
  }

  private async waybill(words: readonly string[]): Promise<Ran> {
    const [command, ...rest] = words;
    if (command === "start" && this.port !== null && rest.length === 0) return this.start(this.port);
    if (command === "start" || (command === "review" && this.port === null))
      return this.ask(words, "test/preview.test.ts and test/browser/review.test.ts serve it");
    if (command === "build") {
      if (rest.includes("--help")) return this.ask([command], "it is what is asked for");
      if (this.isBuilt) return this.ask(words, "the site was built before, with other options");
      this.isBuilt = true;
    }
    const at = words.indexOf("<");
    if (at < 0) return this.spawn(words);
    return this.spawn(words.slice(0, at), readFileSync(path.join(this.at, words[at + 1]), "utf8"));
  }

  /** Asks a command for its help, once, and whether it names the options that are used. */
  private ask([command, ...words]: readonly string[], instead: string): Ran {
    const help = this.helps.get(command) ?? this.spawn([command, "--help"]);
    this.helps.set(command, help);
    const unknown = words.filter((word) => word.startsWith("--") && !help.printed.includes(`  ${word} `));
    return unknown.length > 0
      ? {status: 1, printed: `no option of ${command}: ${unknown.join(", ")}\n${help.printed}`}
      : {...help, instead};
  }

  private spawn(words: readonly string[], input = ""): Ran {
    const all = [...waybill, "--story", this.at, ...words];
    return ranOf(spawnSync(process.execPath, all, {encoding: "utf8", input}));
  }

  private async start(port: number): Promise<Ran> {
    const words = [...waybill, "--story", this.at, "start", "--port", String(port)];
    const child = spawn(process.execPath, words, {stdio: ["ignore", "pipe", "pipe"]});
    this.preview = child;
    let printed = "";
    const isOpen = new Promise<number>((resolve) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk) => {
          printed += chunk;
          if (printed.includes(`http://127.0.0.1:${port}/`)) resolve(0);
        });
      child.on("exit", (code) => resolve(code ?? 1));
    });
    return {status: await isOpen, printed};
  }

  /** Stops the preview, if it runs. */
  async stop(): Promise<void> {
    const child = this.preview;
    this.preview = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
}

const done: Ran = {status: 0, printed: ""};

const ranOf = ({status, stdout, stderr, error}: SpawnSyncReturns<string>): Ran => ({
  status: status ?? 1,
  printed: `${stdout ?? ""}${stderr ?? ""}${error ?? ""}`,
});
