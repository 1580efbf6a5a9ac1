import type {Candidate} from "../../waybill/model/reviewDesk.js";

/** Asks which figure of another article states the same fact. Returns null if none is chosen. */
export function chooseSame(candidates: readonly Candidate[]): Promise<Candidate | null> {
  const dialog = document.getElementById("same") as HTMLDialogElement;
  const list = document.getElementById("candidates")!;
  const join = document.getElementById("join") as HTMLButtonElement;
  list.replaceChildren(...candidates.map(choiceOf));
  if (candidates.length === 0) list.textContent = "There is none of this kind and unit.";
  join.disabled = candidates.length === 0;
  dialog.showModal();
  list.querySelector("input")?.focus();
  return new Promise((resolve) => {
    const chosen = (): Candidate | null => {
      const checked = list.querySelector<HTMLInputElement>("input:checked");
      return checked ? candidates[Number(checked.value)] : null;
    };
    const take = (): void => dialog.close("take");
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      if (candidates.length > 0) take();
    };
    join.onclick = take;
    dialog.onkeydown = onKey;
    dialog.addEventListener(
      "close",
      () => {
        const taken = dialog.returnValue === "take" ? chosen() : null;
        dialog.returnValue = "";
        resolve(taken);
      },
      {once: true},
    );
  });
}

const choiceOf = (candidate: Candidate, n: number): HTMLElement =>
  choice(candidate, {type: "radio", name: "candidate", value: String(n), checked: n === 0});

/** Returns a figure as a choice: its words, its sentence, where it stands. */
export function choice(
  {exact, sentence, title, publisher}: Candidate,
  properties: {type: string; name?: string; value?: string; checked: boolean},
): HTMLLabelElement {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), properties);
  const words = document.createElement("span");
  const [strong, told, from] = ["strong", "q", "small"].map((name) => document.createElement(name));
  [strong.textContent, told.textContent, from.textContent] = [exact, sentence, `${publisher}: ${title}`];
  words.append(strong, told, from);
  label.append(input, words);
  return label;
}
