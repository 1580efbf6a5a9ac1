const onChart = ". On the chart: ";

/**
 * Returns the accessible name of a mark: its name, then the words that are
 * drawn on it, so that whoever speaks to the page can call it by what is seen.
 */
export function withVisibleWords(name: string, visible: string): string {
  return visible ? `${name}${onChart}${visible}` : name;
}

/** Returns the name alone of an accessible name that withVisibleWords made. */
export function nameAlone(accessibleName: string): string {
  return accessibleName.split(onChart)[0];
}
