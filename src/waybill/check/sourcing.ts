import type {Figure} from "../model/figure.js";
import type {Vocab} from "../parse/vocab.js";

/**
 * Whether a figure counts those who tell something, and not what they tell: “two
 * reports” of “Two reports confirm the 63 shipments”. They are followed by a verb of
 * speech, or another figure of the text stands in their voice.
 */
export function isSourcing(
  {kind, unit, thing, end}: Figure,
  {text, figures}: {text: string; figures: readonly Figure[]},
  {sources, words}: Pick<Vocab, "sources" | "words">,
): boolean {
  if (kind !== "count" || unit === null || !sources.has(unit)) return false;
  const next = /^\s+(?:(?:have|has|had|now|also|all)\s+)*(\p{L}+)/u.exec(text.slice(end))?.[1].toLowerCase();
  const isSpeaking = next !== undefined && words.get(next)?.verb?.frame === "say";
  return isSpeaking || figures.some(({said_by}) => said_by !== null && said_by === thing);
}
