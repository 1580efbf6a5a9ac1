/** Returns HTML with every tag replaced by what the function makes of it. Words are left alone, also where they look like attributes. */
export function replaceTags(html: string, replace: (tag: string) => string): string {
  return html.replace(/<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi, replace);
}
