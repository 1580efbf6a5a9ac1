import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import path from "node:path";

/**
 * Returns the links within a built site that lead to no file, as the plainest
 * web host finds files: at their own names, and index.html in a folder. Looks at
 * every page, embed and picture, and at the addresses that the search has. How
 * many links there are comes with them.
 */
export function brokenLinks(folder: string): {broken: string[]; count: number} {
  const broken: string[] = [];
  let count = 0;
  const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
  const look = (from: string, href: string): void => {
    const [address] = href.replaceAll("&amp;", "&").split(/[?#]/);
    if (address === "" || /^[a-z]+:|^\/\//i.test(address)) return;
    count++;
    // From the server's root nothing is found where the site is below a path.
    const file = path.join(path.dirname(from), decodeURIComponent(address));
    const isFound =
      !address.startsWith("/") &&
      isFile(address.endsWith("/") || address === "." ? path.join(file, "index.html") : file);
    if (!isFound) broken.push(`${path.relative(folder, from)}: ${href}`);
  };
  for (const name of readdirSync(folder, {recursive: true, encoding: "utf8"})) {
    const file = path.join(folder, name);
    // At whatever address it is sent, its links are from the root that the build was told.
    if (!/\.(?:html|svg)$/.test(name) || name === "404.html") continue;
    for (const [, href] of readFileSync(file, "utf8").matchAll(/<[^>]*?\s(?:xlink:href|href|src)="([^"]*)"/g))
      look(file, href);
  }
  const search = path.join(folder, "search.json");
  if (existsSync(search))
    for (const [, href] of readFileSync(search, "utf8").matchAll(/"href":"([^"]*)"/g)) look(search, href);
  return {broken, count};
}
