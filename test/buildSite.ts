import {spawnSync} from "node:child_process";

/** Builds the site once for all tests that look at it. Throws with what the build printed if it fails. */
export default function buildSite(): void {
  const start = performance.now();
  const {status, stdout, stderr} = spawnSync("npm", ["run", "--silent", "build"], {encoding: "utf8"});
  if (status !== 0) throw new Error(`the site does not build:\n${stdout}\n${stderr}`);
  console.log(`built dist/ in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
