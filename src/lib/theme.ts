/*
 * Light, dark, or as the reader's system is, and the site's fonts where the browser has them. Runs in the
 * head before anything is painted, so that no page begins in the wrong one; without it pages follow the
 * system. Its file is small and of the site's own: a policy forbids a script in
 * the page.
 */
const key = "waybill-theme";
const fontsKey = "waybill-fonts";
const root = document.documentElement;
const themes = ["light", "dark"];

/** What the reader chose, "" for the system; a browser may keep no store. */
function stored(of = key): string {
  try {
    return localStorage.getItem(of) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a value for the next page. */
function store(of: string, value: string): void {
  try {
    localStorage.setItem(of, value);
  } catch {
    // It holds for this page alone.
  }
}

/** Asks for the fonts that a wide screen has at once, so that the browser has them for the next page. */
async function keepFonts(): Promise<void> {
  const links = document.head.querySelectorAll<HTMLLinkElement>('link[as="font"]');
  const answers = await Promise.all([...links].map(({href}) => fetch(href, {priority: "low"})));
  if (answers.every(({ok}) => ok)) store(fontsKey, "kept");
}

function show(theme: string): void {
  if (themes.includes(theme)) root.dataset.theme = theme;
  else delete root.dataset.theme;
  const {theme: shown = ""} = root.dataset;
  const select = document.querySelector<HTMLSelectElement>(".site-theme select");
  if (select) {
    select.value = shown;
    select.parentElement!.hidden = false;
  }
  // Pictures that come in both ask the system.
  for (const source of document.querySelectorAll<HTMLSourceElement>("source[data-theme]"))
    source.media = shown
      ? shown === source.dataset.theme
        ? "all"
        : "not all"
      : `(prefers-color-scheme: ${source.dataset.theme})`;
  for (const frame of document.querySelectorAll("iframe")) tell(frame);
}

/** Tells a frame of the site's own, an embed that is shown, what it cannot see. */
function tell({contentWindow}: HTMLIFrameElement): void {
  const scheme = root.dataset.theme ?? "auto";
  contentWindow?.postMessage({type: "waybill-scheme", scheme}, location.origin);
}

show(stored());
if (stored(fontsKey)) root.dataset.fonts = "";
else if (matchMedia("(max-width: 40rem)").matches)
  addEventListener("load", () => void keepFonts().catch(() => {}));
document.addEventListener("DOMContentLoaded", () => show(stored()));
document.addEventListener("load", ({target}) => target instanceof HTMLIFrameElement && tell(target), true);
// A page that comes back as it was left, and one that is open beside this one.
addEventListener("pageshow", ({persisted}) => persisted && show(stored()));
addEventListener("storage", (event) => event.key === key && show(stored()));
document.addEventListener("change", ({target}) => {
  if (!(target instanceof HTMLSelectElement) || !target.closest(".site-theme")) return;
  store(key, target.value);
  show(target.value);
});
