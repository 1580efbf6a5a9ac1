import type {Page} from "playwright-core";

/** Returns the list into which a page's errors go, those that it throws and those that it prints. */
export function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  return problems;
}
