import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {afterEach, describe, expect, it, vi} from "vitest";
import {compiledVocab} from "../../../loaders/vocab.js";
import {loadParser} from "../../../src/lib/check/loadParser.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";

const packed = readFileSync("src/waybill/parse/syntax/model/english.bin.gz");
const roles = readFileSync("src/waybill/parse/syntax/model/roles.bin.gz");
const file = JSON.stringify({articles: [], sameUnits: [], words: compiledVocab("seeds/vocab")});

afterEach(() => vi.unstubAllGlobals());

async function readWith(model: Uint8Array): Promise<(string | null)[]> {
  vi.stubGlobal("fetch", async (url: URL) =>
    url.pathname.endsWith(".json")
      ? new Response(file)
      : new Response((url.pathname.endsWith("roles.bin.gz") ? roles : model) as BodyInit),
  );
  const {vocab, grammar} = await loadParser(new URL("http://localhost/"));
  const text = "Ondal, which is based in Chile, sold more than 40 barges to Kenya in May 2021.";
  return parseFigures(text, {vocab, published: null, language: "en", grammar}).map(({exact}) => exact);
}

describe("loadParser(root)", () => {
  it("reads the grammar packed, and as a browser has it from a server that says it is encoded", async () => {
    expect(await readWith(packed)).toEqual(["more than 40 barges"]);
    expect(await readWith(gunzipSync(packed))).toEqual(["more than 40 barges"]);
    await expect(readWith(new Uint8Array([1, 2, 3, 4]))).rejects.toThrow();
  });
});
