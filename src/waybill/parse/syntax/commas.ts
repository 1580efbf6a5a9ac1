/** Returns how many commas, or other marks that part clauses, stand before each word and before the end. */
export function commasBefore(forms: readonly string[]): Uint8Array {
  const before = new Uint8Array(forms.length + 1);
  for (let i = 0; i < forms.length; i++)
    before[i + 1] = Math.min(255, before[i] + (/^([,;:()–—"“”]|--?)$/.test(forms[i]) ? 1 : 0));
  return before;
}
