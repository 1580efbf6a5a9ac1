import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {checkDraft} from "../../../loaders/check.js";
import {loadTables} from "../../../loaders/tables.js";
import type {Finding} from "../../../src/waybill/check/findings.js";
import type {Article} from "../../../src/waybill/model/figure.js";

/** One figure told as an article has it, and with one thing altered. */
interface Pair {
  /** Words of the number; where it is the number that is altered, of both, as “69%|96%”. */
  figure: string;
  in: string;
  true: string;
  altered: string;
  /** Why the parser reads even the true one otherwise, where it does. */
  misread?: string;
}

/** Drafts that tell the figures of a story's articles. */
export interface Drafts {
  name: string;
  /** The file that has them. */
  file: string;
  /** The story's seeds. */
  root: string;
  /** The share of altered ones that has to be noticed. */
  least: number;
}

/** Checks that drafts with what articles say are accused of nothing, and that what was altered is noticed. */
export function checkPairs(stories: readonly Drafts[]): void {
  describe.each(stories)("drafts of $name, true and with one thing altered", ({file, root, least}) => {
    const tables = loadTables(root);
    const pairs: Pair[] = JSON.parse(readFileSync(file, "utf8"));
    const findingOf = (text: string, number: string): Finding =>
      checkDraft({text, published: null, language: "en"} as Article, tables).find(({figure}) =>
        number.split("|").some((one) => figure.exact.toLowerCase().includes(one.toLowerCase())),
      )!;

    it.each(pairs.filter(({misread}) => !misread))("accuses no true one: $true", ({true: text, figure}) => {
      expect(findingOf(text, figure).verdict).toMatch(/supported|unsure|unknown/);
    });

    it("finds nearly every true one, and supports most", () => {
      const verdicts = pairs.map((pair) => findingOf(pair.true, pair.figure).verdict);
      const share = (...wanted: string[]): number =>
        verdicts.filter((verdict) => wanted.includes(verdict)).length / pairs.length;
      expect(share("supported", "unsure")).toBeGreaterThan(0.9);
      expect(share("supported")).toBeGreaterThan(0.6);
    });

    it("notices what was altered, and names it where it does not", () => {
      const missed = pairs.filter((pair) => findingOf(pair.altered, pair.figure).verdict === "supported");
      expect(1 - missed.length / pairs.length).toBeGreaterThan(least);
      for (const pair of missed) {
        const {open} = findingOf(pair.altered, pair.figure);
        // What is doubtful is no accusation; that it could not be compared is said.
        if (!pair.in.match(/supplier/))
          expect(
            open.map(({aspect}) => aspect),
            pair.altered,
          ).toContain(pair.in);
      }
    });
  });
}
