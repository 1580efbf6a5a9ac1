/** Copies an element's text. Returns false, and leaves it selected, where the browser lets no script copy. */
export async function copy(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? "");
    return true;
  } catch {
    const selection = getSelection();
    selection?.selectAllChildren(element);
    return document.execCommand("copy");
  }
}
