import {createHash} from "node:crypto";

/**
 * Returns a page of Framework's with the scripts that stand in it moved to files
 * beside it, by their names, so that a policy of `default-src 'self'` lets them
 * pass. A page that has no code of its own asks for Framework's client for
 * nothing: it loses that, and what was to be loaded early for it.
 */
export function moveScripts(html: string, page: string): {html: string; scripts: Map<string, string>} {
  const scripts = new Map<string, string>();
  let isAlone = true;
  const moved = html.replace(/<script type="module">([\s\S]*?)<\/script>\n?/g, (_, inline: string) => {
    const code = `${inline.trim()}\n`;
    if (/^import "[^"]*\/_observablehq\/client\.[^"]*";\n$/.test(code)) return "";
    isAlone = false;
    const name = `${page}.${createHash("sha256").update(code).digest("hex").slice(0, 8)}.js`;
    scripts.set(name, code);
    return `<script type="module" src="./${name}"></script>\n`;
  });
  const early = /<link rel="modulepreload" href="[^"]*\/_observablehq\/[^"]*">\n?/g;
  return {html: isAlone ? moved.replace(early, "") : moved, scripts};
}
