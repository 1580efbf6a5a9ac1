import type {Figure, FigureRow} from "../model/figure.js";
import {isTelling} from "../model/measured.js";
import {isPeriodApart} from "../model/period.js";
import {Likeness, type LikenessOptions} from "./likeness.js";
import {type Relation, relate, sameHedge} from "./numbers.js";

/**
 * What the tables say of a figure of a draft: `supported`; `otherwise`, if they
 * have it with another hedge, unit or period; `contradicted`, if they have
 * another number of the same; `unknown`, if they have none.
 */
export type Verdict = "supported" | "otherwise" | "contradicted" | "unknown";

/** In what a figure of a draft differs from the one in the tables. */
export type Difference = "hedge" | "unit" | "period";

export interface Finding {
  /** The figure of the draft. */
  figure: Figure;
  verdict: Verdict;
  /** The figure that decides; of an unknown one, the nearest of the same, if there is any. */
  against: FigureRow | null;
  differences: Difference[];
}

/**
 * Returns for each figure of a draft what the known figures say of it, in the
 * draft's order.
 *
 *     findingsOf(figuresOf("Ondal sold 70 boats to Kovo."), figuresOf("Ondal sold Kovo 63 boats."))
 *     // [{verdict: "contradicted", against: {exact: "63 boats", …}, differences: [], …}]
 *
 * It rather calls a figure unknown than supported, and contradicts only where
 * both plainly speak of the same in the same unit.
 */
export function findingsOf(
  draft: readonly Figure[],
  known: readonly FigureRow[],
  options: LikenessOptions = {},
): Finding[] {
  const likeness = new Likeness(known, options);
  const kinds = new Map<string, FigureRow[]>();
  for (const figure of known) kinds.set(figure.kind, [...(kinds.get(figure.kind) ?? []), figure]);
  return draft.map((figure) => judge(figure, kinds.get(figure.kind) ?? [], likeness));
}

interface Candidate {
  known: FigureRow;
  relation: Relation;
  differences: Difference[];
  like: number;
}

function judge(figure: Figure, known: readonly FigureRow[], likeness: Likeness): Finding {
  const candidates = known
    .map((one) => compare(figure, one, likeness))
    .filter(({like}) => like >= related)
    .sort((a, b) => b.like - a.like);
  const found = (verdict: Verdict, {known: against, differences}: Candidate): Finding => ({
    figure,
    verdict,
    against,
    differences,
  });
  const supporting = candidates
    .filter(
      ({known, relation, like, differences}) =>
        like >= asked(known, relation) + (differences.includes("unit") ? 1 : 0),
    )
    .sort((a, b) => a.differences.length - b.differences.length || b.like - a.like)[0];
  if (supporting) return found(supporting.differences.length > 0 ? "otherwise" : "supported", supporting);
  const [nearest] = candidates.filter(({differences}) => !differences.includes("unit"));
  const isAgainst =
    nearest !== undefined &&
    nearest.relation === "apart" &&
    nearest.like >= plain &&
    !nearest.differences.includes("period");
  if (isAgainst) return found("contradicted", {...nearest, differences: []});
  return {figure, verdict: "unknown", against: nearest?.known ?? null, differences: []};
}

// What is asked of two figures' likeness: less where the very number speaks for it as well.
const related = 1.45;
const plain = 2.4;

function asked({value, low}: FigureRow, relation: Relation): number {
  if (relation === "same") return isTelling(value ?? low ?? 0) ? related : 1.6;
  return relation === "implied" ? plain : Infinity;
}

function compare(figure: Figure, known: FigureRow, likeness: Likeness): Candidate {
  const isOneUnit = likeness.unitOf(figure) === likeness.unitOf(known);
  // What rose has not fallen, by whatever number.
  const isOpposite = figure.change !== null && known.change !== null && figure.change !== known.change;
  const relation = isOpposite ? "apart" : relate(figure, known);
  const differences: Difference[] = [];
  if (relation === "same" && !sameHedge(figure.qualifier, known.qualifier)) differences.push("hedge");
  if (!isOneUnit) differences.push("unit");
  if (isPeriodApart(figure, known)) differences.push("period");
  return {
    known,
    // Numbers in two units say nothing of each other, but where they are the very same.
    relation: isOneUnit || relation === "same" ? relation : "open",
    differences,
    like: likeness.of(figure, known),
  };
}
