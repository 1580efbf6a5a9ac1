/*
 * Advance widths of Source Serif 4 bold, in thousandths of an em, as
 * src/waybill/textWidth.ts has them of Inter.
 */
const printable =
  "219 344 471 566 562 970 751 235 409 409 459 563 312 352 312 391 569 569 569 569 569 569 569 569 569 569 312 312 563 563 563 448 906 712 687 665 751 631 608 727 803 400 409 745 614 925 746 747 656 747 729 579 671 757 703 1037 685 667 599 380 391 380 563 543 400 571 644 536 635 547 382 591 661 344 326 641 346 970 662 603 645 627 498 487 380 654 585 866 603 599 506 372 315 372 563"
    .split(" ")
    .map(Number);
const others: Record<string, number> = {
  "\u2009": 125,
  "\u202f": 109,
  "\u00a0": 219,
  "–": 543,
  "—": 843,
  "‘": 248,
  "’": 248,
  "“": 484,
  "”": 482,
  "…": 884,
};
const other = 720;

/** Returns the width of a line of an embed's title in pixels, never less than a browser's by more than a hair. */
export function titleWidth(text: string, size: number): number {
  let width = 0;
  for (const c of text) {
    const code = c.charCodeAt(0);
    width += code >= 32 && code < 127 ? printable[code - 32] : (others[c] ?? other);
  }
  return (width * size) / 1000;
}
