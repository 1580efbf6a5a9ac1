import {defineConfig} from "vitest/config";
import {BaseSequencer, type TestSpecification} from "vitest/node";

/** The files that build a site, drive a browser or read the most text, the longest first. */
const longest = [
  /\/hermetic\./,
  /\/browser\/hostile\./,
  /\/package\/install\./,
  /\/docs\/docs\./,
  /\/package\/stories\./,
  /\/preview\./,
  /\/browser\/axe\./,
  /\/story\/browser\/embeds\./,
  /\/site\/anyEdits\./,
  /\/package\/keep\./,
  /\/commands\/mistakes\./,
  /\/parse\/properties\./,
  /\/forms\/forms\./,
  /\/(?:data|browser\/\w+)\.test\.ts$/,
];

/** Begins with the files that take longest: with one of them last, one worker would wait for it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({moduleId}: TestSpecification): number => {
      const place = longest.findIndex((name) => name.test(moduleId));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

/**
 * Tests of functions of what they are given. One process runs many files of them,
 * and imports the engine once: imports took longer than the tests.
 */
const shared = ["test/{articles,tables,waybill}/**/*.test.ts"];

/** Those of them that leave a page behind, count the processor's time, or take long. */
const apart = [
  "test/tables/{copies,facts,kept,stream}.test.ts",
  "test/waybill/notebook.test.ts",
  "test/waybill/forms/forms.test.ts",
  "test/waybill/parse/{attribution,properties}.test.ts",
  "test/waybill/parse/read/thing.test.ts",
  "test/waybill/parse/read/roles/choose.test.ts",
];

const common = {env: {TZ: "UTC"}, testTimeout: 240_000, hookTimeout: 240_000};

export default defineConfig({
  test: {
    globalSetup: "test/buildSite.ts",
    sequence: {sequencer: LongestFirst},
    // Two cores: the browser and the builds need the rest.
    maxWorkers: 2,
    projects: [
      {test: {...common, name: "shared", include: shared, exclude: apart, isolate: false}},
      {test: {...common, name: "apart", include: ["test/**/*.test.ts"], exclude: shared}},
      {test: {...common, name: "apart too", include: apart}},
    ],
  },
});
