/*
 * The review desk's page: keys and buttons for what a Session does. It is made by
 * the preview alone, and no part of a built site.
 */
import type {DeskView} from "../../waybill/model/reviewDesk.js";
import {askView} from "./ask.js";
import {Session} from "./Session.js";

const byId = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;

// How soon what an editor saves shows, in milliseconds.
const every = 1500;

try {
  begin(await askView());
} catch (error) {
  byId("problem").textContent = (error as Error).message;
}

function begin(view: DeskView): void {
  const session = new Session(view);
  showSite(view);
  const acts: Record<string, () => void> = {
    j: () => session.move(1),
    k: () => session.move(-1),
    e: () => session.edit(),
    x: () => session.refuse(),
    n: () => session.add(),
    s: () => void session.same(),
    c: () => void session.calculate(),
    r: () => session.clear(),
    u: () => session.undo(),
    "?": () => byId<HTMLDialogElement>("keys").showModal(),
    Enter: () => session.submit(),
    Escape: () => session.leave(),
  };
  const buttons: Record<string, () => void> = {
    next: acts.j,
    previous: acts.k,
    edit: acts.e,
    no: acts.x,
    yes: acts.n,
    "same-as": acts.s,
    calculate: acts.c,
    clear: acts.r,
    undo: acts.u,
    help: acts["?"],
    pick: () => session.pick("cell"),
  };
  for (const [id, act] of Object.entries(buttons)) byId(id).addEventListener("click", act);
  byId("cells").addEventListener("submit", (event) => {
    event.preventDefault();
    session.submit();
  });
  byId("text").addEventListener("mouseup", () => session.takeSelected());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    // Whoever holds a key down moves on, and writes nothing they have not seen.
    if (!event.repeat || /^[jk]$|^Arrow/.test(event.key)) act();
  });

  function actOf({key, shiftKey, target}: KeyboardEvent): (() => void) | undefined {
    if (session.isPicking && session.pickKey(key, shiftKey)) return () => {};
    if (key === "F2") return () => session.pick("cell");
    // In a cell letters are letters.
    if (session.isEditing) return key === "Enter" || key === "Escape" ? acts[key] : undefined;
    const isControl = target instanceof Element && target.closest("button, a, summary, select");
    if (isControl && !/^[a-z?]$/.test(key)) return undefined;
    return Object.hasOwn(acts, key) ? acts[key] : undefined;
  }

  setInterval(() => {
    if (document.visibilityState === "visible") void session.look();
  }, every);
}

/** Shows the pages of the site that draw on the article; they follow by themselves. */
function showSite({charts, article_id}: DeskView): void {
  const pages = [
    ...charts,
    {href: "/", title: "First page"},
    {href: `/sources/${encodeURIComponent(article_id)}`, title: "Page of the article"},
  ];
  const shown = byId<HTMLSelectElement>("shown");
  const site = byId<HTMLIFrameElement>("site");
  shown.replaceChildren(...pages.map(({href, title}) => new Option(title, href)));
  const show = (): void => {
    site.src = shown.value;
  };
  shown.addEventListener("change", show);
  // What stands above a chart is the same on every page. The page loads again whenever it changes.
  site.addEventListener("load", () => {
    const chart = site.contentDocument?.querySelector("figure.chart, main h1");
    const top = chart?.getBoundingClientRect().top ?? 0;
    site.contentWindow?.scrollTo(0, Math.max(0, top - 12));
  });
  show();
}
