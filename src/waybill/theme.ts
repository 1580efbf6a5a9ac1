/** `auto` draws in custom properties, so that one drawing serves light and dark; the others in fixed colours. */
export type Theme = "auto" | "light" | "dark";

/**
 * The colours of charts: light, dark, and print in black on white. Oxide red is
 * for what a story is about, slate blue for what it is compared with, ochre for
 * what was worked out, grey for marks that are not in emphasis (their words are muted). No meaning hangs on a colour alone.
 */
export const palette = {
  paper: {light: "#fdfcf9", dark: "#17191c", print: "#ffffff"},
  ink: {light: "#1d1b18", dark: "#ece8e0", print: "#000000"},
  muted: {light: "#5d5850", dark: "#aaa59b", print: "#444444"},
  grey: {light: "#918c84", dark: "#75726c", print: "#888888"},
  rule: {light: "#d9d4c9", dark: "#3a3d42", print: "#bbbbbb"},
  land: {light: "#edeae1", dark: "#25282c", print: "#eeeeee"},
  red: {light: "#8f2213", dark: "#e5775f", print: "#111111"},
  redPale: {light: "#efd5ce", dark: "#54281f", print: "#d9d9d9"},
  slate: {light: "#3d5a80", dark: "#8fb0d8", print: "#555555"},
  slatePale: {light: "#d3deea", dark: "#2a3b52", print: "#e6e6e6"},
  ochre: {light: "#8c6000", dark: "#dba63f", print: "#333333"},
  ochrePale: {light: "#f1e2bd", dark: "#453614", print: "#dcdcdc"},
} as const;

export type ColorName = keyof typeof palette;
/** Returns a colour of the palette as CSS. */
export type Color = (name: ColorName) => string;

export const fontFamily = "Inter, 'Helvetica Neue', Arial, sans-serif";
/** Sizes of chart text, in CSS pixels; none is smaller than `small`. */
export const textSize = {small: 12, body: 13, value: 15, large: 20} as const;

/** Returns a function from the name of a colour to its value in the given theme. */
export function colorsOf(theme: Theme): Color {
  return (name) =>
    theme === "auto" ? `var(--chart-${toKebab(name)}, ${palette[name].light})` : palette[name][theme];
}

export function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
}
