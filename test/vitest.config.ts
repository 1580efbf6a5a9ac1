import {defineConfig} from "vitest/config";
import {BaseSequencer, type TestSpecification} from "vitest/node";

/** Begins with the files that build the site or drive a browser: with the longest last, one worker would wait for it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({moduleId}: TestSpecification): boolean =>
      /\/(?:hermetic|preview|data|docs\/\w+|package\/\w+|browser\/\w+)\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/buildSite.ts",
    sequence: {sequencer: LongestFirst},
    env: {TZ: "UTC"},
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Two cores: the browser and the builds need the rest.
    maxWorkers: 2,
  },
});
