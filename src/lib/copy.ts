/*
 * Buttons that copy a citation, the page's address, or a report of an error. Where scripts are
 * off the style sheet hides them; the words stand in the page.
 */

/** Returns an element's words, and the address that its link leads to unless they are that address. */
const spelt = (element: Element): string => {
  const link = element.querySelector("a");
  return link && link.href !== link.text ? `${element.textContent} ${link.href}` : `${element.textContent}`;
};

/** Returns a report to be sent: the page, what the reader is at, the version, and room for what is wrong. */
function report(version: string): string {
  const at = document.querySelectorAll(".source-panel :is(h2, .statement), :target");
  return [
    `Error in “${document.title}”, version ${version}`,
    location.href,
    ...[...at].map(spelt),
    "What is wrong: ",
  ].join("\n");
}

addEventListener("click", async ({target}) => {
  const button = (target as Element).closest<HTMLElement>("[data-copy]");
  if (!button) return;
  const {copy, version} = button.dataset;
  const text =
    copy === "address"
      ? location.href
      : copy || (version ? report(version) : spelt(button.previousElementSibling!));
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    // Where no script may copy, the reader can.
    prompt("", text);
  }
});
