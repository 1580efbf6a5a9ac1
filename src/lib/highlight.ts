import type {Mark} from "./marks.js";

let lit: Element[] = [];

/** Marks the given mark and every mark of the page that shows one of its facts; none for null. */
export function highlight(mark: Mark | null): void {
  for (const element of lit) element.classList.remove("is-same");
  lit = mark ? [mark, ...sameFacts(mark)] : [];
  for (const element of lit) element.classList.add("is-same");
}

function sameFacts({dataset}: Mark): Iterable<Element> {
  if (!dataset.facts) return [];
  const selectors = dataset.facts.split(" ").map((fact) => `.drawing a[data-facts~="${CSS.escape(fact)}"]`);
  return document.querySelectorAll(selectors.join());
}
