import type {TextAttributes} from "../marks/setText.js";
import {wrapText} from "../textWidth.js";
import {textSize} from "../theme.js";
import {lineHeight} from "./measure.js";

/** Returns texts one below the other, for what a drawing has no place for, and where they end. */
export function stackWords(
  texts: readonly string[],
  {x, y, width, most = 3}: {x: number; y: number; width: number; most?: number},
): {texts: TextAttributes[]; bottom: number} {
  let bottom = y;
  const set = texts.map((text): TextAttributes => {
    const lines = wrapText(text, width, {size: textSize.body, most});
    const high = Math.max(1, lines.length) * lineHeight;
    const middle = bottom + high / 2;
    bottom += high + 6;
    return {
      x,
      y: middle,
      lines,
      anchor: "start",
      size: textSize.body,
      lineHeight: lineHeight / textSize.body,
    };
  });
  return {texts: set, bottom};
}
