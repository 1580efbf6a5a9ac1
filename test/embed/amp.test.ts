import {createRequire} from "node:module";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {ampCode} from "../../src/waybill/embed/codes.js";

/*
 * AMP's own validator fetches its rules from the network; Next.js had both inside until
 * its version 15, which is too large to install for this one test. It runs where
 * `npm install --no-save next@15` has put it, here or in the folder that AMP_VALIDATOR names.
 */
interface Validator {
  validateString(html: string): {status: string; errors: {message: string}[]};
}

const place = createRequire(path.resolve(process.env.AMP_VALIDATOR ?? ".", "package.json"));
const packed = "next/dist/compiled/amphtml-validator";

function resolve(name: string): string | null {
  try {
    return place.resolve(name);
  } catch {
    return null;
  }
}

const rules = resolve(`${packed}/validator_wasm.js`);
if (!rules) console.log("skipped: AMP's validator: it is not installed (npm install --no-save next@15)");

const boilerplate = `<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-moz-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-ms-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-moz-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-ms-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-o-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style><noscript><style amp-boilerplate>body{-webkit-animation:none;-moz-animation:none;-ms-animation:none;animation:none}</style></noscript>`;

const pageOf = (code: string): string =>
  `<!doctype html><html amp lang="en"><head><meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script><script async custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script><title>Harbour news</title><link rel="canonical" href="https://example.org/"><meta name="viewport" content="width=device-width">${boilerplate}</head><body>${code}</body></html>`;

describe.skipIf(!rules)("the code for AMP, by AMP's own validator", () => {
  const options = {
    id: "harvest",
    title: 'Exports rose 69%, to "more" than <$225 million>',
    alt: 'A "line"',
    url: "https://example.org/news",
    heights: [{from: 320, fixed: 200, ratio: 0.5, grow: 20, most: 360}],
  };
  const faultsOf = async (code: string): Promise<string[]> => {
    const {getInstance} = place(packed) as {getInstance: (rules: string) => Promise<Validator>};
    const {status, errors} = (await getInstance(rules!)).validateString(pageOf(code));
    return status === "PASS" ? [] : errors.map(({message}) => message);
  };

  for (const theme of ["auto", "light", "dark"] as const)
    it.each([null, "3fa2c1d"])(`has no fault, in theme ${theme}, as version %s`, async (version) => {
      expect(await faultsOf(ampCode({...options, theme, version}))).toEqual([]);
    });

  it("would have one with a style of its own, or a plain picture inside", async () => {
    const code = ampCode(options);
    expect(await faultsOf(code.replace("<amp-img", "<img"))).not.toEqual([]);
    expect(await faultsOf(code.replace("layout=", 'style="height:1px!important" layout='))).not.toEqual([]);
  });
});
