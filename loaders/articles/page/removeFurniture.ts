import {lettersIn} from "./blocks.js";
import {namesAuthor, namesFurniture} from "./furnitureLines.js";
import {furnitureNamed, type Named} from "./furnitureNames.js";

const listed = (names: string): Set<string> => new Set(names.split(" "));
const tags = listed(
  "nav aside footer dialog menu figcaption form label input fieldset legend progress meter output rp rt address",
);
const roles = listed(
  "navigation complementary banner contentinfo search form dialog alertdialog menu menubar toolbar tablist alert status log marquee timer tooltip img doc-pullquote doc-tip",
);
const types = listed(
  "WPHeader WPFooter WPSideBar WPAdBlock SiteNavigationElement BreadcrumbList ItemList ImageObject VideoObject AudioObject Comment UserComments InteractionCounter AggregateRating Person Organization",
);
const items = listed(
  "headline alternativeHeadline caption author publisher creator comment commentCount interactionStatistic datePublished dateModified keywords articleSection image video",
);
const inline = /^(?:a|abbr|b|bdi|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var)$/;
const running =
  /^(?:p|li|dd|dt|td|th|h[1-6]|blockquote|em|strong|b|i|a|span|font|q|cite|pre|caption|summary)$/;
const cells = /^(?:p|td|th|tr|tbody|thead|table|h[1-6])$/;
const landmarks = "h1, main, [role=main], [itemprop~=articleBody]";

/**
 * Takes out of a page what stands beside its article: navigation, teasers,
 * captions, counts, forms. It is told by its HTML element, its role, its
 * schema.org type, its names, the heading it begins with, and its links.
 * Nothing goes by its names alone that holds the headline or most of the text.
 * The headline goes too: it is the article's title, and its text says it again.
 */
export function removeFurniture(body: Element, title: string | null): void {
  const scene = sceneOf(body);
  removeHead(headlineOf(body, title), scene);
  visit(body, scene);
  removeHeaded(body, scene);
  removeTeasers(body, scene);
}

interface Weight {
  letters: number;
  linked: number;
  links: number;
  /** Letters outside links. */
  prose: number;
}

interface Scene {
  weightOf(element: Element): Weight;
  /** Whether there is text left without the element. */
  isBeside(element: Element): boolean;
  isNearlyAll(element: Element): boolean;
  /** Whether most of the text is left without the element. */
  isLittle(element: Element): boolean;
  /** Whether the element is likely to be the article itself, or a good part of it. */
  isMain(element: Element): boolean;
  named(element: Element): Named | null;
  remove(element: Element): void;
}

function sceneOf(body: Element): Scene {
  const weights = weigh(body);
  const none: Weight = {letters: 0, linked: 0, links: 0, prose: 0};
  const weightOf = (element: Element): Weight => weights.get(element) ?? none;
  let left = weightOf(body).prose;
  const all = left;
  const holders = new Set<Node>();
  for (const landmark of body.querySelectorAll(landmarks))
    for (let at: Node | null = landmark; at && !holders.has(at); at = at.parentNode) holders.add(at);
  // Comments are often longer than what they are about.
  const isMost = (prose: number, named?: Named): boolean =>
    left - prose < Math.min(named === "long" ? 250 : 1000, prose);
  const names = namesIn(body, weightOf);
  return {
    weightOf,
    isBeside: (element) => !holders.has(element) && left > weightOf(element).prose,
    isNearlyAll: (element) => weightOf(element).prose > 0.9 * left,
    isLittle: (element) => left > 2 * weightOf(element).prose,
    isMain: (element) => holders.has(element) || isMost(weightOf(element).prose),
    named(element) {
      if (holders.has(element)) return null;
      const {prose} = weightOf(element);
      for (const [name, named] of namesOf(element)) {
        // What names all paragraphs of the article names no furniture.
        if (isMost(Math.max(prose, names.get(name) ?? 0), named)) continue;
        if (named === "long" || prose <= Math.max(400, all / 5)) return named;
      }
      return null;
    },
    remove(element) {
      left -= weightOf(element).prose;
      element.remove();
    },
  };
}

function visit(element: Element, scene: Scene): void {
  const {localName: name} = element;
  // Some servers put the whole page into one form.
  const isOne = name === "form" && scene.isNearlyAll(element);
  if (isByKind(element) && !isOne && scene.isBeside(element)) {
    scene.remove(name === "form" ? formBox(element, scene) : element);
    return;
  }
  const isInSentence = inline.test(name) && running.test(element.parentElement?.localName ?? "");
  const named = isInSentence ? null : scene.named(element);
  if (named === "picture") removeButTables(element, scene);
  else if (named || isPictureTable(element)) scene.remove(element);
  if (named || !element.parentNode) return;
  if (!isInSentence && !scene.isMain(element) && (isHidden(element) || isLinks(element, scene))) {
    scene.remove(element);
    return;
  }
  element.removeAttribute("hidden");
  element.removeAttribute("aria-hidden");
  if (name === "figure") removeButTables(element, scene);
  else for (const child of [...element.children]) if (child.parentNode) visit(child, scene);
}

// Old pages put a picture and its caption into a table.
function isPictureTable(element: Element): boolean {
  if (element.localName !== "table" || element.querySelector("img") === null) return false;
  const cells = [...element.querySelectorAll("td, th")];
  const filled = cells.filter((cell) => /\S/.test(cell.textContent ?? ""));
  return filled.length <= 2 && filled.every((cell) => lettersIn(cell.textContent ?? "") < 300);
}

function isLinks(element: Element, scene: Scene): boolean {
  const {letters, linked, links} = scene.weightOf(element);
  return links > 1 && linked > 0.6 * letters && !cells.test(element.localName);
}

function isByKind(element: Element): boolean {
  const {localName: name} = element;
  const valuesOf = (attribute: string): string[] =>
    (element.getAttribute(attribute) ?? "").slice(0, 500).split(/\s+/);
  return (
    tags.has(name) ||
    // What a page begins with, if it is not the head of the article.
    (name === "header" && element.querySelector("h1") === null) ||
    valuesOf("role").some((role) => roles.has(role.toLowerCase())) ||
    valuesOf("itemtype").some((type) => types.has(type.replace(/^.*\//, ""))) ||
    valuesOf("itemprop").some((item) => items.has(item)) ||
    // The mark of a note would run into the word before it.
    (name === "sup" && element.querySelector('a[href*="#"]') !== null)
  );
}

const isHidden = (element: Element): boolean =>
  element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true";

function* namesOf(element: Element): Generator<[name: string, named: Named]> {
  const written = ["class", "id", "data-testid", "data-component"].flatMap((attribute) =>
    (element.getAttribute(attribute) ?? "").slice(0, 500).split(/\s+/),
  );
  const label = element.getAttribute("aria-label") ?? "";
  for (const name of [...written, label, element.localName.includes("-") ? element.localName : ""]) {
    const named = name === "" ? null : furnitureNamed(name);
    if (named) yield [name, named];
  }
}

// How many letters stand in elements of each name, those within one another counted once.
function namesIn(body: Element, weightOf: (element: Element) => Weight): Map<string, number> {
  const held = new Map<string, number>();
  const walk = (element: Element, outer: ReadonlySet<string>): void => {
    const names = [...namesOf(element)].map(([name]) => name).filter((name) => !outer.has(name));
    for (const name of names) held.set(name, (held.get(name) ?? 0) + weightOf(element).prose);
    const inner = names.length > 0 ? new Set([...outer, ...names]) : outer;
    for (const child of element.children) walk(child, inner);
  };
  walk(body, new Set());
  return held;
}

// A table is no caption, whatever it stands in.
function removeButTables(element: Element, scene: Scene): void {
  if (element.querySelector("table, pre, blockquote") === null) {
    scene.remove(element);
    return;
  }
  for (const child of [...element.childNodes]) {
    if (child.nodeType === 3) child.remove();
    else if (child.nodeType === 1 && !/^(?:table|pre|blockquote)$/.test((child as Element).localName))
      removeButTables(child as Element, scene);
  }
}

// The words that ask for an address stand beside its form.
function formBox(form: Element, scene: Scene): Element {
  const box = form.parentElement;
  const isBox =
    box !== null &&
    !/^(?:article|main|body|td|li)$/.test(box.localName) &&
    scene.weightOf(box).letters < 400 &&
    !scene.isMain(box);
  return isBox ? box : form;
}

// Some pages have a section or the paper's name in a first h1, or a teaser's.
function headlineOf(body: Element, title: string | null): Element | null {
  const plain = (text: string | null): string =>
    (text ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const headings = [...body.querySelectorAll("h1")];
  const isTitle = (heading: Element): boolean => plain(heading.textContent) === plain(title);
  return headings.find(isTitle) ?? headings[0] ?? null;
}

/** Removes the headline and what stands with it: a line below it, who wrote it, when. */
function removeHead(headline: Element | null, scene: Scene): void {
  if (!headline) return;
  removeBelow(headline, scene);
  const header = headline.closest("header");
  const isHeader = header !== null && scene.weightOf(header).prose < 1000 && scene.isLittle(header);
  for (const element of [isHeader ? header : headline]) if (scene.isLittle(element)) scene.remove(element);
}

// The one line between the headline and who wrote it is no paragraph of the article.
function removeBelow(headline: Element, scene: Scene): void {
  const following: Element[] = [];
  for (let at = headline.nextElementSibling; at && following.length < 2; at = at.nextElementSibling)
    if (scene.weightOf(at).letters > 0) following.push(at);
  const [line, next] = following;
  if (!line || scene.weightOf(line).letters > 300 || isByline(line)) return;
  if (line.localName === "h2" || (next && isByline(next))) scene.remove(line);
}

const bylines = "address, time, [rel~=author], [itemprop~=author], [itemprop~=datePublished]";

function isByline(element: Element): boolean {
  const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
  if (text.length > 200) return false;
  const names = (element.getAttribute("class") ?? "").slice(0, 500);
  return (
    element.matches(bylines) ||
    element.querySelector(bylines) !== null ||
    namesAuthor(text) ||
    /(?:^|[\s_-])(?:by|byline|authors?|meta)(?:$|[\s_-])/i.test(names)
  );
}

// A box that begins with “Related”, or the list below such a heading.
function removeHeaded(body: Element, scene: Scene): void {
  for (const heading of [...body.querySelectorAll("h2, h3, h4, h5, h6, p, strong, b, div, span, summary")]) {
    if (!heading.parentElement || heading.children.length > 3 || heading.childNodes.length > 6) continue;
    const text = (heading.textContent ?? "").trim();
    if (!body.contains(heading) || !namesFurniture(text) || beginsSentence(heading, scene)) continue;
    const box = boxOf(heading, body, scene);
    if (box.textContent?.trim() === text) removeListBelow(box, scene);
    scene.remove(box);
  }
}

// A heading that is a link leads to another story, which the words below it tell of.
function removeTeasers(body: Element, scene: Scene): void {
  for (const heading of [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")]) {
    const {letters, linked} = scene.weightOf(heading);
    if (letters === 0 || linked < 0.9 * letters || !body.contains(heading)) continue;
    const box = boxOf(heading, body, scene);
    if (scene.weightOf(box).prose < 400) scene.remove(box);
  }
}

// What a heading of furniture is above: a list, or lines that stand bare up to an empty one.
function removeListBelow(heading: Element, scene: Scene): void {
  const next = heading.nextElementSibling;
  if (next && /^(?:ul|ol|dl)$/.test(next.localName) && !scene.isMain(next)) scene.remove(next);
  if (!inline.test(heading.localName)) return;
  let breaks = 0;
  for (let at = heading.nextSibling; at !== null && breaks < 2; ) {
    const name = at.nodeType === 1 ? (at as Element).localName : "";
    const isBare = at.nodeType === 3 || name === "br" || (inline.test(name) && !/^(?:b|strong)$/.test(name));
    if (!isBare) return;
    if (/\S/.test(at.textContent ?? "")) breaks = 0;
    else if (name === "br") breaks++;
    const following: ChildNode | null = at.nextSibling;
    at.remove();
    at = following;
  }
}

// “In short: it sold 40 vans” is a sentence, whatever is bold in it.
function beginsSentence(heading: Element, scene: Scene): boolean {
  const {parentElement: around} = heading;
  if (!inline.test(heading.localName) || !/^(?:p|li|dd|blockquote)$/.test(around?.localName ?? ""))
    return false;
  return scene.weightOf(around!).prose > scene.weightOf(heading).letters + 10;
}

// The largest element that begins with the heading, and is not the article.
function boxOf(heading: Element, body: Element, scene: Scene): Element {
  let box = heading;
  for (;;) {
    const parent: Element | null = box.parentElement;
    const isBox =
      parent !== null &&
      parent !== body &&
      isFirst(box) &&
      !/^(?:article|main|table|tbody|tr)$/.test(parent.localName) &&
      (scene.weightOf(parent).prose < 600 ||
        /comment|discussion|conversation/i.test(heading.textContent ?? "")) &&
      !scene.isMain(parent);
    if (!isBox) return box;
    box = parent;
  }
}

function isFirst(element: Element): boolean {
  for (let at = element.previousSibling; at; at = at.previousSibling)
    if (/\S/.test(at.textContent ?? "")) return false;
  return true;
}

function weigh(root: Element): Map<Element, Weight> {
  const weights = new Map<Element, Weight>();
  const walk = (element: Element, isLinked: boolean): Weight => {
    const isLink = element.localName === "a" && element.hasAttribute("href");
    const weight: Weight = {letters: 0, linked: 0, links: isLink ? 1 : 0, prose: 0};
    for (const child of element.childNodes) {
      if (child.nodeType === 3) {
        const letters = lettersIn((child as Text).data);
        weight.letters += letters;
        if (isLinked || isLink) weight.linked += letters;
      } else if (child.nodeType === 1) {
        const inner = walk(child as Element, isLinked || isLink);
        weight.letters += inner.letters;
        weight.linked += inner.linked;
        weight.links += inner.links;
      }
    }
    weight.prose = weight.letters - weight.linked;
    weights.set(element, weight);
    return weight;
  };
  walk(root, false);
  return weights;
}
