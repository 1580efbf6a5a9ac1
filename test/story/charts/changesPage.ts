/** Returns a page that shows the old and the new drawing of each of the given names, side by side. */
export function changesPage(names: readonly string[]): string {
  const pairs = names.map((name) => {
    const ground = name.endsWith("-dark") ? "#17191c" : "#fdfcf9";
    const side = (file: string, caption: string): string =>
      `<figure style="background:${ground}"><img src="${file}" alt=""><figcaption>${caption}: ${file}</figcaption></figure>`;
    return `<h2>${name}</h2>\n<div>${side(`${name}.svg`, "was")}${side(`${name}-changed.svg`, "is")}</div>`;
  });
  return `<!doctype html>
<meta charset="utf-8">
<title>${names.length} drawings changed</title>
<style>
body { font: 15px/1.5 sans-serif; margin: 2rem; }
div { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; border: 1px solid #999; }
img { display: block; }
figcaption { background: #fff; padding: 0.25rem 0.5rem; }
</style>
<h1>${names.length} drawings changed</h1>
${pairs.join("\n")}
`;
}
