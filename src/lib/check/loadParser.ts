import type {CheckFile} from "../../waybill/check/CheckFile.js";
import {grammarReader} from "../../waybill/parse/read/grammarReader.js";
import {readRoles} from "../../waybill/parse/read/roles/RoleModel.js";
import {readModel} from "../../waybill/parse/syntax/modelFile.js";
import {Grammar} from "../../waybill/parse/syntax/Syntax.js";
import {toVocab, type Vocab} from "../../waybill/parse/vocab.js";

/** The parser in a page, as the build has it: with the story's words and the grammar. */
export interface Parser {
  /** The articles that a text can be held against. */
  file: CheckFile;
  vocab: Vocab;
  grammar: ReturnType<typeof grammarReader>;
}

/**
 * Loads it from the site at the given root. Calls back with how far in a text the
 * grammar is, sentence by sentence. Throws which of its files is not there.
 */
export async function loadParser(
  root: URL,
  version = "",
  onRead: (characters: number) => void = () => {},
): Promise<Parser> {
  const [articles, packed, packedRoles] = await Promise.all(
    ["check.json", "english.bin.gz", "roles.bin.gz"].map((name) =>
      get(new URL(`lib/${name}?v=${version}`, root)),
    ),
  );
  const [file, model, roles] = await Promise.all([
    articles.json() as Promise<CheckFile>,
    packed.arrayBuffer().then(unpacked),
    packedRoles.arrayBuffer().then(unpacked),
  ]);
  let grammar: Grammar | null = null;
  return {
    file,
    vocab: toVocab(file.words),
    grammar: grammarReader(() => {
      grammar ??= new ToldGrammar(readModel(new Uint8Array(model)), readRoles(new Uint8Array(roles)), onRead);
      return grammar;
    }),
  };
}

/** A grammar that says where it is. */
class ToldGrammar extends Grammar {
  readonly #onRead: (characters: number) => void;

  constructor(
    model: ConstructorParameters<typeof Grammar>[0],
    roles: ConstructorParameters<typeof Grammar>[1],
    onRead: (characters: number) => void,
  ) {
    super(model, roles);
    this.#onRead = onRead;
  }

  override parse(words: Parameters<Grammar["parse"]>[0]): ReturnType<Grammar["parse"]> {
    this.#onRead(words.end.at(-1) ?? 0);
    return super.parse(words);
  }
}

// A server that takes the ending .gz for an encoding has the browser unpack it.
async function unpacked(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes);
  if (first !== 0x1f || second !== 0x8b) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function get(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  return response;
}
