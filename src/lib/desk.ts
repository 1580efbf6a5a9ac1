/*
 * The editors' desk: puts the site's own address into the codes, unless that is of this machine alone, copies them,
 * and shows the embed at a width and in a theme. Without it the codes can be
 * selected as they are.
 */

// This file is at lib/desk.js below the site's root, wherever that is.
const root = new URL("../", import.meta.url).href;

const isOfThisMachine = /^(?:localhost|127\.[\d.]+|\[::1?\]|)$/.test(location.hostname);

// A code with an address that nobody else can open works nowhere: the note on it stays.
function fillIn(): void {
  if (isOfThisMachine) return;
  for (const codes of document.querySelectorAll<HTMLElement>(".desk-codes")) {
    const given = codes.dataset.site ?? "";
    for (const code of codes.querySelectorAll(".copy-text"))
      code.textContent = code.textContent!.replaceAll(given, root);
    codes.dataset.site = root;
  }
  for (const note of document.querySelectorAll("[data-unknown-site]")) note.remove();
}

function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>(".desk .copy")) {
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    const label = button.closest(".desk-code, .desk-words div")?.querySelector("h3, dt")?.textContent ?? "";
    button.setAttribute("aria-label", `Copy ${label}`);
    button.addEventListener("click", async () => {
      const text = [...button.parentElement!.querySelectorAll<HTMLElement>(".copy-text")].find(
        (code) => code.getClientRects().length > 0,
      );
      if (!text) return;
      const done = await copy(text);
      button.textContent = done ? "Copied" : "Selected: press Ctrl+C";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
  }
}

/** Copies an element's text. Returns false, and leaves it selected, where the browser lets no script copy. */
async function copy(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? "");
    return true;
  } catch {
    const selection = getSelection();
    selection?.selectAllChildren(element);
    return document.execCommand("copy");
  }
}

function offerPreview(): void {
  const form = document.querySelector<HTMLFormElement>(".desk-choices");
  const preview = document.querySelector<HTMLElement>(".desk-preview");
  if (!form || !preview) return;
  const {chart, title = "", heights = "[]"} = preview.dataset;
  const widths = [...form.querySelectorAll<HTMLInputElement>("[name=width]")].map(({value}) => Number(value));
  const frame = document.createElement("iframe");
  frame.title = `Preview: ${title}`;
  frame.loading = "lazy";
  const show = (): void => {
    const choices = new FormData(form);
    const [theme, width] = [String(choices.get("theme")), Number(choices.get("width"))];
    const address = `${root}embed/${chart}${theme === "auto" ? "" : `-${theme}`}.html`;
    if (frame.src !== address) frame.src = address;
    frame.style.width = `${width}px`;
    frame.style.height = `${(JSON.parse(heights) as number[])[widths.indexOf(width)]}px`;
    for (const code of document.querySelectorAll<HTMLElement>(".desk-code .code"))
      code.hidden = code.dataset.theme !== theme;
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  preview.append(frame);
  form.hidden = false;
  preview.hidden = false;
  show();
}

fillIn();
offerCopies();
offerPreview();
