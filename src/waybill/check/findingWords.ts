import {cited, wordsBy} from "../model/article.js";
import type {Figure, FigureRow} from "../model/figure.js";
import type {Difference, Finding, Verdict} from "./findings.js";

/*
 * What a finding says in words: one place, so that the page and the command
 * never say two things of one draft.
 */

export const verdictWords: Readonly<Record<Verdict, string>> = {
  supported: "supported",
  unsure: "number found",
  otherwise: "said otherwise",
  contradicted: "contradicted",
  unknown: "not in the tables",
};

const names: Readonly<Record<Difference["in"], string>> = {
  thing: "thing",
  supplier: "supplier",
  recipient: "recipient",
  via: "way",
  holder: "whose it is",
  state: "state",
  period: "period",
  hedge: "hedge",
  unit: "unit",
  speaker: "who says so",
  reports: "how many reports tell it",
};

/** What is said where a figure agrees in nothing but its number, for nothing else could be compared. */
export const numberAlone = "only the number could be compared";

/**
 * Returns a finding in a few lines: what agrees, in what they differ, and what
 * could not be compared; none where nothing was found to compare with.
 *
 *     explain(finding)
 *     // ["Differs in state (draft: delivered; tables: ordered).", "Agrees in number, thing and recipient."]
 */
export function explain({figure, verdict, against, agrees, differences, open}: Finding): string[] {
  if (!against) return [];
  const lines: string[] = [];
  if (differences.length > 0) lines.push(`Differs in ${listed(differences.map(sidesText))}.`);
  if (verdict === "contradicted") lines.push(contradictionText(figure, against));
  const alike = agrees.map((aspect) => names[aspect]);
  const isOfReports = [...agrees, ...differences.map((one) => one.in)].includes("reports");
  const hasNumber =
    !isOfReports && (verdict === "supported" || verdict === "unsure" || differences.length > 0);
  if (hasNumber && alike.length === 0 && differences.length === 0) lines.push(`${capital(numberAlone)}.`);
  else if (hasNumber || alike.length > 0)
    lines.push(`Agrees in ${listed([...(hasNumber ? ["number"] : []), ...alike])}.`);
  const sides = open.map(({aspect, draft, known}) => ({in: aspect, draft, known}));
  const isDoubtful = ({draft, known}: Sides): boolean => draft !== null && known !== null;
  const doubtful = sides.filter(isDoubtful);
  const silent = sides.filter((one) => !isDoubtful(one));
  if (doubtful.length > 0) lines.push(`Not sure, read the sentence: ${doubtful.map(sidesText).join(", ")}.`);
  if (silent.length > 0) lines.push(`Not compared: ${silent.map(sidesText).join(", ")}.`);
  return lines;
}

/** Returns the sentence that decides, and whose words it is in. */
export function sourceText(
  {verdict, against}: Finding,
  {nature, publisher}: {nature: string | null; publisher: string},
): {lead: string; sentence: string; by: string} | null {
  if (!against) return null;
  return {
    lead: leads[verdict],
    sentence: cited(against.sentence.replace(/\s+/g, " "), nature),
    by: wordsBy({nature, publisher}),
  };
}

// “Nothing” is said of a hedge that one of them does without; of the rest, that one is silent.
function sidesText({in: aspect, draft, known}: Difference): string {
  const said = (side: string | null): string =>
    side?.replaceAll("_", " ") ?? (aspect === "hedge" ? "none" : "not said");
  return `${names[aspect]} (draft: ${said(draft)}; tables: ${said(known)})`;
}

function contradictionText({change}: Figure, against: FigureRow): string {
  return change !== null && against.change !== null && change !== against.change
    ? `Differs in direction (draft: ${change}; tables: ${against.change}).`
    : `Differs in number (tables: ${against.exact}).`;
}

const leads: Readonly<Record<Verdict, string>> = {
  supported: "Stands in",
  unsure: "To be read, in",
  otherwise: "Otherwise, in",
  contradicted: "Otherwise, in",
  unknown: "Nearest, in",
};

type Sides = Pick<Difference, "in" | "draft" | "known">;

const listed = (items: readonly string[]): string =>
  items.length > 1 ? `${items.slice(0, -1).join(", ")} and ${items.at(-1)}` : (items[0] ?? "");

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
