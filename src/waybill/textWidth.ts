/*
 * Advance widths of Inter, in thousandths of an em, so that text can be
 * measured where there is no browser. Kerning is left out; it makes text
 * narrower by less than one percent. What Inter lacks is set in a Noto font.
 */
const stretches = [
  {
    first: 0x20,
    regular:
      "281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 631 407 610 618 646 593 620 566 619 620 288 302 662 662 662 511 966 690 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642 646 744 690 985 682 679 629 365 360 365 471 456 323 562 612 571 612 583 370 613 591 242 242 549 242 876 591 600 612 612 376 528 327 591 562 818 546 562 552 426 333 426 662",
    semibold:
      "251 321 523 644 650 1004 663 326 373 373 540 673 319 465 319 379 660 423 623 636 666 612 640 576 640 640 319 329 673 673 673 543 1000 728 659 737 722 605 588 749 746 277 580 704 565 922 759 769 645 773 652 650 660 736 728 1020 720 713 652 373 379 373 481 469 351 574 625 583 625 591 389 625 612 261 261 570 261 900 612 609 625 625 397 549 353 612 587 839 569 589 566 455 358 455 673",
  },
  {
    first: 0x384,
    regular:
      "270 673 690 288 738 880 406 680 862 680 878 871 275 690 654 579 681 601 629 743 765 269 672 690 903 753 656 765 743 639 680 689 646 679 880 682 880 770 269 679 664 537 591 275 591 664 596 562 584 537 509 591 621 275 525 642 586 587 559 600 605 612 569 624 466 591 721 569 778 805 275 591 600 591 805 672",
    semibold:
      "317 705 728 319 776 917 447 680 901 680 933 907 298 728 659 581 722 605 652 746 769 277 703 728 922 759 677 769 746 645 680 692 660 713 889 720 889 778 277 713 684 551 612 298 612 684 605 587 598 551 526 612 625 298 566 669 614 605 559 609 627 624 582 642 495 612 772 591 813 824 298 612 609 612 824 703",
  },
  {
    first: 0x400,
    regular:
      "601 601 841 579 730 642 269 269 571 1113 1125 884 672 753 628 722 690 646 654 579 819 601 960 618 753 753 672 748 903 743 765 743 639 730 646 628 828 682 721 700 958 972 816 883 649 730 1015 644 562 594 565 436 613 583 810 494 591 591 542 575 770 588 600 588 612 571 466 562 687 546 597 578 822 837 644 736 559 571 843 554 583 583 591 436 571 528 242 242 242 924 896 591 542 591 562 588",
    semibold:
      "605 605 853 581 737 650 277 277 580 1116 1126 891 703 759 672 726 728 646 659 581 852 605 1032 636 759 759 703 749 922 746 769 746 645 737 660 672 833 720 751 705 979 1002 826 907 658 737 1033 652 574 604 573 447 645 591 846 511 612 612 569 594 798 610 609 605 624 583 495 588 747 569 636 593 847 871 667 783 579 583 859 570 591 591 612 447 583 549 262 262 262 938 915 612 569 612 588 605",
  },
].map(({first, regular, semibold}) => ({
  first,
  regular: regular.split(" ").map(Number),
  semibold: semibold.split(" ").map(Number),
}));
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
  // A caron that is drawn as an apostrophe.
  ď: 739,
  ť: 419,
  ľ: 377,
};
const other = 680;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

type Weight = "regular" | "semibold";

/** Returns the width of a line of chart text in pixels, never less than a browser's by more than a hair. */
export function textWidth(text: string, size: number, weight = 400): number {
  const face = weight >= 600 ? "semibold" : "regular";
  let width = 0;
  for (const c of text) width += letterWidth(c, face);
  return (width * size) / 1000;
}

function letterWidth(c: string, face: Weight): number {
  const code = c.codePointAt(0)!;
  for (const stretch of stretches) {
    const known = stretch[face][code - stretch.first];
    if (known !== undefined) return known;
  }
  return others[c] ?? unlistedWidth(c, face);
}

function unlistedWidth(c: string, face: Weight): number {
  if (/[\p{M}\p{Cf}]/u.test(c)) return 0;
  if (wide.test(c)) return 1000;
  if (/\p{Extended_Pictographic}/u.test(c)) return 1300;
  // An accent does not widen its letter.
  const [base] = c.normalize("NFD");
  return base === c ? other : letterWidth(base, face);
}

// Scripts that part a word at the end of a line with a hyphen.
const hyphenated = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]\p{M}*$/u;
const breakable = /[-–/_]$/;

/**
 * Returns the text in lines no wider than the given width, broken at spaces; a
 * word that is too wide by itself is cut, after a hyphen or slash of its own if
 * it has one, and never inside a letter with its accents. Past `most` lines it
 * ends in an ellipsis. Balanced, its lines are about as wide as each other.
 */
export function wrapText(
  text: string,
  width: number,
  {
    size,
    weight = 400,
    most = Number.POSITIVE_INFINITY,
    balanced = false,
    measure = (line) => textWidth(line, size, weight),
  }: {
    size: number;
    weight?: number;
    most?: number;
    balanced?: boolean;
    measure?: (line: string) => number;
  },
): string[] {
  const lines = fillLines(text, width, {most, measure});
  if (!balanced || lines.length < 2 || lines.length > most) return shortenTo(lines, {most, width, measure});
  // A word that has to be cut is cut as late as it can be.
  const words = new Set(wordsOf(text));
  let best = lines;
  for (let narrower = width - size / 4; narrower > width / 2; narrower -= size / 4) {
    const tried = fillLines(text, narrower, {most, measure});
    if (
      tried.length > lines.length ||
      tried.some((line) => !line.split(" ").every((word) => words.has(word)))
    )
      break;
    best = tried;
  }
  return best;
}

const wordsOf = (text: string): string[] => text.split(/[ \t\r\n\u2028\u2029\u3000]+/).filter(Boolean);

interface Filling {
  most: number;
  measure: (line: string) => number;
}

/** Returns the text in lines as full as they can be, one more than `most` where it has more. */
function fillLines(text: string, width: number, {most, measure}: Filling): string[] {
  const fits = (line: string): boolean => measure(line) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of wordsOf(text)) {
    if (lines.length > most) break;
    if (line && fits(`${line} ${word}`)) {
      line = `${line} ${word}`;
      continue;
    }
    if (line) lines.push(line);
    const pieces = fits(word) ? [word] : cutWord(word, fits, most - lines.length);
    line = pieces.pop()!;
    lines.push(...pieces);
  }
  if (line) lines.push(line);
  return lines;
}

function shortenTo(lines: string[], {most, width, measure}: Filling & {width: number}): string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortenLine(lines[most - 1], (line) => measure(line) <= width)];
}

/** Returns a word in pieces that fit, at most one more than asked for; a letter that does not fit stands alone. */
function cutWord(word: string, fits: (line: string) => boolean, most: number): string[] {
  const letters = lettersOf(word);
  const pieces: string[] = [];
  for (let at = 0; at < letters.length && pieces.length <= most; ) {
    const left = letters.length - at;
    const start = (count: number): string => letters.slice(at, at + count).join("");
    const piece = (count: number): string => (count < left ? withHyphen(start(count)) : start(count));
    let count = Math.max(
      1,
      countThatFit(left, (n) => fits(piece(n))),
    );
    const own = letters.slice(at, at + count).findLastIndex((letter) => breakable.test(letter)) + 1;
    if (count < left && own > count / 2) count = own;
    pieces.push(piece(count));
    at += count;
  }
  return pieces;
}

function withHyphen(piece: string): string {
  return hyphenated.test(piece) ? `${piece}-` : piece;
}

function shortenLine(line: string, fits: (line: string) => boolean): string {
  const letters = lettersOf(line);
  const start = (count: number): string => letters.slice(0, count).join("");
  const count = countThatFit(letters.length, (n) => fits(`${start(n).trimEnd()}…`));
  return `${start(count).replace(/[-,;:.\s]+$/, "")}…`;
}

/** Returns the greatest count up to `most` that fits; doubling and halving look at no more than is near it. */
function countThatFit(most: number, fits: (count: number) => boolean): number {
  let greatest = 1;
  while (greatest < most && fits(greatest)) greatest = Math.min(most, 2 * greatest);
  let least = Math.floor(greatest / 2);
  while (least < greatest) {
    const count = Math.ceil((least + greatest) / 2);
    if (fits(count)) least = count;
    else greatest = count - 1;
  }
  return least;
}

let segmenter: Intl.Segmenter | undefined;

/** Returns the letters of a text as a reader counts them: with their accents, and an emoji of several signs as one. */
function lettersOf(text: string): string[] {
  // Plain text needs no segmenter, and most is plain.
  if (/^[\u0000-\u02ff]*$/.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter("en", {granularity: "grapheme"});
  return Array.from(segmenter.segment(text), ({segment}) => segment);
}
