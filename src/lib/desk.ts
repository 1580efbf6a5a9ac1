import {type CodeForm, type FormOptions, mailForms, webForms} from "../waybill/embed/codeForms.js";
import {type EmbedTheme, embedUrl} from "../waybill/embed/codes.js";
import {heightAt, withLine} from "../waybill/embed/heights.js";
import {copy} from "./copyText.js";
import {offerFilter} from "./galleryFilter.js";

/*
 * The editors' desk: puts the site's own address into the codes, unless that is of this machine alone,
 * writes the one code that is asked for, copies it, and shows the embed at a width. Without it every
 * code is there and can be selected as it is.
 */

// This file is at lib/desk.js below the site's root, wherever that is.
const root = new URL("../", import.meta.url).href;

const isOfThisMachine = /^(?:localhost|127\.[\d.]+|\[::1?\]|)$/.test(location.hostname);

// A code with an address that nobody else can open works nowhere: the note on it stays.
function fillIn(): void {
  if (isOfThisMachine) return;
  for (const codes of document.querySelectorAll<HTMLElement>(".desk-codes[data-site]")) {
    const given = codes.dataset.site!;
    for (const code of codes.querySelectorAll(".copy-text"))
      code.textContent = code.textContent!.replaceAll(given, root);
    codes.dataset.site = root;
  }
  for (const note of document.querySelectorAll("[data-unknown-site]")) note.remove();
}

function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>(".desk .copy")) {
    const text = button.parentElement!.querySelector<HTMLElement>(".copy-text");
    if (!text) continue;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    const label =
      button.closest(".desk-code, .desk-words div")?.querySelector("h3, h4, dt")?.textContent ?? "";
    button.setAttribute("aria-label", `Copy ${label}`);
    button.addEventListener("click", async () => {
      const done = await copy(text);
      button.textContent = done ? "Copied" : "Selected: press Ctrl+C";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
  }
}

/** Lets the reader choose form, theme and version of a code, and shows that one alone. */
function offerChoices(use: HTMLElement, forms: readonly CodeForm[], given: FormOptions): void {
  const choices = use.querySelector<HTMLFormElement>(".desk-choices");
  if (!choices) return;
  const codes = [...use.querySelectorAll<HTMLElement>(".desk-code")];
  const preview = previewIn(use);
  const show = (): void => {
    const chosen = new FormData(choices);
    const version = String(chosen.get("version"));
    const options: FormOptions = {
      ...given,
      url: isOfThisMachine ? given.url : root,
      theme: chosen.get("theme") as EmbedTheme,
      ...(version ? {version, heights: withLine(given.heights)} : {}),
    };
    for (const code of codes) {
      const form = forms.find(({name}) => name === code.dataset.form)!;
      code.hidden = form.name !== (chosen.get("form") ?? forms[0].name);
      code.querySelector(".copy-text")!.textContent = form.code(options);
    }
    preview?.(options);
  };
  choices.addEventListener("change", show);
  choices.addEventListener("submit", (event) => event.preventDefault());
  choices.hidden = false;
  show();
}

/** Returns what shows an embed at the width that is chosen, as small as it has to be to fit; null where there is no room for it. */
function previewIn(use: HTMLElement): ((options: FormOptions) => void) | null {
  const preview = use.querySelector<HTMLElement>(".desk-preview");
  if (!preview) return null;
  const box = preview.querySelector<HTMLElement>(".desk-frame")!;
  const widths = [...preview.querySelectorAll<HTMLInputElement>("[name=width]")];
  const frame = document.createElement("iframe");
  frame.title = `Preview: ${box.dataset.title}`;
  frame.loading = "lazy";
  box.append(frame);
  preview.hidden = false;
  let last: FormOptions | null = null;
  const show = (options: FormOptions): void => {
    last = options;
    // The use is closed.
    if (box.clientWidth === 0) return;
    if (!widths.some(({checked}) => checked)) fitting().checked = true;
    const width = Number(widths.find(({checked}) => checked)!.value);
    const height = heightAt(options.heights, width);
    const scale = Math.min(1, box.clientWidth / width);
    // What is shown is the site's own, also where the codes name another.
    const address = embedUrl({...options, url: root});
    if (frame.src !== address) frame.src = address;
    Object.assign(frame.style, {width: `${width}px`, height: `${height}px`, scale: String(scale)});
    box.style.height = `${Math.ceil(height * scale)}px`;
  };
  // The widest that needs not be made smaller.
  const fitting = (): HTMLInputElement =>
    widths.findLast(({value}) => Number(value) <= Math.min(box.clientWidth, 640)) ?? widths[0];
  const again = (): void => {
    if (last) show(last);
  };
  preview.addEventListener("change", again);
  new ResizeObserver(again).observe(preview);
  return show;
}

fillIn();
offerCopies();
offerFilter();
const desk = document.querySelector<HTMLElement>(".desk[data-embed]");
if (desk) {
  const options = JSON.parse(desk.dataset.embed!) as FormOptions;
  for (const [use, forms] of [
    ["web", webForms],
    ["mail", mailForms],
  ] as const)
    offerChoices(desk.querySelector<HTMLElement>(`#use-${use}`)!, forms, options);
  const named = document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) named.open = true;
}
