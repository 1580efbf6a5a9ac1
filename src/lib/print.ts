/*
 * What paper needs: the full address of each link, for those that lead
 * somewhere behind their words, and for the figures of texts and tables a number and a
 * list at the end. Without a script the addresses are as they stand in the page.
 */

/** Gives the page's links what is printed of them. */
function addAddresses(): void {
  document.querySelector(".print-notes")?.remove();
  const list = document.createElement("ol");
  list.className = "print-notes";
  const numbers = new Map<string, number>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("main :is(p, li, th, td) a[href]")) {
    if (!link.closest(".figure-link, .rows")) {
      link.dataset.printed = ` (${link.href})`;
      continue;
    }
    link.classList.add("is-numbered");
    if (!numbers.has(link.href)) {
      const item = document.createElement("li");
      item.textContent = link.href;
      list.append(item);
      numbers.set(link.href, numbers.size + 1);
    }
    link.dataset.printed = String(numbers.get(link.href));
  }
  const header = document.querySelector("header");
  // With the day on which it was printed: the page may be another one later.
  if (header) header.dataset.printed = `${location.href}, ${printedOn()}`;
  if (numbers.size > 0) document.querySelector("main")?.append(list);
}

const printedOn = (): string =>
  `printed ${new Date().toLocaleDateString("en-GB", {day: "numeric", month: "long", year: "numeric"})}`;

addEventListener("beforeprint", addAddresses);
