import type {Act, DeskItem, DeskView, Place} from "../../waybill/model/reviewDesk.js";
import {askAct, askCandidates, askChanged, askInputs} from "./ask.js";
import {askDerivation} from "./deriveDialog.js";
import {Panel} from "./panel.js";
import {keptOrder, nextOpen, stepFrom} from "./queue.js";
import {chooseSame} from "./sameDialog.js";
import {TextView} from "./textView.js";
import {guessFigure, movePicked, type Picked, type Span, spanOf, wordAt, wordsOf} from "./words.js";

const byId = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;

/** What words are picked for: the cell that is being edited, or a figure that was missed. */
type Purpose = "cell" | "figure";

/** One journalist at one article: what is looked at, what is being picked or added, what is on its way to the file. */
export class Session {
  private readonly panel = new Panel();
  private readonly text: TextView;
  private order: string[] = [];
  private current: string | null = null;
  /** Numbers that were passed, and items whose act is on its way. */
  private readonly settled = new Set<string>();
  private picking: (Picked & {purpose: Purpose; words: Span[]}) | null = null;
  private adding: Place | null = null;
  private sending: Promise<void> = Promise.resolve();
  private underway = 0;
  /** Whether the preview did not answer, or the file could not be read, when it was last looked at. */
  private isLost = false;

  constructor(private view: DeskView) {
    this.text = new TextView(byId("text"), (key) => this.choose(key));
    this.order = keptOrder([], view.items);
    this.current = this.order.find(this.isOpen) ?? this.order[0] ?? null;
    for (const event of ["input", "focusin"])
      this.panel.form.addEventListener(event, () => this.showActions());
    this.show({focus: true});
  }

  private get item(): DeskItem | undefined {
    return this.view.items.find(({key}) => key === this.current);
  }

  private readonly isOpen = (key: string): boolean =>
    !this.settled.has(key) && this.view.items.some((item) => item.key === key && item.open);

  get isPicking(): boolean {
    return this.picking !== null;
  }

  get isEditing(): boolean {
    return this.panel.isFocused;
  }

  choose(key: string | null): void {
    if (key === null) return;
    this.adding = null;
    this.picking = null;
    this.current = key;
    this.show({focus: true});
  }

  move(step: number): void {
    this.complain(null);
    this.choose(stepFrom(this.order, this.current, step));
  }

  private goOn(): void {
    this.choose(nextOpen(this.order, this.current, this.isOpen) ?? this.current);
  }

  /** Accepts what is shown, or saves what was changed in it, and goes on. */
  submit(): void {
    const {item, adding} = this;
    if (adding) {
      this.send({act: "yes", at: adding, cells: this.panel.filled()});
      this.adding = null;
      this.goOn();
      return;
    }
    if (!item) return;
    const cells = this.panel.changed();
    if (item.kind === "number") this.say(`left “${item.exact}” aside`);
    else if (Object.keys(cells).length > 0) this.send({act: "set", at: item, cells});
    else if (item.kind === "figure" && !item.reviewed.includes("accepted"))
      this.send({act: "accept", at: item});
    this.settled.add(item.key);
    this.goOn();
  }

  edit(): void {
    if (this.adding) this.panel.focusCell("kind");
    else if (this.item?.kind === "figure") this.panel.focusCell("value");
  }

  /** Leaves what is being picked, added or edited as it was. */
  leave(): void {
    if (this.picking) {
      const {purpose} = this.picking;
      this.picking = null;
      getSelection()?.removeAllRanges();
      if (purpose === "cell") this.panel.armed?.focus();
      else this.show({focus: true});
      this.showActions();
      return;
    }
    this.adding = null;
    this.show({focus: true});
  }

  refuse(): void {
    const {item} = this;
    if (item?.kind !== "figure") return;
    this.settled.add(item.key);
    this.send({act: "no", at: item});
    this.goOn();
  }

  /** Makes a figure of the selected words, or begins to pick them. */
  add(): void {
    const selected = this.text.selected();
    if (selected) this.beginFigure(selected);
    else this.pick("figure");
  }

  private beginFigure(span: Span): void {
    const {text, items} = this.view;
    const read = items.find(
      ({kind, start, end}) => kind === "figure" && start < span.end && span.start < end,
    );
    if (read) {
      this.complain(new Error(`“${read.exact}” is read as a figure already (edit its cells)`));
      this.choose(read.key);
      return;
    }
    this.complain(null);
    this.adding = this.text.placeOf(span);
    const inside = items.find(
      ({kind, start, end}) => kind === "number" && start < span.end && span.start < end,
    );
    const near = inside?.near ?? this.item?.near ?? [];
    this.show({focus: false});
    this.panel.show(
      {...this.blank(this.adding), near},
      this.view,
      guessFigure(text.slice(span.start, span.end)),
    );
    this.showActions();
    this.panel.focusCell("kind");
  }

  private blank(at: Place): DeskItem {
    const line = this.view.text.slice(this.view.text.lastIndexOf("\n", at.start) + 1);
    return {
      ...at,
      key: "",
      kind: "number",
      open: true,
      doubts: ["To be added as a figure"],
      reading: "",
      sentence: line.split("\n")[0],
      confidence: null,
      cells: {},
      basis: {},
      reviewed: [],
      importedFrom: null,
      sameAs: null,
      near: [],
    };
  }

  /** Lets words be picked with the arrow keys, beginning at the figure. */
  pick(purpose: Purpose): void {
    const words = wordsOf(this.view.text);
    if (words.length === 0 || (purpose === "cell" && !this.panel.armed)) return;
    const at = wordAt(words, this.adding?.start ?? this.item?.start ?? 0);
    this.picking = {anchor: at, focus: at, words, purpose};
    this.text.focus();
    this.text.select(words[at]);
    this.showActions();
  }

  /** Takes a key while words are picked. Returns whether it meant something. */
  pickKey(key: string, isExtending: boolean): boolean {
    const {picking} = this;
    if (!picking) return false;
    if (key === "Enter") {
      this.picking = null;
      this.take(picking.purpose, spanOf(picking.words, picking));
      return true;
    }
    const moved = movePicked(picking, key, isExtending, picking.words.length);
    if (!moved) return false;
    this.picking = {...picking, ...moved};
    const span = spanOf(picking.words, moved);
    this.text.select(span);
    this.say(this.view.text.slice(span.start, span.end));
    return true;
  }

  private take(purpose: Purpose, span: Span): void {
    if (purpose === "figure") this.beginFigure(span);
    else if (this.panel.fill(this.view.text.slice(span.start, span.end))) this.showActions();
  }

  /** Puts words that were selected with a mouse into the cell that was looked at. */
  takeSelected(): void {
    const span = this.text.selected();
    if (span && !this.picking && this.panel.armed) this.take("cell", span);
  }

  async same(): Promise<void> {
    const {item} = this;
    if (item?.kind !== "figure") return;
    try {
      const chosen = await chooseSame(await askCandidates(item));
      if (chosen)
        this.send({
          act: "same",
          at: item,
          other: {article_id: chosen.article_id, figure_id: chosen.figure_id},
        });
    } catch (error) {
      this.complain(error);
    }
    this.show({focus: true});
  }

  async calculate(): Promise<void> {
    const {item} = this;
    if (item?.kind !== "figure") return;
    try {
      const derived = await askDerivation(await askInputs(), item.key);
      if (derived) this.send({act: "derive", at: item, derived});
    } catch (error) {
      this.complain(error);
    }
    this.show({focus: true});
  }

  clear(): void {
    const {item} = this;
    if (item && (item.reviewed.length > 0 || item.sameAs)) this.send({act: "clear", at: item});
  }

  undo(): void {
    this.send({act: "undo"});
  }

  /** Sends an act when those before it are written. */
  private send(act: Act): void {
    this.underway++;
    this.sending = this.sending.then(async () => {
      try {
        const {says, at, view} = await askAct(act);
        this.say(says);
        this.complain(null);
        this.receive(view);
        // What was taken back is to be looked at again.
        if (act.act === "undo")
          this.choose(view.items.find(({start, end}) => start < at.end && at.start < end)?.key ?? null);
      } catch (error) {
        this.complain(error);
      } finally {
        this.underway--;
        if (this.underway === 0) this.settle();
      }
    });
  }

  // What was on its way is in the file, or was refused: the file says what is open, but for numbers, of which it says nothing.
  private settle(): void {
    const numbers = new Set(this.view.items.filter(({kind}) => kind === "number").map(({key}) => key));
    for (const key of this.settled) if (!numbers.has(key)) this.settled.delete(key);
    this.showState();
  }

  /** Looks whether the file was changed by somebody else. */
  async look(): Promise<void> {
    if (this.underway > 0) return;
    try {
      const view = await askChanged(this.view.version);
      if (view && this.underway === 0) {
        this.receive(view);
        this.say("The file was changed: this is how it is now");
      }
      if (view || this.isLost) this.complain(null);
      this.isLost = false;
    } catch (error) {
      this.complain(error);
      this.isLost = true;
    }
  }

  private receive(view: DeskView): void {
    const {item} = this;
    this.view = view;
    this.order = keptOrder(this.order, view.items);
    if (this.current === null || !this.order.includes(this.current))
      this.current =
        view.items.find(({start, end}) => item && start < item.end && item.start < end)?.key ??
        this.order[0] ??
        null;
    // What somebody types is theirs until they leave it.
    if (this.panel.isFocused || this.picking || this.adding) this.showState();
    else
      this.show({
        focus: document.activeElement?.tagName === "MARK" || document.activeElement === document.body,
      });
  }

  private show({focus}: {focus: boolean}): void {
    const {item} = this;
    this.showState();
    this.text.setCurrent(this.current, {focus});
    if (item && !this.adding) this.panel.show(item, this.view);
    if (!item) byId("reading").textContent = "No figure is read in it";
    this.showActions();
  }

  private showState(): void {
    const {view, settled} = this;
    const isFocused = document.activeElement?.tagName === "MARK";
    this.text.show(view, ({key, kind, open, doubts}) =>
      [
        kind.replace(" ", "-"),
        open && !settled.has(key) ? "is-open" : "is-done",
        doubts.length > 0 ? "is-doubtful" : "",
      ]
        .join(" ")
        .trim(),
    );
    this.text.setCurrent(this.current, {focus: isFocused});
    if (this.picking) this.text.select(spanOf(this.picking.words, this.picking));
    const figures = view.items.filter(({kind}) => kind === "figure");
    const open = figures.filter(({key}) => this.isOpen(key)).length;
    byId("progress").textContent =
      open > 0 ? `${open} of ${figures.length} open` : `All ${figures.length} looked at`;
    const undo = byId<HTMLButtonElement>("undo");
    undo.disabled = view.undo === null;
    undo.title = view.undo ?? "";
    const at = this.current === null ? 0 : this.order.indexOf(this.current) + 1;
    byId("position").textContent = `${at} of ${this.order.length}`;
  }

  private showActions(): void {
    const {item, adding, picking} = this;
    this.panel.markChanged();
    const isChanged = Object.keys(this.panel.changed()).length > 0;
    const isFigure = item?.kind === "figure" && !adding;
    byId("accept").querySelector("span")!.textContent = this.submitting(isChanged);
    const disabled = {
      edit: !isFigure && !adding,
      no: !isFigure,
      yes: adding !== null,
      "same-as": !isFigure,
      calculate: !isFigure,
    };
    for (const [id, is] of Object.entries(disabled)) byId<HTMLButtonElement>(id).disabled = is;
    byId("pick").hidden = this.panel.armed === null;
    byId("clear").hidden = adding !== null || (item?.reviewed.length === 0 && !item.sameAs);
    byId("hint").textContent = picking
      ? "Arrow keys move from word to word, Shift takes more, Enter takes them, Esc leaves."
      : adding
        ? "Kind, number and unit are needed. Enter adds it, Esc leaves."
        : "";
  }

  /** What Enter does now, in a word or two. */
  private submitting(isChanged: boolean): string {
    if (this.adding) return "Add figure";
    if (isChanged) return "Save";
    if (this.item?.kind === "number") return "Leave aside";
    return this.item?.kind === "figure" && !this.item.reviewed.includes("accepted") ? "Accept" : "Go on";
  }

  private say(words: string): void {
    byId("says").textContent = words;
  }

  // The same words again are not news.
  private complain(error: unknown): void {
    const words = error === null ? "" : (error as Error).message;
    if (byId("problem").textContent !== words) byId("problem").textContent = words;
  }
}
