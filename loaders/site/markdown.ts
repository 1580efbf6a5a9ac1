import {charts} from "../../src/charts/index.js";
import {readCached} from "./cache.js";

interface Token {
  type: string;
  info: string;
  content: string;
  map: [number, number] | null;
}

interface State {
  tokens: Token[];
  env: {path?: string; params?: {article?: string}};
  Token: new (type: string, tag: string, nesting: number) => Token;
  md: {parse: (text: string, env: object) => Token[]};
}

interface MarkdownIt {
  core: {ruler: {push: (name: string, rule: (state: State) => void) => void}};
}

/**
 * Lets a page include what the build made: a fenced block ```chart holds the
 * ids of charts, one a line; ```source is the article of a parameterised page,
 * ```sources the list of all. An unknown id is an error that names the page and
 * the line after its front matter.
 */
export function includeFragments<M>(md: M): M {
  (md as unknown as MarkdownIt).core.ruler.push("waybill", (state) => {
    state.tokens = state.tokens.flatMap((token) =>
      token.type === "fence" ? include(token, state) : [token],
    );
  });
  return md;
}

function include(token: Token, state: State): Token[] {
  const html = (content: string): Token => {
    const block = new state.Token("html_block", "", 0);
    block.content = content;
    return block;
  };
  switch (token.info.trim()) {
    case "chart":
      return token.content
        .split("\n")
        .map((line) => line.trim())
        .flatMap((id, i) =>
          id ? [html(`${readCached(`charts/${known(id, token, i, state)}.html`)}\n`)] : [],
        );
    case "sources":
      return [html(readCached("sources/index.html"))];
    case "source": {
      const [heading, ...rest] = readCached(`sources/${state.env.params?.article}.md`).split("\n");
      return [...state.md.parse(heading, {}), html(rest.join("\n"))];
    }
    default:
      return [token];
  }
}

function known(id: string, token: Token, line: number, state: State): string {
  if (charts.some((chart) => chart.id === id)) return id;
  const place = `src${state.env.path ?? "/page"}.md:${(token.map?.[0] ?? 0) + 2 + line}`;
  throw new Error(`${place}: unknown chart: ${id} (have: ${charts.map((chart) => chart.id).join(", ")})`);
}
