/*
 * The search: loads the index that the build made when the reader asks for
 * something, and lists what it finds. The question is in the address.
 */
import MiniSearch, {type SearchResult} from "minisearch";
import {type Found, searchOptions} from "../waybill/search.js";

// This file is at lib/search.js below the site's root, wherever that is.
const root = new URL("../", import.meta.url).href;
const most = 40;

const form = document.querySelector<HTMLFormElement>("form.search");
const status = document.querySelector<HTMLElement>(".search-status");
const list = document.querySelector<HTMLElement>(".search-results");

let loading: Promise<MiniSearch<Found>> | undefined;

async function load(): Promise<MiniSearch<Found>> {
  const answer = await fetch(`${root}search.json`);
  if (!answer.ok) throw new Error(String(answer.status));
  return MiniSearch.loadJSON<Found>(await answer.text(), searchOptions);
}

const kinds: Record<Found["kind"], string> = {
  sentence: "Sentence",
  figure: "Figure",
  name: "Name",
  chart: "Chart",
  calculation: "Our calculation",
};

async function search(question: string): Promise<void> {
  if (!status || !list) return;
  if (question.trim() === "") {
    list.replaceChildren();
    status.textContent = "";
    return;
  }
  loading ??= load();
  try {
    const found = (await loading).search(question);
    // Somebody typed on while it was loading.
    if (asked() !== question) return;
    list.replaceChildren(...found.slice(0, most).map(itemOf));
    status.textContent =
      found.length === 0
        ? "Nothing found. Try fewer words, or a part of a name."
        : `${found.length} found${found.length > most ? `, the first ${most} shown` : ""}`;
  } catch {
    loading = undefined;
    status.textContent = "The index did not load. Try again.";
  }
}

function itemOf({kind, title, where, href, terms}: SearchResult): HTMLElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + href;
  link.append(...marked(title, terms));
  const from = document.createElement("span");
  from.className = "quiet";
  from.textContent = [kinds[kind as Found["kind"]], where].filter(Boolean).join(" · ");
  item.append(link, from);
  return item;
}

/** Returns a title with the words marked that were found in it. */
function marked(title: string, terms: readonly string[]): (string | HTMLElement)[] {
  const {tokenize, processTerm} = searchOptions;
  const found = new Set(terms);
  return title.split(/([\p{L}\p{N}%]+(?:[.,]\d+)*)/u).map((word) => {
    const [term] = tokenize!(word).filter(Boolean);
    if (!term || !found.has(String(processTerm!(term)))) return word;
    const mark = document.createElement("mark");
    mark.textContent = word;
    return mark;
  });
}

const asked = (): string => String(new FormData(form!).get("q") ?? "");

function ask(): void {
  const question = asked();
  const address = new URL(location.href);
  if (question) address.searchParams.set("q", question);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  void search(question);
}

if (form) {
  const input = form.querySelector<HTMLInputElement>("input")!;
  form.hidden = false;
  document.querySelector(".search-without")?.remove();
  input.value ||= new URL(location.href).searchParams.get("q") ?? "";
  form.addEventListener("input", ask);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  if (input.value) ask();
}
