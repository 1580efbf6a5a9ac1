/** What was last written into each place. */
const written = new WeakMap<Element, string>();

/**
 * Makes the content of a place what the HTML says, and touches only what is
 * different in it: what stays the same keeps its layout and the keyboard's place.
 */
export function patch(place: Element, html: string): void {
  if (written.get(place) === html) return;
  written.set(place, html);
  patchAnyway(place, html);
}

/** Does so where others write into the place too. */
export function patchAnyway(place: Element, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  patchNodes(place, template.content);
}

function patchNodes(place: Node, wanted: Node): void {
  let old = place.firstChild;
  for (let next = wanted.firstChild; next !== null; next = wanted.firstChild) {
    if (old !== null && old.nodeName === next.nodeName) {
      patchNode(old, next);
      old = old.nextSibling;
      next.remove();
    } else place.insertBefore(next, old);
  }
  while (old !== null) {
    const after: ChildNode | null = old.nextSibling;
    old.remove();
    old = after;
  }
}

function patchNode(old: ChildNode, wanted: ChildNode): void {
  if (old instanceof CharacterData) {
    const {data} = wanted as CharacterData;
    if (old.data !== data) old.data = data;
    return;
  }
  const [element, next] = [old as Element, wanted as Element];
  for (const {name, value} of next.attributes)
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (element.attributes.length !== next.attributes.length)
    for (const name of element.getAttributeNames())
      if (!next.hasAttribute(name)) element.removeAttribute(name);
  // What a reader did to it counts for more than its attribute.
  if (element instanceof HTMLInputElement) element.checked = next.hasAttribute("checked");
  if (element instanceof HTMLOptionElement) element.selected = next.hasAttribute("selected");
  patchNodes(element, next);
}
