/*
 * The script of host pages. It keeps the height of the site's iframes, however
 * many there are and whenever they come, and defines <waybill-chart>, which puts
 * the figure into the page, in a shadow root, where the host's styles end.
 */
const script = (document.currentScript ??
  findAll<HTMLScriptElement>('script[src*="embed.js"]')[0]) as HTMLScriptElement;
const site = new URL(".", script.src).href;
const folders = [`${site}embed/`, `${site}v/`];
const tallest = 20_000;
// In a place that has no width, a column of single letters would be thousands of pixels high.
const narrowest = 100;

const frames = (): HTMLIFrameElement[] =>
  findAll<HTMLIFrameElement>("iframe").filter(({src}) => folders.some((folder) => src.startsWith(folder)));

/** Finds elements in the page and in its open shadow roots: an article may stand in an element of the host's own. */
function findAll<T extends Element>(selector: string, root: Document | ShadowRoot = document): T[] {
  const inside = [...root.querySelectorAll("*")].flatMap(({shadowRoot}) =>
    shadowRoot ? findAll<T>(selector, shadowRoot) : [],
  );
  return [...root.querySelectorAll<T>(selector), ...inside];
}

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
  for (const frame of frames()) {
    if (frame.contentWindow !== source || !isOurs(origin, frame)) continue;
    hidePicture(frame);
    // What was kept free may be a pixel more than what is needed: then nothing moves.
    if (frame.clientWidth > narrowest && (height > frame.clientHeight || height < frame.clientHeight - 2))
      frame.style.setProperty("height", `${height}px`, "important");
    tellScheme(frame);
  }
});

/** Takes away the picture that stood for a figure which is there now, so that nobody hears of it twice. */
function hidePicture(frame: HTMLIFrameElement): void {
  const picture = frame.previousElementSibling;
  if (picture instanceof HTMLAnchorElement && picture.href.startsWith(`${site}charts/`))
    picture.style.display = "none";
}

/** Tells a frame the one colour scheme of the place where it stands; with two, or none declared, the reader's choice holds. */
function tellScheme(frame: HTMLIFrameElement): void {
  const [scheme, second] = getComputedStyle(frame).colorScheme.replace("only", "").trim().split(" ");
  if (!second && scheme !== "normal") frame.contentWindow!.postMessage({type: "waybill-scheme", scheme}, "*");
}

// Those that spoke before anybody listened.
for (const {contentWindow} of frames())
  contentWindow?.postMessage({sentinel: "amp", type: "frames-init"}, "*");

let fonts: Promise<unknown> | undefined;

/**
 * Makes the fonts known to the page, for a shadow root can use them but not
 * bring them, and waits until they are there: the image inside can stand for
 * the figure so long, and then no word moves.
 */
function loadFonts(): Promise<unknown> {
  const faces = [
    ["Waybill Sans", "sans", "400 600"],
    ["Waybill Serif", "serif", "700"],
  ].map(([name, file, weight]) => {
    const face = new FontFace(name, `url(${site}fonts/embed-${file}.woff2)`, {weight, display: "swap"});
    document.fonts.add(face);
    return face.load();
  });
  const patience = new Promise((resolve) => setTimeout(resolve, 3000));
  return Promise.race([Promise.allSettled(faces), patience]);
}

class WaybillChart extends HTMLElement {
  static observedAttributes = ["name", "theme", "version"];
  #page = "";
  #figure?: HTMLElement;

  connectedCallback(): void {
    // What is inside shows until the figure is there, and stays if it never comes.
    if (!this.shadowRoot) this.attachShadow({mode: "open"}).append(document.createElement("slot"));
    void this.#show();
  }

  attributeChangedCallback(): void {
    if (this.shadowRoot) void this.#show();
  }

  async #show(): Promise<void> {
    const [name, version] = ["name", "version"].map((key) => this.getAttribute(key) ?? "");
    const page = `${site}${version ? `v/${version}` : "embed"}/${name}.html`;
    if (page !== this.#page && /^[\w-]+ [\w-]*$/.test(`${name} ${version}`)) {
      this.#page = page;
      const figure = await fetchFigure(page).catch(() => null);
      // Another name may have come meanwhile.
      if (figure && page === this.#page) {
        this.#figure = figure;
        this.#put(figure, new URL("embed.css", page).href);
      }
    }
    if (this.#figure) this.#figure.className = `waybill ${this.getAttribute("theme") ?? "auto"}`;
  }

  /** Puts a figure beside what is shown, and in its place once its styles and fonts are there. */
  #put(figure: HTMLElement, css: string): void {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = css;
    figure.style.display = "none";
    sheet.onload = async () => {
      fonts ??= loadFonts();
      await fonts;
      if (figure !== this.#figure) return;
      // A style sheet that is moved is loaded again; so the others go.
      for (const element of [...this.shadowRoot!.children])
        if (element !== sheet && element !== figure) element.remove();
      figure.style.display = "";
    };
    this.shadowRoot!.append(sheet, figure);
  }
}

/** Returns the figure of an embed page, with links that lead to the site from anywhere. */
async function fetchFigure(page: string): Promise<HTMLElement> {
  const response = await fetch(page);
  if (!response.ok) throw new Error(`${response.status} ${page}`);
  const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
  const figure = document.createElement("div");
  figure.append(...parsed.querySelector(".waybill")!.childNodes);
  for (const link of figure.querySelectorAll("a"))
    link.setAttribute("href", new URL(link.getAttribute("href")!, page).href);
  return figure;
}

if (!customElements.get("waybill-chart")) customElements.define("waybill-chart", WaybillChart);
