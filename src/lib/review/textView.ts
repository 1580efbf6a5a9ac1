import type {DeskItem, DeskView, Place} from "../../waybill/model/reviewDesk.js";
import {wordsAround} from "../../waybill/model/wordsAround.js";
import type {Span} from "./words.js";

/** The article's text on the page. What its nodes hold together is the text itself, so that positions are the same in both. */
export class TextView {
  private text = "";

  constructor(
    private readonly element: HTMLElement,
    private readonly onChoose: (key: string) => void,
  ) {}

  /** Shows the text with its items marked, the current one among them. */
  show({text, items}: Pick<DeskView, "text" | "items">, stateOf: (item: DeskItem) => string): void {
    this.text = text;
    const parts: (string | HTMLElement)[] = [];
    let at = 0;
    for (const item of [...items].sort((a, b) => a.start - b.start)) {
      if (item.start < at) continue;
      parts.push(text.slice(at, item.start), this.mark(item, stateOf(item)));
      at = item.end;
    }
    const scroll = this.element.scrollTop;
    this.element.replaceChildren(...parts, text.slice(at));
    this.hideBlankLines();
    this.element.scrollTop = scroll;
  }

  // They count as positions, and are not to be seen.
  private hideBlankLines(): void {
    const first = this.element.firstChild;
    const [blank] = /^\s*/.exec(first?.textContent ?? "")!;
    if (!first || blank === "" || first.nodeType !== Node.TEXT_NODE) return;
    const hidden = document.createElement("span");
    hidden.hidden = true;
    hidden.textContent = blank;
    first.textContent = first.textContent!.slice(blank.length);
    this.element.prepend(hidden);
  }

  private mark(item: DeskItem, state: string): HTMLElement {
    const mark = document.createElement("mark");
    mark.textContent = item.exact;
    mark.dataset.key = item.key;
    mark.className = state;
    mark.tabIndex = -1;
    mark.setAttribute("role", "button");
    mark.addEventListener("click", () => {
      if (getSelection()?.isCollapsed !== false) this.onChoose(item.key);
    });
    return mark;
  }

  /** Makes an item the one that is looked at. */
  setCurrent(key: string | null, {focus}: {focus: boolean}): void {
    for (const mark of this.element.querySelectorAll<HTMLElement>("mark")) {
      const isCurrent = mark.dataset.key === key;
      mark.tabIndex = isCurrent ? 0 : -1;
      if (!isCurrent) {
        mark.removeAttribute("aria-current");
        continue;
      }
      mark.setAttribute("aria-current", "true");
      this.reveal(mark.getBoundingClientRect());
      if (focus) mark.focus({preventScroll: true});
    }
  }

  // Within the text alone: the page itself must not jump.
  private reveal({top, bottom}: DOMRect): void {
    const box = this.element.getBoundingClientRect();
    const margin = box.height / 5;
    if (top < box.top + margin || bottom > box.bottom - margin)
      this.element.scrollTop += (top + bottom) / 2 - (box.top + box.height / 2);
  }

  focus(): void {
    this.element.focus({preventScroll: true});
  }

  /** Selects a span, as a mouse would. */
  select({start, end}: Span): void {
    const range = document.createRange();
    range.setStart(...this.pointAt(start));
    range.setEnd(...this.pointAt(end));
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    this.reveal(range.getBoundingClientRect());
  }

  /** Returns the words that are selected in the text; null if none are. */
  selected(): Span | null {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    if (!this.element.contains(range.commonAncestorContainer)) return null;
    const [from, to] = [
      this.positionOf(range.startContainer, range.startOffset),
      this.positionOf(range.endContainer, range.endOffset),
    ];
    const words = this.text.slice(from, to);
    const start = from + (words.length - words.trimStart().length);
    const end = to - (words.length - words.trimEnd().length);
    return end > start ? {start, end} : null;
  }

  /** Returns a span's words and what is around them. */
  placeOf(span: Span): Place {
    return wordsAround(this.text, span);
  }

  private positionOf(node: Node, offset: number): number {
    const range = document.createRange();
    range.setStart(this.element, 0);
    range.setEnd(node, offset);
    return range.toString().length;
  }

  private pointAt(position: number): [Node, number] {
    const walker = document.createTreeWalker(this.element, NodeFilter.SHOW_TEXT);
    let left = position;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const {length} = node as Text;
      if (left <= length) return [node, left];
      left -= length;
    }
    return [this.element, this.element.childNodes.length];
  }
}
