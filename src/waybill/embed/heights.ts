/** How tall an embed is over a range of widths: `fixed + ratio × min(width + grow, most)`, in CSS pixels. */
export interface EmbedBand {
  /** The least width of the range; it ends where the next one begins. */
  from: number;
  /** Height of all that is text, with its lines broken for this range. */
  fixed: number;
  /** Height of the drawing, in its widths. */
  ratio: number;
  /** How much wider than the embed the drawing is; less than 0 where it is narrower. */
  grow: number;
  /** The width past which the drawing does not grow. */
  most: number;
}

/** The heights of an embed at all widths, from the narrowest range to the widest. */
export type EmbedHeights = readonly EmbedBand[];

// So that no fraction of a pixel makes a scroll bar.
const spare = 1;

/** Returns the height in whole pixels that an embed needs at a width. */
export function heightAt(heights: EmbedHeights, width: number): number {
  const band = heights.findLast(({from}) => width >= from) ?? heights[0];
  return Math.ceil(band.fixed + band.ratio * Math.min(width + band.grow, band.most)) + spare;
}

/**
 * Returns the height of an embed as a CSS length that follows the width of the
 * nearest container (`container-type: inline-size`): the greatest of one term
 * for each range, which is far below zero outside of it. So a host page keeps
 * the right room at every width without any script.
 */
export function heightCss(heights: EmbedHeights): string {
  const terms = heights.map(({from, fixed, ratio, grow, most}, i) => {
    const width = grow === 0 ? "100cqw" : `100cqw ${grow < 0 ? "-" : "+"} ${Math.abs(grow)}px`;
    const parts = [`${round(fixed + spare)}px + ${round(ratio, 5)}*min(${width},${most}px)`];
    // Widths come in 64ths of a pixel, so nothing lies between two ranges.
    if (i > 0) parts.push(`(100cqw - ${round(from - 0.01)}px)*1e6`);
    if (i < heights.length - 1) parts.push(`(${round(heights[i + 1].from - 0.01)}px - 100cqw)*1e6`);
    return parts.length > 1 ? `min(${parts.join(",")})` : `calc(${parts[0]})`;
  });
  return terms.length > 1 ? `max(${terms.join(",")})` : terms[0];
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** Returns the height of an embed with one more line of text below its notes, 20 pixels with a margin of 6. */
export const withLine = (heights: EmbedHeights): EmbedHeights =>
  heights.map((band) => ({...band, fixed: band.fixed + 26}));
