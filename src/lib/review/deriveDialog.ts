import type {Candidate, Derivation} from "../../waybill/model/reviewDesk.js";
import {choice} from "./sameDialog.js";

const byId = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;

/** Returns a name for a number from what it is: “Crates a day” is “crates-a-day”. */
export function nameFor(about: string): string {
  const words = about
    .normalize("NFKD")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).slice(0, 5).join("-");
}

/** Asks what number is to be worked out of which figures, of which one is chosen already. Returns null if none is. */
export function askDerivation(candidates: readonly Candidate[], first: string): Promise<Derivation | null> {
  const dialog = byId<HTMLDialogElement>("derive");
  const form = byId<HTMLFormElement>("derivation");
  const [formula, about, id] = ["formula", "about", "id"].map((name) =>
    byId<HTMLInputElement>(`derive-${name}`),
  );
  form.reset();
  // The letters are given in the order in which figures are ticked.
  let ticked = candidates.filter(({figure_id}) => figure_id === first);
  const labels = candidates.map((candidate) => {
    const label = choice(candidate, {type: "checkbox", checked: candidate.figure_id === first});
    label.querySelector("input")!.addEventListener("change", ({target}) => {
      ticked = ticked.filter((one) => one !== candidate);
      if ((target as HTMLInputElement).checked) ticked.push(candidate);
      showLetters();
    });
    label.prepend(document.createElement("kbd"));
    return label;
  });
  byId("inputs").replaceChildren(...labels);
  const letterOf = (n: number): string => String.fromCharCode(97 + n);
  let written = "";
  function showLetters(): void {
    for (const [n, label] of labels.entries()) {
      const at = ticked.indexOf(candidates[n]);
      label.querySelector("kbd")!.textContent = at < 0 ? "" : letterOf(at);
    }
    if (formula.value === written) formula.value = ticked.map((_, n) => letterOf(n)).join(" / ");
    written = formula.value;
  }
  let named = "";
  about.oninput = () => {
    if (id.value === named) id.value = nameFor(about.value);
    named = id.value;
  };
  showLetters();
  dialog.showModal();
  labels
    .find((label) => !label.querySelector("input")!.checked)
    ?.querySelector("input")
    ?.focus();
  return new Promise((resolve) => {
    byId("derive-cancel").onclick = () => dialog.close();
    form.onsubmit = () => dialog.close("take");
    dialog.addEventListener(
      "close",
      () => {
        const isTaken = dialog.returnValue === "take";
        dialog.returnValue = "";
        const inputs = Object.fromEntries(
          ticked.map(({article_id, figure_id}, n) => [letterOf(n), {article_id, figure_id}]),
        );
        const fields = Object.fromEntries(
          [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
        );
        resolve(isTaken ? ({...fields, inputs} as unknown as Derivation) : null);
      },
      {once: true},
    );
  });
}
