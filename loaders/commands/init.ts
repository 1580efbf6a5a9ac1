import {existsSync} from "node:fs";
import path from "node:path";
import {InputError} from "../InputError.js";
import {beginStory} from "../scaffold.js";
import {run} from "./run.js";

await run({
  help: `
waybill init [FOLDER] [--name NAME]

Begins a new story in a folder (default: this one): settings, package.json, a
first page with a chart, one invented example article, a README. A file that is
there already is left as it is, and named.

  --name NAME   what the story is called (default: after the folder)
  -h, --help    this help`,
  options: {name: {type: "string"}},
  files: true,
  main({name}, [folder = ".", ...more]) {
    if (more.length > 0) throw new InputError("init", null, `takes one folder, not ${more.length + 1}`);
    const {made, left} = beginStory(folder, String(name ?? "").trim() || undefined);
    console.log(`made in ${folder === "." ? "this folder" : folder}: ${made.join(", ") || "nothing"}`);
    if (left.length > 0) console.log(`left as it was: ${left.join(", ")}`);
    const isInstalled = existsSync(path.join(folder, "node_modules/waybill"));
    const steps = [folder === "." ? "" : `cd ${folder}`, isInstalled ? "" : "npm install", "npm start"];
    console.log(`next: ${steps.filter(Boolean).join(" && ")}`);
  },
});
