/** Lets the reader search the gallery: a chart stays that has all of the words. */
export function offerFilter(): void {
  const form = document.querySelector<HTMLFormElement>(".gallery-search");
  if (!form) return;
  const items = [...document.querySelectorAll<HTMLElement>(".gallery > li")];
  const told = form.querySelector("output")!;
  const filter = (): void => {
    const words = String(new FormData(form).get("words")).toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) item.hidden = !words.every((word) => item.dataset.words!.includes(word));
    const found = items.filter(({hidden}) => !hidden).length;
    told.textContent = words.length > 0 ? `${found} of ${items.length}` : "";
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  // A browser keeps the words when the reader comes back.
  filter();
}
