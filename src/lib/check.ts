import {explain, sourceText, verdictWords} from "../waybill/check/findingWords.js";
import {escapeHtml, sourceHref} from "../waybill/model/escape.js";
import type {Told} from "./check/Checker.js";
import {ParserThread, Stopped} from "./check/ParserThread.js";
import {Later} from "./Later.js";

/*
 * The page that holds a draft against the articles. Parser, words and grammar
 * are loaded with the first draft, into a thread of their own; the draft stays in
 * the browser.
 */

/** Findings that are put into the page in one turn. */
const atOnce = 50;

const root = new URL("../", import.meta.url);
const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;
const form = find<HTMLFormElement>("form.check");
const status = find<HTMLElement>(".check-status");
const list = find<HTMLOListElement>(".check-findings");
const work = find<HTMLElement>(".check-work");
const progress = find<HTMLProgressElement>(".check-work progress");
const stop = find<HTMLButtonElement>(".check-work button");

const thread = new ParserThread(root, form.dataset.version);
const later = new Later();

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

/** Shows findings, the first of them at once and the others by and by. */
function showFindings(text: string, findings: readonly Told[]): void {
  const tasks: (() => void)[] = [];
  for (let from = 0; from < findings.length; from += atOnce)
    tasks.push(() =>
      list.insertAdjacentHTML(
        "beforeend",
        findings
          .slice(from, from + atOnce)
          .map((finding) => findingHtml(text, finding))
          .join(""),
      ),
    );
  later.ask(tasks);
}

function summaryOf(findings: readonly Told[]): string {
  if (findings.length === 0) return "No figure was found in this draft.";
  const count = (verdict: Told["verdict"]): number =>
    findings.filter((finding) => finding.verdict === verdict).length;
  const told = (Object.keys(verdictWords) as Told["verdict"][]).map(
    (verdict) => `${count(verdict)} ${verdictWords[verdict]}`,
  );
  return `${findings.length} ${findings.length === 1 ? "figure" : "figures"}: ${told.join(", ")}.`;
}

/** Says what is being done; of a draft that is being read, how far it is. */
function showWork(words: string, share: number | null = null): void {
  status.textContent = words;
  work.hidden = false;
  if (share === null) progress.removeAttribute("value");
  else progress.value = share;
}

function endWork(words: string): void {
  status.textContent = words;
  // What took Stop away must not take the keyboard's place with it.
  const hadFocus = document.activeElement === stop;
  work.hidden = true;
  if (hadFocus) find<HTMLElement>("form.check [type=submit]").focus();
}

async function check(): Promise<void> {
  const text = find<HTMLTextAreaElement>("textarea").value;
  later.ask([]);
  list.innerHTML = "";
  thread.stop();
  if (text.trim() === "") return endWork("There is no draft yet.");
  showWork("Loading words and grammar …");
  try {
    const findings = await thread.ask("check", text, (read) => {
      if (read === 0) showWork("Reading …", 0);
      else progress.value = read / text.length;
    });
    endWork(summaryOf(findings));
    showFindings(text, findings);
  } catch (error) {
    // Another draft is being read.
    if (error instanceof Stopped) return;
    endWork(`The draft could not be checked: ${(error as Error).message}`);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void check();
});
stop.addEventListener("click", () => {
  thread.stop();
  endWork("Stopped.");
});
