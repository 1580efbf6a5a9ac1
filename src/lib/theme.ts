/*
 * Light, dark, or as the reader's system is. Runs in the head before anything is
 * painted, so that no page begins in the wrong one; without it pages follow the
 * system. Its file is small and of the site's own: a policy forbids a script in
 * the page.
 */
const key = "waybill-theme";
const root = document.documentElement;
const themes = ["light", "dark"];

/** What the reader chose, "" for the system; a browser may keep no store. */
function stored(): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
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
document.addEventListener("DOMContentLoaded", () => show(stored()));
document.addEventListener("load", ({target}) => target instanceof HTMLIFrameElement && tell(target), true);
// A page that comes back as it was left, and one that is open beside this one.
addEventListener("pageshow", ({persisted}) => persisted && show(stored()));
addEventListener("storage", (event) => event.key === key && show(stored()));
document.addEventListener("change", ({target}) => {
  if (!(target instanceof HTMLSelectElement) || !target.closest(".site-theme")) return;
  try {
    localStorage.setItem(key, target.value);
  } catch {
    // It holds for this page alone.
  }
  show(target.value);
});
