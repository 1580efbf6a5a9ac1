import {type Block, lettersIn, markOf} from "./blocks.js";
import {isFurnitureLine, namesFurniture} from "./furnitureLines.js";
import {readability} from "./packages.js";

/**
 * Returns the blocks of a page that are its article's text: those that
 * readability finds, with what it leaves out between them, less what another
 * says again. Where JSON-LD has the whole text, a paragraph is the article's if
 * it stands there too.
 */
export function chooseBlocks(blocks: readonly Block[], document: Document, body: string | null): Block[] {
  const likely = blocks.filter((block) => !isFurniture(block));
  // In a short page there is nothing to choose from.
  if (lettersOf(likely) < shortest) return withoutRepeats(likely);
  const found = readable(document);
  const core = withoutSummary(withoutLabels(likely.filter(({n}) => found.has(n))));
  const chosen = core.length > 0 ? withLost(core, likely) : likely;
  return withoutLastHeadings(withoutRepeats(body === null ? chosen : withEvidence(chosen, likely, body)));
}

const shortest = 250;

const lettersOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, {text}) => sum + lettersIn(text), 0);

// Among sentences, words without an end that stand by themselves are labels:
// big numbers, credits, buttons.
function withoutLabels(core: readonly Block[]): readonly Block[] {
  const labels = core.filter(isLabel);
  return lettersOf(labels) > 0.2 * lettersOf(core) ? core : core.filter((block) => !isLabel(block));
}

const isLabel = ({tag, text, isBare, inTable, element}: Block): boolean =>
  tag === "p" &&
  !endsSentence(text) &&
  (isBare || (lettersIn(text) < 60 && !/[:;,–—-]$/.test(text))) &&
  !inTable &&
  element.closest("li, blockquote, dd") === null;

// Points before the first sentence are a summary of what follows.
function withoutSummary(core: readonly Block[]): readonly Block[] {
  const first = core.findIndex(({tag}) => tag === "p");
  const summary = core.slice(0, Math.max(first, 0));
  const isSummary = summary.some(({tag}) => tag === "li") && !summary.some(({inTable}) => inTable);
  return isSummary && lettersOf(summary) < 0.3 * lettersOf(core) ? core.slice(first) : core;
}

function withoutLastHeadings(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex(({tag}) => !/^h[1-6]$/.test(tag));
  return blocks.slice(0, last < 0 ? undefined : last + 1);
}

function isFurniture({text, linked, tag, inTable}: Block): boolean {
  if (isFurnitureLine(text) || namesFurniture(text)) return true;
  const isTeaser = linked > 0.8 * lettersIn(text) && !endsSentence(text);
  return !inTable && isTeaser && tag !== "h1";
}

const endsSentence = (text: string): boolean => /[.!?…。！？][\p{Pe}\p{Pf}"'”’]*$/u.test(text);

// Marks of the blocks that readability keeps.
function readable(document: Document): Set<number> {
  const {Readability} = readability();
  const article = new Readability<Element>(document.cloneNode(true) as Document, {
    disableJSONLD: true,
    serializer: (element) => element as Element,
  }).parse();
  const marked = article?.content?.querySelectorAll(`[${markOf}]`) ?? [];
  return new Set([...marked].map((element) => Number(element.getAttribute(markOf))));
}

// Readability drops short paragraphs, a first one in a box of its own, lists and tables.
function withLost(core: readonly Block[], likely: readonly Block[]): Block[] {
  const found = new Set(core);
  const container = containerOf(core);
  const [first, last] = [core[0].n, core.at(-1)!.n];
  return likely.filter((block) => {
    if (found.has(block)) return true;
    if (!container.contains(block.element)) return false;
    const isBetween = block.n > first && block.n < last;
    return isBetween ? isText(block) || isListed(block) : isText(block);
  });
}

// The deepest element that holds nearly all of the blocks' letters: one stray block does not widen it.
function containerOf(blocks: readonly Block[]): Element {
  const letters = new Map<Element, number>();
  let total = 0;
  for (const {element, text} of blocks) {
    total += text.length;
    for (let at = element.parentElement; at; at = at.parentElement)
      letters.set(at, (letters.get(at) ?? 0) + text.length);
  }
  let [container] = blocks.map(({element}) => element.parentElement as Element);
  for (const [element, held] of letters)
    if (held >= 0.9 * total && depthOf(element) > depthOf(container)) container = element;
  while ((letters.get(container) ?? 0) < 0.9 * total && container.parentElement)
    container = container.parentElement;
  return container;
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let at = element.parentElement; at; at = at.parentElement) depth++;
  return depth;
}

const isText = ({text, tag, linked}: Block): boolean =>
  tag === "p" && endsSentence(text) && linked < 0.3 * lettersIn(text);
const isListed = ({tag, inTable}: Block): boolean => inTable || /^(?:li|dt|dd|caption|pre|h[2-6])$/.test(tag);

/** Returns the blocks less those whose words stand in another one: quotes pulled out, a summary, a second copy. */
function withoutRepeats(blocks: readonly Block[]): Block[] {
  const plain = blocks.map(({text}) => wordsOf(text));
  const starts = new Set(plain.map((words) => runsOf(words, 1)[0]));
  const holders = new Map<string, number[]>();
  plain.forEach((words, i) => {
    for (const run of new Set(runsOf(words))) {
      if (!starts.has(run)) continue;
      const known = holders.get(run) ?? [];
      // What so many blocks hold is no quote.
      if (known.length < 20) holders.set(run, [...known, i]);
    }
  });
  return blocks.filter(({inTable}, i) => {
    const [start] = runsOf(plain[i], 1);
    if (start === undefined || inTable) return true;
    const words = ` ${plain[i].join(" ")} `;
    return !(holders.get(start) ?? []).some((other) => {
      const others = ` ${plain[other].join(" ")} `;
      return others === words ? other < i : others.includes(words);
    });
  });
}

// How many words in a row are no accident.
const run = 5;

function runsOf(words: readonly string[], most = words.length): string[] {
  const count = Math.min(most, words.length - run + 1);
  return Array.from({length: Math.max(0, count)}, (_, i) => words.slice(i, i + run).join(" "));
}

/** Returns a text's words alone, in small letters: what is left of it whatever typesets it. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

// JSON-LD tells where the article ends, if it has all of it: some give its beginning, and none has tables.
function withEvidence(chosen: readonly Block[], likely: readonly Block[], body: string): Block[] {
  const stated = new Set(runsOf(wordsOf(body.replace(/<[^<>]*>/g, " "))));
  const isStated = ({text}: Block): boolean => {
    const runs = runsOf(wordsOf(text));
    return runs.length > 0 && runs.filter((one) => stated.has(one)).length > 0.8 * runs.length;
  };
  const agreed = likely.filter(isStated);
  if (lettersOf(agreed) < Math.max(0.7 * lettersIn(body), shortest)) return [...chosen];
  const kept = new Set(chosen);
  const members = new Set(agreed);
  return likely.filter(
    (block) => members.has(block) || (kept.has(block) && (isListed(block) || isBrief(block))),
  );
}

const isBrief = ({text}: Block): boolean => wordsOf(text).length < run;
