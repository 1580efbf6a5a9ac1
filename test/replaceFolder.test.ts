import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {build} from "esbuild";
import {beforeAll, describe, expect, it} from "vitest";
import {withLock} from "../loaders/lock.js";
import {replaceFolder} from "../loaders/replaceFolder.js";
import {temporaryFolder} from "./temporary.js";

const writer = "test/output/killedWriter.mjs";

beforeAll(async () => {
  await build({
    entryPoints: ["test/killedWriter.ts"],
    outfile: writer,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
});

const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );

const write = (files: Record<string, string>) => (next: string) => {
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(next, name), content);
};

const stopped = () => Promise.reject(new Error("stopped"));

/** A folder to be replaced, alone in a new one. */
const place = (): string => path.join(temporaryFolder(), "data");

describe("replaceFolder(folder, fill)", () => {
  // Three times twenty.
  it.each([1, 2, 3])(
    "leaves a whole folder and nothing beside it, however often a writer is killed (%i)",
    async (third) => {
      const folder = place();
      const whole = (word: string) => ({
        "own.txt": "a user's own\n",
        ...Object.fromEntries(Array.from({length: 8}, (_, n) => [`${n}.csv`, `${word} ${n}\n`])),
      });
      await replaceFolder(folder, write(whole("first")));
      let before = "first";
      for (let n = 0; n < 20; n++) {
        const word = `word${n}`;
        // Among them each place of a round in which it writes, the one between two renamings too.
        const step = 3 * n + third - 1;
        expect(spawnSync(process.execPath, [writer, folder, word, String(step)]).signal).toBe("SIGKILL");
        // At once, or if it was killed between two renamings, once the next writer comes, even one that fails.
        if (existsSync(folder)) expect([whole(before), whole(word)]).toContainEqual(contentsOf(folder));
        await expect(replaceFolder(folder, stopped)).rejects.toThrow("stopped");
        const now = contentsOf(folder);
        expect([whole(before), whole(word)]).toContainEqual(now);
        expect(readdirSync(path.dirname(folder)).sort()).toEqual(["data"]);
        before = now["0.csv"].split(" ")[0];
      }
    },
  );

  it("lets two processes and two callers write one after the other", async () => {
    const folder = place();
    const children = ["a", "b"].map((word) => spawn(process.execPath, [writer, folder, word, "200"]));
    const closed = children.map((child) => new Promise((resolve) => child.on("close", resolve)));
    await Promise.all(closed);
    const orders: string[] = [];
    await Promise.all(
      ["c", "d"].map((word) =>
        replaceFolder(folder, async (next) => {
          orders.push(`${word} begins`);
          await new Promise((resolve) => setTimeout(resolve, 20));
          write({"0.csv": word})(next);
          orders.push(`${word} ends`);
        }),
      ),
    );
    expect(orders).toEqual(["c begins", "c ends", "d begins", "d ends"]);
    expect(contentsOf(folder)["0.csv"]).toBe("d");
    expect(readdirSync(path.dirname(folder)).sort()).toEqual(["data"]);
  });

  it("keeps what is not made anew, in folders too, but for what it is told not to", async () => {
    const folder = place();
    await replaceFolder(folder, write({"a.csv": "1", "gone.csv": "1"}));
    mkdirSync(path.join(folder, "deep/er"), {recursive: true});
    writeFileSync(path.join(folder, "deep/er/notes.txt"), "mine");
    symlinkSync("a.csv", path.join(folder, "link"));
    await replaceFolder(folder, write({"a.csv": "2"}), {keeps: (name) => name !== "gone.csv"});
    expect(readdirSync(folder).sort()).toEqual(["a.csv", "deep", "link"]);
    expect(readFileSync(path.join(folder, "link"), "utf8")).toBe("2");
    expect(readFileSync(path.join(folder, "deep/er/notes.txt"), "utf8")).toBe("mine");
  });

  it("leaves the folder as it was if filling it or keeping a file fails", async () => {
    const folder = place();
    await replaceFolder(folder, write({"a.csv": "1"}));
    await expect(
      replaceFolder(folder, (next) => {
        write({"a.csv": "2"})(next);
        throw new Error("half way");
      }),
    ).rejects.toThrow("half way");
    mkdirSync(path.join(folder, "b.csv"));
    writeFileSync(path.join(folder, "b.csv/in-the-way"), "");
    await expect(replaceFolder(folder, write({"b.csv": "2"}))).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(["a.csv", "b.csv"]);
    expect(readFileSync(path.join(folder, "a.csv"), "utf8")).toBe("1");
  });

  it("refuses what is no folder, and what holds the project", async () => {
    const file = path.join(temporaryFolder({file: ""}), "file");
    await expect(replaceFolder(file, stopped)).rejects.toThrow(`${file}: is no folder`);
    await expect(replaceFolder(".", stopped)).rejects.toThrow(".: cannot be replaced: it holds the project");
  });
});

describe("withLock(file, what, run)", () => {
  it("says once which process it waits for, and goes on when that one is killed", async () => {
    const folder = place();
    const child = spawn(process.execPath, [writer, folder, "a", "-1"]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const lock = path.join(path.dirname(folder), ".data.lock");
    const heard: string[] = [];
    // It holds the lock most of the time: one of these tries meets it.
    while (heard.length === 0)
      await withLock(
        lock,
        "data/",
        () => {},
        (message) => heard.push(message),
      );
    expect(heard).toEqual([`data/ is being written by process ${child.pid}: waiting`]);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("close", resolve));
    heard.length = 0;
    expect(
      await withLock(
        lock,
        "data/",
        () => "mine",
        (message) => heard.push(message),
      ),
    ).toBe("mine");
    expect(heard).toEqual([]);
  });

  it.each(["", "no lock at all\n", "x".repeat(5000)])(
    "takes a lock file in which stands %j for none",
    async (content) => {
      const lock = path.join(temporaryFolder({lock: content}), "lock");
      expect(await withLock(lock, "it", () => "mine")).toBe("mine");
      expect(existsSync(lock), "it is removed after use").toBe(false);
      expect(await withLock(lock, "it", () => "mine")).toBe("mine");
    },
  );

  it("gives way when what held it failed", async () => {
    const lock = path.join(temporaryFolder(), "lock");
    await expect(withLock(lock, "it", stopped)).rejects.toThrow("stopped");
    expect(await withLock(lock, "it", () => "mine")).toBe("mine");
  });
});
