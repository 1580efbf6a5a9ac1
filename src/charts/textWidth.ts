/*
 * Advance widths of Inter, in thousandths of an em, so that text can be
 * measured where there is no browser. Kerning is left out; it makes text
 * narrower by less than one percent.
 */
const printable = {
  regular:
    "281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 631 407 610 618 646 593 620 566 619 620 288 302 662 662 662 511 966 690 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642 646 744 690 985 682 679 629 365 360 365 471 456 323 562 612 571 612 583 370 613 591 242 242 549 242 876 591 600 612 612 376 528 327 591 562 818 546 562 552 426 333 426 662",
  semibold:
    "251 321 523 644 650 1004 663 326 373 373 540 673 319 465 319 379 660 423 623 636 666 612 640 576 640 640 319 329 673 673 673 543 1000 728 659 737 722 605 588 749 746 277 580 704 565 922 759 769 645 773 652 650 660 736 728 1020 720 713 652 373 379 373 481 469 351 574 625 583 625 591 389 625 612 261 261 570 261 900 612 609 625 625 397 549 353 612 587 839 569 589 566 455 358 455 673",
};
// Figures are tabular in charts: all as wide as the widest.
const tabular = {regular: 649, semibold: 668};
const others: Record<string, number> = {
  "\u2009": 182,
  "\u202f": 141,
  "\u00a0": 281,
  "–": 500,
  "—": 1000,
  "‘": 294,
  "’": 294,
  "“": 507,
  "”": 501,
  "…": 956,
  "€": 679,
  "£": 629,
  "¥": 667,
  "×": 673,
  "÷": 673,
  "−": 673,
};
const tables = {
  regular: printable.regular.split(" ").map(Number),
  semibold: printable.semibold.split(" ").map(Number),
};
const other = 680;

/** Returns the width of a line of chart text in pixels, never less than a browser's by more than a hair. */
export function textWidth(text: string, size: number, weight = 400): number {
  const face = weight >= 600 ? "semibold" : "regular";
  let width = 0;
  for (const c of text) {
    const code = c.charCodeAt(0);
    width +=
      // Inter widens a hyphen beside a capital or a digit.
      c === "-"
        ? 650
        : code >= 48 && code <= 57
          ? tabular[face]
          : code >= 32 && code < 127
            ? tables[face][code - 32]
            : (others[c] ?? other);
  }
  return (width * size) / 1000;
}

/**
 * Returns the text in lines no wider than the given width, broken at spaces; a
 * word that is too wide by itself is cut, and ends in an ellipsis past `most` lines.
 */
export function wrapText(
  text: string,
  width: number,
  {
    size,
    weight = 400,
    most = Number.POSITIVE_INFINITY,
    measure = (line) => textWidth(line, size, weight),
  }: {size: number; weight?: number; most?: number; measure?: (line: string) => number},
): string[] {
  const fits = (line: string): boolean => measure(line) <= width;
  const lines: string[] = [];
  let line = "";
  for (let word of text.split(/[ \n]+/).filter(Boolean)) {
    if (line && fits(`${line} ${word}`)) {
      line = `${line} ${word}`;
      continue;
    }
    if (line) lines.push(line);
    while (!fits(word)) {
      const letters = [...word];
      if (letters.length === 1) break;
      // Halving finds the cut in few measurements, however long the word is.
      let [least, greatest] = [1, letters.length - 1];
      while (least < greatest) {
        const n = Math.ceil((least + greatest) / 2);
        if (fits(`${letters.slice(0, n).join("")}-`)) least = n;
        else greatest = n - 1;
      }
      lines.push(`${letters.slice(0, least).join("")}-`);
      word = letters.slice(least).join("");
      if (lines.length >= most) break;
    }
    line = word;
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1];
  while (last && !fits(`${last}…`)) last = [...last].slice(0, -1).join("").trimEnd();
  kept[most - 1] = `${last.replace(/[,;:.\s]+$/, "")}…`;
  return kept;
}
