/** Returns whether a language, as BCP 47 has it, is English of any country: the one that is read. */
export function isEnglish(language: string): boolean {
  return /^en\b/.test(language);
}
