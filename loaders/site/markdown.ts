import {listCached, madeCharts, readCached} from "./cache.js";
import {escapeHtml} from "./escapeHtml.js";

interface Token {
  type: string;
  info: string;
  content: string;
  map: [number, number] | null;
}

interface State {
  tokens: Token[];
  env: {path?: string; params?: {article?: string; chart?: string}};
  Token: new (type: string, tag: string, nesting: number) => Token;
  md: {parse: (text: string, env: object) => Token[]};
}

interface MarkdownIt {
  core: {ruler: {push: (name: string, rule: (state: State) => void) => void}};
}

/**
 * Lets a page include what the build made: a fenced block ```chart holds the
 * ids of charts, one a line; ```source is the article of a parameterised page,
 * ```sources the list of all, ```desk the chart of a parameterised page, and
 * ```charts the list of all. An unknown id shows as an error in its place.
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
        .flatMap((id) => (id ? [html(`${chartHtml(id)}\n`)] : []));
    case "desk": {
      const id = state.env.params?.chart ?? "";
      const heading = state.md.parse(`# ${readCached(`charts/${id}.title`)}`, {});
      // The page's own heading is the chart's title, and it needs no link to itself.
      const figure = chartHtml(id).replace(/<a class="chart-page".*?<\/a> /, "");
      return [...heading, html(figure), html(cachedOr(`desk/${id}.html`, ""))];
    }
    case "charts":
      return [html(cachedOr("desk/index.html", chartList()))];
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

// In the preview graphics are made after the page is there.
function cachedOr(name: string, otherwise: string): string {
  const [folder, file] = name.split("/");
  return listCached(folder).includes(file) ? readCached(name) : otherwise;
}

function chartList(): string {
  const items = madeCharts().map(
    (id) => `<li><a href="/charts/${id}">${escapeHtml(readCached(`charts/${id}.title`))}</a></li>`,
  );
  return `<ul class="source-list">${items.join("")}</ul>`;
}

// The preview shows what is wrong where it is, and checkPages says in which line; a built site has no page with an error.
function chartHtml(id: string): string {
  const made = madeCharts();
  return made.includes(id)
    ? readCached(`charts/${id}.html`)
    : `<div class="observablehq--inspect observablehq--error">unknown chart: ${escapeHtml(id)} (have: ${made.join(", ")})</div>`;
}
