import {chartHref, escapeHtml, writable} from "../../src/waybill/model/escape.js";
import {InputError} from "../InputError.js";
import {story} from "../story.js";
import {isCached, listCached, madeCharts, readCached} from "./cache.js";
import {hasFields} from "./chartBlock.js";
import {docsFrame} from "./docs.js";
import {followHtml} from "./followHtml.js";
import {signatureHtml} from "./frame.js";
import {type PageSheet, scriptsVersion, sheetHtml} from "./head.js";
import {ownTags} from "./madeTags.js";
import {readSiteFacts} from "./pageFacts.js";
import {binds} from "./pageScripts.js";
import {problemsHtml, toldProblems} from "./toldProblems.js";

interface Token {
  type: string;
  tag: string;
  attrs: [name: string, value: string][] | null;
  info: string;
  content: string;
  children: Token[] | null;
}

interface State {
  tokens: Token[];
  env: {path?: string; params?: {article?: string; chart?: string; table?: string}};
  Token: new (type: string, tag: string, nesting: number) => Token;
}

interface MarkdownIt {
  core: {ruler: {push: (name: string, rule: (state: State) => void) => void}};
}

/**
 * Lets a page include what the build made: a fenced block ```chart holds a
 * chart in fields, or the ids of charts, one a line; ```source is the article of a parameterised page,
 * ```sources the list of all, ```desk the chart of a parameterised page, and
 * ```charts the list of all, ```explore all figures with filters, ```checker what holds a draft
 * against them, ```tables the list of tables and ```table the one of a parameterised page,
 * ```next what the story needs to be one; the engine's pages of claims and
 * method have blocks of their own (ownTags). An unknown id shows as an
 * error in its place. In prose, ${figure("article: words")} is that figure's words as a link.
 * A link to another page may name its file, ./page.md. Pages under /docs/ get the list of all of them.
 */
export function includeFragments<M>(md: M): M {
  (md as unknown as MarkdownIt).core.ruler.push("waybill", (state) => {
    let level = 1;
    const sheets = sheetsFor(state);
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type === "heading_open") level = Number(token.tag.slice(1));
      return token.type === "fence" ? include(token, state, level) : [token];
    });
    for (const {children} of state.tokens) children?.forEach(includeFigure);
    takeExactly(state);
    const problems = problemsHtml();
    if (problems) state.tokens.unshift(htmlBlock(state.Token, problems));
    for (const {children} of state.tokens) children?.forEach(leadToPage);
    if (state.env.path === "/index") sign(state);
    offerFollowing(state);
    frame(state);
    if (sheets) state.tokens.unshift(htmlBlock(state.Token, sheets));
  });
  return md;
}

/** The style sheets of what blocks hold, by their tags. */
const sheetOf: Record<string, PageSheet> = {
  charts: "desk",
  desk: "desk",
  table: "desk",
  tables: "desk",
  source: "sources",
  sources: "sources",
  ...Object.fromEntries(ownTags.map((tag) => [tag, "sources"])),
};

/** Returns the links to the style sheets that a page needs beside the one of all pages, each once. */
function sheetsFor({tokens, env}: State): string {
  const tags = tokens.flatMap(({type, info}) => (type === "fence" ? info.trim() : []));
  const sheets = new Set(tags.flatMap((tag) => sheetOf[tag] ?? []));
  if (docsFrame(env.path ?? "")) sheets.add("docs");
  return [...sheets].map((sheet) => `${sheetHtml(sheet)}\n`).join("");
}

/** Sections from which on a page lists them: of fewer a reader sees the next ones coming. */
const leastSections = 4;

/** Returns links to a page's sections, from its headings; "" for a page of few. */
function contentsHtml(tokens: readonly Token[]): string {
  const links = tokens.flatMap(({type, tag, attrs}, i) => {
    const id =
      type === "heading_open" && tag === "h2" ? attrs?.find(([name]) => name === "id")?.[1] : undefined;
    const words = (tokens[i + 1]?.children ?? []).map(({content}) => content).join("");
    return id === undefined ? [] : `<li><a href="#${escapeHtml(id)}">${escapeHtml(words.trim())}</a></li>`;
  });
  return links.length < leastSections
    ? ""
    : `<nav class="contents" aria-label="On this page"><ul>${links.join("")}</ul></nav>\n`;
}

/** Puts who says so and when, and a way to each section, below the first page's heading and standfirst. */
function sign({tokens, Token}: State): void {
  const heading = tokens.findIndex(({type}) => type === "heading_close");
  if (heading < 0) return;
  const after = tokens[heading + 1] && isStandfirst(tokens[heading + 1]) ? heading + 1 : heading;
  const line = `${signatureStart}${signatureHtml(story(), readSiteFacts().changed)}</p>\n`;
  tokens.splice(after + 1, 0, htmlBlock(Token, line + (story().contents ? contentsHtml(tokens) : "")));
}

const signatureStart = '<p class="signature quiet">';
const isSignature = ({content}: Token): boolean => content.startsWith(signatureStart);
const isStandfirst = ({content, children}: Token): boolean =>
  // A block of HTML with a figure in it is a line of parts.
  [content, ...(children ?? []).map((part) => part.content)].join("").startsWith('<p class="standfirst"');

/**
 * Lets the reader follow one thing through the page's charts: below the heading
 * and what belongs to it, or below the chart whose title the heading is.
 */
function offerFollowing({tokens, Token}: State): void {
  const form = followHtml(tokens.map(({content}) => content).join(""));
  if (!form) return;
  const block = htmlBlock(Token, form);
  let at = tokens.findIndex(({content}) => content.includes('<figure class="chart is-titled-above"'));
  if (at < 0) {
    at = tokens.findIndex(({type}) => type === "heading_close");
    while (tokens[at + 1] && (isStandfirst(tokens[at + 1]) || isSignature(tokens[at + 1]))) at++;
  }
  tokens.splice(at + 1, 0, block);
}

/** Gives a page with SQL the tag and the tables that show what DuckDB gives as it is (`waybill/notebook`), unless it has its own. */
function takeExactly({tokens, Token}: State): void {
  const blocks = tokens.filter(({type}) => type === "fence");
  const sql = blocks.filter(({info}) => /^sql\b(?!.*\brun=false\b)/.test(info.trim()));
  const isBound = (name: string): boolean =>
    blocks.some(({info, content}) => binds(name, {tag: info.trim().split(/\s/)[0], content}));
  if (sql.length === 0 || isBound("sql")) return;
  const hasTable =
    sql.some(({info}) => !/\bid=/.test(info) || /\bdisplay\b/.test(info)) ||
    blocks.some(({content}) => content.includes("Inputs."));
  const lines = [
    'import {sql as duckdb} from "npm:@observablehq/duckdb";',
    'import {exactInputs, exactSql} from "npm:waybill/notebook";',
    "const sql = exactSql(duckdb);",
  ];
  if (hasTable && !isBound("Inputs"))
    lines.push('import * as inputs from "npm:@observablehq/inputs";', "const Inputs = exactInputs(inputs);");
  tokens.push(
    htmlBlock(Token, `<link rel="stylesheet" data-site-href="lib/explore.css?v=${scriptsVersion()}">\n`),
    Object.assign(new Token("fence", "code", 0), {info: "js", content: `${lines.join("\n")}\n`}),
  );
}

function frame({tokens, env, Token}: State): void {
  const around = docsFrame(env.path ?? "");
  if (!around) return;
  tokens.unshift(htmlBlock(Token, around.before));
  tokens.push(htmlBlock(Token, around.after));
}

function htmlBlock(Token: State["Token"], content: string): Token {
  return Object.assign(new Token("html_block", "", 0), {content});
}

/** Makes a link to the file of a page one to the page, so that pages lead to each other as files too. */
function leadToPage({type, attrs}: Token): void {
  const href = type === "link_open" && attrs?.find(([name]) => name === "href");
  if (href && !/^(?:[a-z]+:|\/)/i.test(href[1]))
    href[1] = href[1].replace(/(?:(^|\/)index)?\.md(?=#|$)/, (_, slash?: string) => slash ?? "");
}

/** Makes a chart's title a heading below the one that it stands under. */
const asHeading = (html: string, level: number): string =>
  html.replace('<p class="chart-title"', `$& role="heading" aria-level="${Math.min(6, level + 1)}"`);

function include(token: Token, state: State, level: number): Token[] {
  const html = (content: string): Token => htmlBlock(state.Token, content);
  switch (token.info.trim()) {
    case "chart":
      return idsIn(token.content).map((id) => html(`${asHeading(chartHtml(id), level)}\n`));
    case "desk": {
      const id = state.env.params?.chart ?? "";
      if (!madeCharts().includes(id)) return [html(chartHtml(id))];
      const [kicker, headline] = ["kicker", "headline"].map((part) => readCached(`charts/${id}.${part}`));
      const heading = headingOf(headline, state, kicker);
      // The page's own heading is the chart's title, and it needs no link to itself.
      const figure = chartHtml(id)
        .replace('<figure class="chart"', '<figure class="chart is-titled-above"')
        .replace(/<a class="chart-page".*?<\/a> /, "");
      const desk = cachedOr(`desk/${id}.html`, "");
      const jump = desk && '<p class="desk-jump"><a href="#use">Use this graphic</a></p>\n';
      return [...heading, html(jump + figure), html(desk)];
    }
    case "explore":
      return [html(soon("explore.html"))];
    case "tables":
      return [html(soon("tables/index.html"))];
    case "table": {
      const name = state.env.params?.table ?? "";
      return [...headingOf(name, state), html(soon(`tables/${name}.html`))];
    }
    case "checker":
      return [html(soon("checker.html"))];
    case "next":
      return [html(readCached("next.html"))];
    case "charts":
      return [html(cachedOr("desk/index.html", chartList()))];
    case "sources":
      return [html(readCached("sources/index.html"))];
    case "source": {
      const id = state.env.params?.article ?? "";
      if (!listCached("sources").includes(`${id}.title`))
        return [html(articleProblem(id, state.env.path ?? ""))];
      return [...headingOf(readCached(`sources/${id}.title`), state), html(readCached(`sources/${id}.html`))];
    }
    default: {
      const tag = ownTags.find((own) => own === token.info.trim());
      return [tag ? html(soon(`pages/${tag}.html`)) : token];
    }
  }
}

// What is wrong with an article that the preview leaves out stands at the head of its page.
function articleProblem(id: string, page: string): string {
  if (toldProblems().length === 0) throw new InputError(`src${page}.md`, null, `unknown article: ${id}`);
  return `<p>The article “${escapeHtml(id)}” cannot be shown.</p>\n`;
}

/** Makes a figure that prose asks for its words and link: it needs no script. */
function includeFigure(token: Token): void {
  if (token.type !== "placeholder" || !/^\s*(?:figure|derived)\(/.test(token.content)) return;
  const made: Record<string, string> = JSON.parse(readCached("figures.json"));
  const html = made[token.content.trim()];
  token.type = "html_inline";
  token.content =
    html ??
    `<span class="observablehq--inspect observablehq--error">${escapeHtml(token.content)}: no such figure</span>`;
}

/** Returns a heading that shows the given words, and who says them before them: Markdown is not asked what they mean. */
function headingOf(title: string, {Token}: State, kicker = ""): Token[] {
  const token = (type: string, content: string): Token => Object.assign(new Token(type, "", 0), {content});
  const text = (content: string): Token => token("text", writable(content));
  const inline = token("inline", title);
  inline.children = [
    ...(kicker
      ? [
          token("html_inline", '<span class="chart-kicker">'),
          text(kicker),
          token("html_inline", '<span class="chart-colon">'),
          // The page's title in a list is made of the same words.
          text(": "),
          token("html_inline", "</span></span>"),
        ]
      : []),
    text(title),
  ];
  return [new Token("heading_open", "h1", 1), inline, new Token("heading_close", "h1", -1)];
}

// In the preview, what the first page does without is made after it. The page then loads again.
function soon(name: string): string {
  return isCached(name)
    ? readCached(name)
    : '<p class="quiet">This is still being made, and will show here by itself.</p>\n';
}

// So are graphics.
function cachedOr(name: string, otherwise: string): string {
  const [folder, file] = name.split("/");
  return listCached(folder).includes(file) ? readCached(name) : otherwise;
}

// What is wrong in a chart's fields, checkPages tells; the page shows that it is not there.
function idsIn(content: string): string[] {
  if (hasFields(content)) return [/^id:[ \t]*["']?([\w-]+)/m.exec(content)?.[1] ?? "without an id"];
  return content.split("\n").flatMap((line) => line.trim() || []);
}

function chartList(): string {
  const items = madeCharts().map(
    (id) =>
      `<li><a href="${escapeHtml(chartHref(id))}">${escapeHtml(readCached(`charts/${id}.title`))}</a></li>`,
  );
  return `<ul class="source-list">${items.join("")}</ul>`;
}

function whyNoChart(id: string, made: readonly string[]): string {
  const why = toldProblems().filter((line) => line.includes(`"${id}"`));
  return why.length > 0 ? why.join("; ") : `unknown chart: ${id} (have: ${made.join(", ") || "none"})`;
}

// The preview shows what is wrong where it is, and checkPages says in which line; a built site has no page with an error.
function chartHtml(id: string): string {
  const made = madeCharts();
  return made.includes(id)
    ? readCached(`charts/${id}.html`)
    : `<div class="observablehq--inspect observablehq--error">${escapeHtml(whyNoChart(id, made))}</div>`;
}
