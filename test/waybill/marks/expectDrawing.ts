import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect} from "vitest";
import {normalizeSvg} from "../../charts/normalizeSvg.js";

const marks = "test/output/marks";
const accepts = process.env.WAYBILL_UPDATE === "1";

/**
 * Expects a drawing to be what its file in a folder of test/output/ holds, marks/ by default. One that
 * differs is written beside it as <name>-changed.svg; WAYBILL_UPDATE=1 accepts it.
 */
export function expectDrawing(name: string, svg: Element, folder = marks): void {
  mkdirSync(folder, {recursive: true});
  const file = path.join(folder, `${name}.svg`);
  const changed = path.join(folder, `${name}-changed.svg`);
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const drawn = normalizeSvg(svg.outerHTML);
  rmSync(changed, {force: true});
  if (accepts) writeFileSync(file, drawn);
  const kept = existsSync(file) ? readFileSync(file, "utf8") : null;
  if (kept !== drawn) writeFileSync(changed, drawn);
  expect(kept, `no such file: ${file} (WAYBILL_UPDATE=1 makes it)`).not.toBeNull();
  expect(kept === drawn, `differs: ${file} (see ${changed})`).toBe(true);
}
