import type {Theme} from "./Chart.js";

/**
 * The colours of charts, light and dark. Oxide red is for what goes to Russia,
 * slate blue for what it is compared with, ochre for what the project worked
 * out itself. No meaning hangs on a colour alone.
 */
export const palette = {
  paper: {light: "#fdfcf9", dark: "#17191c"},
  ink: {light: "#1d1b18", dark: "#ece8e0"},
  muted: {light: "#5d5850", dark: "#aaa59b"},
  rule: {light: "#d9d4c9", dark: "#3a3d42"},
  red: {light: "#9c2f1c", dark: "#e5775f"},
  redPale: {light: "#e9cdc6", dark: "#5a2b22"},
  slate: {light: "#3d5a80", dark: "#8fb0d8"},
  slatePale: {light: "#cfdae7", dark: "#2a3b52"},
  ochre: {light: "#8a5d00", dark: "#dba63f"},
} as const;

export type ColorName = keyof typeof palette;

export const fontFamily = "Inter, 'Helvetica Neue', Arial, sans-serif";
/** Chart text is never smaller than this, in CSS pixels. */
export const fontSize = 13;

/** Returns a function from the name of a colour to its value in the given theme. */
export function colorsOf(theme: Theme): (name: ColorName) => string {
  return (name) =>
    theme === "auto" ? `var(--chart-${toKebab(name)}, ${palette[name].light})` : palette[name][theme];
}

export function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
}
