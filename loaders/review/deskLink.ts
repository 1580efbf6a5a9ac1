/** Returns a page of the preview with a link to the review desk, if it is that of an article; the site as it is built has none. */
export function withDeskLink(html: string, pathname: string): string {
  const [, article] = /^\/sources\/(?!index(?:\.html)?$)([\w.%-]+?)(?:\.html)?$/.exec(pathname) ?? [];
  if (!article) return html;
  const row = `<div><dt>Review</dt><dd><a href="/review/${article}">Review this article</a></dd></div>`;
  return html.replace(/<dl class="citation".*?(?=<\/dl>)/s, (citation) => citation + row);
}
