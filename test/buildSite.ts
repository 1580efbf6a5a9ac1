import {spawn} from "node:child_process";
import {once} from "node:events";
import {runOffline} from "./offline.js";

/**
 * Builds the site once for all tests that look at it, with the network off, while
 * the engine is compiled for those that start its commands. Throws with what was
 * printed if either fails.
 */
export default async function buildSite(): Promise<void> {
  const start = performance.now();
  const compiler = spawn(process.execPath, ["--import", "tsx", "test/compileEngine.ts"], {stdio: "inherit"});
  const isCompiled = once(compiler, "exit");
  const {status, stdout, stderr} = runOffline(["npm", "run", "--silent", "build"]);
  if (status !== 0 || stderr.includes("the network is off"))
    throw new Error(`the site does not build with the network off:\n${stdout}\n${stderr}`);
  const [code] = await isCompiled;
  if (code !== 0) throw new Error("the engine does not compile");
  console.log(`built dist/ with the network off in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
