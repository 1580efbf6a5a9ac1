import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/buildSite.ts",
    env: {TZ: "UTC"},
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Two cores: the browser and the builds need the rest.
    maxWorkers: 2,
  },
});
