import {explain, sourceText, verdictWords} from "../waybill/check/findingWords.js";
import {escapeHtml, sourceHref} from "../waybill/model/escape.js";
import type {Checker, Told} from "./check/Checker.js";

/*
 * The page that holds a draft against the articles. Parser, words and grammar
 * are loaded with the first draft; the draft stays in the browser.
 */

const root = new URL("../", import.meta.url);
const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;
const form = find<HTMLFormElement>("form.check");
const status = find<HTMLElement>(".check-status");
const list = find<HTMLOListElement>(".check-findings");

let checker: Promise<Checker> | null = null;

function load(): Promise<Checker> {
  checker ??= import("./check/Checker.js").then(({Checker}) =>
    Checker.load(root, form.dataset.version ?? ""),
  );
  return checker;
}

/** Returns a finding as an item of the list: the draft's words, the verdict, the sentence that decides, and what was compared. */
function findingHtml(text: string, finding: Told): string {
  const {figure, verdict, against, article} = finding;
  const [from, to] = [Math.max(0, figure.start - 60), Math.min(text.length, figure.end + 60)];
  const before = text.slice(from, figure.start).replace(/^\S*\s/, from > 0 ? "… " : "$&");
  const after = text.slice(figure.end, to).replace(/\s\S*$/, to < text.length ? " …" : "$&");
  const source = article && sourceText(finding, article);
  const told =
    against && source
      ? `<p class="check-source">${source.lead} <a href="${escapeHtml(`.${sourceHref(against.article_id, against.figure_id)}`)}">${escapeHtml(source.by)}</a>: ${escapeHtml(source.sentence)}</p>`
      : "";
  const compared = explain(finding).map((line) => `<p class="check-compared">${escapeHtml(line)}</p>`);
  return `<li class="is-${verdict}"><p class="check-verdict">${verdictWords[verdict]}</p><p>${escapeHtml(before)}<mark>${escapeHtml(figure.exact)}</mark>${escapeHtml(after)}</p>${compared.join("")}${told}</li>`;
}

async function check(): Promise<void> {
  const text = find<HTMLTextAreaElement>("textarea").value;
  list.innerHTML = "";
  if (text.trim() === "") {
    status.textContent = "There is no draft yet.";
    return;
  }
  status.textContent = "Reading …";
  try {
    const checker = await load();
    // A long draft takes seconds in which nothing is drawn: what the status says is drawn before.
    await new Promise((resolve) => setTimeout(resolve));
    const findings = checker.check(text);
    list.innerHTML = findings.map((finding) => findingHtml(text, finding)).join("");
    const count = (verdict: Told["verdict"]): number =>
      findings.filter((finding) => finding.verdict === verdict).length;
    status.textContent =
      findings.length === 0
        ? "No figure was found in this draft."
        : `${findings.length} ${findings.length === 1 ? "figure" : "figures"}: ${(Object.keys(verdictWords) as Told["verdict"][]).map((verdict) => `${count(verdict)} ${verdictWords[verdict]}`).join(", ")}.`;
  } catch (error) {
    checker = null;
    status.textContent = `The draft could not be checked: ${(error as Error).message}`;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void check();
});
