import type {DeskItem, DeskView} from "../../waybill/model/reviewDesk.js";

type Control = HTMLInputElement | HTMLSelectElement;

const byId = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;

/** The panel of one figure: what was read of it, in cells that can be changed. */
export class Panel {
  readonly form = byId<HTMLFormElement>("cells");
  private readonly controls = [...this.form.querySelectorAll<Control>("input, select")];
  private shown: Readonly<Record<string, string>> = {};
  /** The cell that words from the text go to. */
  armed: Control | null = null;

  constructor() {
    this.form.addEventListener("focusin", ({target}) => {
      if (this.controls.includes(target as Control)) this.armed = target as Control;
    });
  }

  /** Shows an item; its cells as they are, or those that are given for a figure to be added. */
  show(item: DeskItem, {suggestions}: Pick<DeskView, "suggestions">, cells = item.cells): void {
    this.armed = null;
    this.shown = Object.fromEntries(
      Object.entries(cells).map(([name, value]) => [name, readable(name, value)]),
    );
    byId("reading").textContent = item.kind === "figure" ? item.reading : `“${item.exact}”`;
    byId("doubts").replaceChildren(
      ...item.doubts.map((doubt) => element("li", doubt)),
      ...notesOf(item).map((note) => element("li", note, "is-note")),
    );
    showSentence(byId("sentence"), item);
    const isFigure = item.kind === "figure" || cells !== item.cells;
    byId("cells").classList.toggle("has-cells", isFigure);
    for (const control of this.controls) {
      control.value = this.shown[control.name] ?? "";
      control.disabled = !isFigure;
      control.classList.remove("is-changed");
      const basis = item.reviewed.includes(control.name) ? "reviewed" : (item.basis[control.name] ?? "");
      byId(`cell-${control.name}-basis`).textContent = basis === "stated" ? "" : basis;
      this.suggest(control, [...(suggestions[control.name] ?? []), ...item.near]);
    }
  }

  private suggest(control: Control, values: readonly string[]): void {
    if (!(control instanceof HTMLInputElement)) return;
    const own = new Set(values.filter((value) => value !== control.value));
    control.list?.replaceChildren(...[...own].map((value) => new Option(value, value)));
  }

  /** Returns the cells that are not as they were shown. */
  changed(): Record<string, string> {
    const changed = this.controls.filter(({name, value}) => value.trim() !== (this.shown[name] ?? ""));
    return Object.fromEntries(changed.map(({name, value}) => [name, value.trim()]));
  }

  /** Returns every cell that is not empty. */
  filled(): Record<string, string> {
    return Object.fromEntries(
      this.controls.filter(({value}) => value.trim() !== "").map(({name, value}) => [name, value.trim()]),
    );
  }

  markChanged(): void {
    const changed = this.changed();
    for (const control of this.controls) control.classList.toggle("is-changed", control.name in changed);
  }

  /** Puts words into the cell that was looked at last. Returns whether there is one that takes words. */
  fill(words: string): boolean {
    if (!(this.armed instanceof HTMLInputElement)) return false;
    this.armed.value = words.replace(/\s+/g, " ");
    this.markChanged();
    this.armed.focus();
    return true;
  }

  focusCell(name: string): void {
    const control = this.controls.find((each) => each.name === name);
    if (control?.closest("details")) byId<HTMLDetailsElement>("more").open = true;
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }

  get isFocused(): boolean {
    return this.controls.includes(document.activeElement as Control);
  }
}

/** Returns a cell's value as a person reads it: 1,200,000. */
const readable = (name: string, value: string): string =>
  /^(?:value|low|high)$/.test(name)
    ? value.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ","))
    : value;

function notesOf({reviewed, sameAs, importedFrom, open}: DeskItem): string[] {
  const set = reviewed.filter((name) => name !== "accepted" && name !== "figure");
  return [
    ...(sameAs ? [`One fact with ${sameAs}`] : []),
    ...(importedFrom ? [`Read by ${importedFrom}`] : []),
    ...(set.length > 0 ? [`Set by review: ${set.join(", ").replaceAll("_", " ")}`] : []),
    ...(!open && reviewed.includes("accepted") ? ["Accepted"] : []),
    ...(reviewed.includes("figure") ? ["No figure, says a review"] : []),
  ];
}

function showSentence(quote: HTMLElement, {sentence, exact, prefix}: DeskItem): void {
  // The nearer words tell which of several alike is meant.
  const line = prefix.split("\n").at(-1)!;
  const known = sentence.indexOf(line.slice(-12) + exact);
  const at = known >= 0 ? known + line.slice(-12).length : sentence.indexOf(exact);
  if (at < 0) quote.replaceChildren(sentence);
  else
    quote.replaceChildren(sentence.slice(0, at), element("mark", exact), sentence.slice(at + exact.length));
}

function element(name: string, text: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
