/*
 * The script of host pages. It keeps the height of the site's iframes, however
 * many there are and whenever they come, and defines <waybill-chart>, which puts
 * the figure into the page, in a shadow root, where the host's styles end.
 */
const script = (document.currentScript ??
  document.querySelector('script[src*="embed.js"]')) as HTMLScriptElement;
const site = new URL(".", script.src).href;
const pages = `${site}embed/`;
const tallest = 20_000;

const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll("iframe")].filter(({src}) => src.startsWith(pages));

/** Whether a message comes from the site; a frame in a sandbox has no origin of its own. */
function isOurs(origin: string, {sandbox}: HTMLIFrameElement): boolean {
  return origin === "null"
    ? sandbox.length > 0 && !sandbox.contains("allow-same-origin")
    : origin === new URL(site).origin;
}

addEventListener("message", ({source, origin, data}) => {
  if (data?.sentinel !== "amp" || data.type !== "embed-size") return;
  const {height} = data;
  if (typeof height !== "number" || !(height > 0 && height < tallest)) return;
  // What was kept free may be a pixel more than what is needed: then nothing moves.
  for (const frame of frames())
    if (
      frame.contentWindow === source &&
      isOurs(origin, frame) &&
      (height > frame.clientHeight || height < frame.clientHeight - 2)
    )
      frame.style.height = `${height}px`;
});

// Those that spoke before anybody listened.
for (const {contentWindow} of frames())
  contentWindow?.postMessage({sentinel: "amp", type: "frames-init"}, "*");

/** Makes the fonts known to the page: a shadow root can use them, but not bring them. */
function loadFonts(): void {
  if ([...document.fonts].some(({family}) => family.includes("Waybill Sans"))) return;
  for (const [name, file, weight] of [
    ["Waybill Sans", "sans", "400 600"],
    ["Waybill Serif", "serif", "700"],
  ])
    document.fonts.add(
      new FontFace(name, `url(${site}fonts/embed-${file}.woff2)`, {weight, display: "swap"}),
    );
}

class WaybillChart extends HTMLElement {
  static observedAttributes = ["name", "theme"];
  #shown = "";

  connectedCallback(): void {
    // What is inside shows until the figure is there, and stays if it never comes.
    if (!this.shadowRoot) this.attachShadow({mode: "open"}).append(document.createElement("slot"));
    void this.#show();
  }

  attributeChangedCallback(): void {
    if (this.shadowRoot) void this.#show();
  }

  async #show(): Promise<void> {
    const root = this.shadowRoot!;
    const name = this.getAttribute("name") ?? "";
    const theme = this.getAttribute("theme") ?? "auto";
    if (name !== this.#shown && /^[\w-]+$/.test(name)) {
      this.#shown = name;
      const page = `${pages}${name}.html`;
      try {
        const response = await fetch(page);
        if (!response.ok) throw response.status;
        const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
        if (name !== this.#shown) return;
        const figure = document.createElement("div");
        figure.append(...parsed.querySelector(".waybill")!.childNodes);
        for (const link of figure.querySelectorAll("a"))
          link.setAttribute("href", new URL(link.getAttribute("href")!, page).href);
        const sheet = document.createElement("link");
        sheet.rel = "stylesheet";
        sheet.href = `${pages}embed.css`;
        figure.style.display = "none";
        sheet.onload = () => {
          for (const element of [...root.children])
            if (element !== sheet && element !== figure) element.remove();
          figure.style.display = "";
        };
        sheet.onerror = () => {
          sheet.remove();
          figure.remove();
        };
        root.append(sheet, figure);
        loadFonts();
      } catch {
        this.#shown = "";
      }
    }
    for (const figure of root.querySelectorAll(":scope > div")) figure.className = `waybill ${theme}`;
  }
}

if (!customElements.get("waybill-chart")) customElements.define("waybill-chart", WaybillChart);
