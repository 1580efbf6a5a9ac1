import {existsSync, readFileSync} from "node:fs";
import {chartHref, escapeHtml, writable} from "../../src/model/escape.js";
import {InputError} from "../InputError.js";
import {listCached, readCached} from "./cache.js";

interface Token {
  type: string;
  info: string;
  content: string;
  children: Token[] | null;
}

interface State {
  tokens: Token[];
  env: {path?: string; params?: {article?: string; chart?: string}};
  Token: new (type: string, tag: string, nesting: number) => Token;
}

interface MarkdownIt {
  core: {ruler: {push: (name: string, rule: (state: State) => void) => void}};
}

/**
 * Lets a page include what the build made: a fenced block ```chart holds the
 * ids of charts, one a line; ```source is the article of a parameterised page,
 * ```sources the list of all, ```desk the chart of a parameterised page, and
 * ```charts the list of all. An unknown id is an error that names file and line.
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
        .flatMap((id) => (id ? [html(`${readCached(`charts/${known(id, state)}.html`)}\n`)] : []));
    case "desk": {
      const id = state.env.params?.chart ?? "";
      const heading = headingOf(readCached(`charts/${known(id, state)}.title`), state);
      // The page's own heading is the chart's title, and it needs no link to itself.
      const figure = readCached(`charts/${id}.html`)
        .replace('<figure class="chart"', '<figure class="chart is-titled-above"')
        .replace(/<a class="chart-page".*?<\/a> /, "");
      return [...heading, html(figure), html(cachedOr(`desk/${id}.html`, ""))];
    }
    case "charts":
      return [html(cachedOr("desk/index.html", chartList()))];
    case "sources":
      return [html(readCached("sources/index.html"))];
    case "source": {
      const id = state.env.params?.article ?? "";
      if (!listCached("sources").includes(`${id}.title`))
        throw new InputError(`src${state.env.path ?? ""}.md`, null, `unknown article: ${id}`);
      return [...headingOf(readCached(`sources/${id}.title`), state), html(readCached(`sources/${id}.html`))];
    }
    default:
      return [token];
  }
}

/** Returns a heading that shows the given words: Markdown is not asked what they mean. */
function headingOf(title: string, {Token}: State): Token[] {
  const text = new Token("text", "", 0);
  text.content = writable(title);
  const inline = new Token("inline", "", 0);
  inline.content = title;
  inline.children = [text];
  return [new Token("heading_open", "h1", 1), inline, new Token("heading_close", "h1", -1)];
}

// In the preview graphics are made after the page is there.
function cachedOr(name: string, otherwise: string): string {
  const [folder, file] = name.split("/");
  return listCached(folder).includes(file) ? readCached(name) : otherwise;
}

// What was made, not what this process knows: a chart may have been added since it started.
function madeCharts(): string[] {
  return listCached("charts").flatMap((name) => (name.endsWith(".html") ? name.slice(0, -5) : []));
}

function chartList(): string {
  const items = madeCharts().map(
    (id) =>
      `<li><a href="${escapeHtml(chartHref(id))}">${escapeHtml(readCached(`charts/${id}.title`))}</a></li>`,
  );
  return `<ul class="source-list">${items.join("")}</ul>`;
}

function known(id: string, state: State): string {
  const made = madeCharts();
  if (made.includes(id)) return id;
  const file = `src${state.env.path ?? "/index"}.md`;
  // Framework parses a page without its front matter; the file itself has the line.
  const line = existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .findIndex((text) => text.trim() === id) + 1
    : 0;
  const problem = `unknown chart: ${id} (have: ${made.join(", ")})`;
  throw new InputError(file, line || null, problem);
}
