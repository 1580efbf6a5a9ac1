// Before pdf.js, which asks for it as it is loaded.
import "./pdfGlobals.js";

import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";
import * as worker from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import {joinWords} from "./joinLines.js";

// It looks for its worker here before it starts another from a file.
Object.assign(globalThis, {pdfjsWorker: worker});

/** What a PDF says. */
export interface PdfText {
  text: string;
  /** As the document has it; "" where it does not. */
  title: string;
}

/**
 * Returns the text of a PDF, one paragraph a block, without page numbers and the
 * lines that stand on most of its pages; no text for a scan. Rejects if it is no
 * PDF, or locked.
 */
export async function pdfText(bytes: Buffer): Promise<PdfText> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  const pages: Line[][] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const {items} = await page.getTextContent();
    pages.push(linesOf(items as Item[]));
  }
  const {info} = await document.getMetadata();
  await document.destroy();
  const title = (info as {Title?: unknown}).Title;
  return {
    text: paragraphsOf(withoutRunningLines(pages)),
    title: typeof title === "string" ? title.trim() : "",
  };
}

interface Item {
  str: string;
  hasEOL: boolean;
  transform: number[];
  height: number;
}

interface Line {
  text: string;
  y: number;
  height: number;
}

function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const {str, hasEOL, transform, height} of items) {
    const y = transform[5];
    if (line && str.trim() && Math.abs(line.y - y) > Math.max(line.height, height) / 2) line = null;
    if (!line && str.trim()) {
      line = {text: "", y, height};
      lines.push(line);
    }
    if (line) line.text += str;
    if (hasEOL) line = null;
  }
  return lines.map(({text, ...place}) => ({...place, text: text.replace(/\s+/g, " ").trim()}));
}

/** Leaves out numbers of pages, and what is the same at the head or foot of most pages. */
function withoutRunningLines(pages: readonly Line[][]): Line[][] {
  const edges = (lines: readonly Line[]): Line[] => [...lines.slice(0, 2), ...lines.slice(-2)];
  const key = ({text}: Line): string => text.replace(/\d+/g, "#");
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const one of new Set(edges(lines).map(key))) counts.set(one, (counts.get(one) ?? 0) + 1);
  return pages.map((lines) => {
    const atEdge = new Set(edges(lines));
    return lines.filter(
      (line) =>
        !atEdge.has(line) ||
        !(
          /^(?:page )?\d+(?: of \d+)?$/i.test(line.text) ||
          (pages.length > 2 && counts.get(key(line))! > pages.length / 2)
        ),
    );
  });
}

const isOpen = (text: string): boolean => !/[.!?:”"’)]$/.test(text);

/** Joins lines to paragraphs: a gap parts them, and so does a larger letter; a page does not, within a sentence, nor a wider gap. */
function paragraphsOf(pages: readonly Line[][]): string {
  const paragraphs: string[] = [];
  let before: Line | null = null;
  for (const lines of pages) {
    const gaps = lines
      .slice(1)
      .map((line, i) => lines[i].y - line.y)
      .filter((gap) => gap > 0)
      .sort((a, b) => a - b);
    const usual = gaps[Math.floor(gaps.length / 4)] ?? 0;
    for (const [i, line] of lines.entries()) {
      const gap = i === 0 || !before ? null : before.y - line.y;
      const goesOn =
        before !== null &&
        Math.abs(before.height - line.height) < 1 &&
        (gap === null
          ? isOpen(before.text)
          : gap > 0 && gap < usual * (isOpen(before.text) && /^\p{Ll}/u.test(line.text) ? 2.5 : 1.35));
      if (goesOn) paragraphs.push(joinWords(paragraphs.pop()!, line.text));
      else paragraphs.push(line.text);
      before = line;
    }
  }
  return paragraphs.join("\n\n");
}
