import {runOffline} from "./offline.js";

/**
 * Builds the site once for all tests that look at it, with the network off.
 * Throws with what the build printed if it fails.
 */
export default function buildSite(): void {
  const start = performance.now();
  const {status, stdout, stderr} = runOffline(["npm", "run", "--silent", "build"]);
  if (status !== 0 || stderr.includes("the network is off"))
    throw new Error(`the site does not build with the network off:\n${stdout}\n${stderr}`);
  console.log(`built dist/ with the network off in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
