import {create} from "./create.js";
import type * as redrawing from "./redraw.js";

/** What a figure shows now, and how often it was asked to show something else. */
const states = new WeakMap<Element, {choices: Record<string, string>; asked: number}>();
// Few readers draw a chart anew: what does it comes when one asks, of the same making as this script.
const own = new URL(import.meta.url);
const code = new URL(`redraw.js${own.search}`, own).href;
const controls = ".chart-switches, .chart-full";

/** Shows the controls that wait for a script, each with a place for what becomes of it. */
export function showControls(): void {
  for (const control of document.querySelectorAll<HTMLElement>(controls)) {
    if (!control.hidden) continue;
    // Some browsers keep what was chosen before the page was loaded anew.
    if (control instanceof HTMLFormElement) control.reset();
    control.append(create("output", "chart-status"));
    control.hidden = false;
  }
}

/**
 * Draws the chart of a control anew, as its switches stand. Says so if it takes
 * long; if it fails, says that, and leaves drawing and switches as they were.
 */
export async function followControl(target: Element, onDrawn: () => void): Promise<void> {
  const figure = target.closest<HTMLElement>("figure.chart")!;
  const control = target.closest<HTMLElement>(controls)!;
  const form = figure.querySelector<HTMLFormElement>("form.chart-switches");
  const status = control.querySelector("output")!;
  const drawings = figure.querySelector<HTMLElement>(".drawings")!;
  const state = states.get(figure) ?? {choices: firstChoices(form), asked: 0};
  states.set(figure, state);
  const turn = ++state.asked;
  const isLatest = (): boolean => turn === state.asked;
  const choices = choicesOf(form);
  status.value = "";
  const slow = setTimeout(() => {
    status.value = "Drawing …";
    drawings.setAttribute("aria-busy", "true");
  }, 200);
  try {
    const {redraw}: typeof redrawing = await import(code);
    await redraw(figure, choices, isLatest);
    if (!isLatest()) return;
    state.choices = choices;
    status.value = "";
    const full = figure.querySelector<HTMLElement>(".chart-full");
    if (full?.contains(document.activeElement)) {
      drawings.tabIndex = -1;
      drawings.focus({preventScroll: true});
    }
    full?.remove();
    onDrawn();
  } catch (error) {
    if (!isLatest()) return;
    console.error(error);
    status.value = "That could not be drawn. The chart is as it was.";
    for (const input of form?.querySelectorAll("input") ?? [])
      input.checked = state.choices[input.name] === input.value;
  } finally {
    clearTimeout(slow);
    if (isLatest()) drawings.removeAttribute("aria-busy");
  }
}

function choicesOf(form: HTMLFormElement | null): Record<string, string> {
  const checked = form?.querySelectorAll<HTMLInputElement>("input:checked") ?? [];
  return Object.fromEntries([...checked].map(({name, value}) => [name, value]));
}

function firstChoices(form: HTMLFormElement | null): Record<string, string> {
  const checked = [...(form?.querySelectorAll("input") ?? [])].filter((input) => input.defaultChecked);
  return Object.fromEntries(checked.map(({name, value}) => [name, value]));
}
