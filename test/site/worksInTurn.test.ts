import {expect, it, vi} from "vitest";
import {worksInTurn} from "../../loaders/site/worksInTurn.js";

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("worksInTurn() does one work after the other, and one that waits already once", async () => {
  const print = vi.spyOn(console, "error").mockImplementation(() => {});
  const done: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => async (): Promise<void> => {
    done.push(name);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (name === "broken") throw new Error("it broke");
  };
  const works = worksInTurn();
  for (const name of ["make", "make", "copy", "make"]) works.add(name, work(name));
  await settled();
  expect(done).toEqual([]);
  works.begin();
  await settled();
  expect(done).toEqual(["make"]);
  // What changes while a work is done, that work may have missed.
  for (const name of ["make", "make", "broken", "last"]) works.add(name, work(name));
  for (let n = 0; n < 5; n++) {
    ends[n]?.();
    await settled();
  }
  expect(done).toEqual(["make", "copy", "make", "broken", "last"]);
  expect(print).toHaveBeenCalledOnce();
  print.mockRestore();
});
