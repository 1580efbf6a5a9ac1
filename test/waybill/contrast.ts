export type Rgb = [number, number, number];

/** Linear light of a colour, from 0 to 1 in each channel. */
export const linear = (hex: string): Rgb =>
  [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;

export const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast by WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** What is seen of a colour of the given opacity on a ground. */
export const over = (color: string, opacity: number, ground: string): string =>
  `#${[1, 3, 5]
    .map((i) => {
      const [c, g] = [color, ground].map((hex) => Number.parseInt(hex.slice(i, i + 2), 16));
      return Math.round(c * opacity + g * (1 - opacity))
        .toString(16)
        .padStart(2, "0");
    })
    .join("")}`;
