import type {Page} from "playwright-core";

/** Returns the milliseconds from the start of navigation until an element is there. */
export async function since(page: Page, selector: string): Promise<number> {
  await page.locator(selector).first().waitFor({state: "attached"});
  return page.evaluate(() => performance.now());
}

/** Returns the median of times in milliseconds, with the 95th percentile. */
export function show(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0);
  return `${at(0.5)} ms (95th percentile ${at(0.95)})`;
}
