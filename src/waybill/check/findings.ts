import type {Figure, FigureRow} from "../model/figure.js";
import {isTelling} from "../model/measured.js";
import {isPeriodApart} from "../model/period.js";
import {inUnitOf, isComparable} from "./comparable.js";
import {type Document, Likeness, type LikenessOptions, type Told} from "./likeness.js";
import {isClose, isSlip, type Relation, relate, sameHedge} from "./numbers.js";

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
 * Returns for each figure of a draft what the articles say of it, in the
 * draft's order.
 *
 *     findingsOf(documentOf("Ondal sold 70 boats to Kovo."), [documentOf("Ondal sold Kovo 63 boats.")])
 *     // [{verdict: "contradicted", against: {exact: "63 boats", …}, differences: [], …}]
 *
 * It rather calls a figure unknown than supported, and contradicts only where
 * both plainly speak of the same in the same unit.
 */
export function findingsOf(
  draft: Document,
  articles: readonly Document<FigureRow>[],
  options: LikenessOptions = {},
): Finding[] {
  const likeness = new Likeness(articles, options);
  const known = articles.flatMap((document) => document.figures.map((figure) => ({document, figure})));
  return draft.figures.map((figure) => judge({document: draft, figure}, known, likeness));
}

interface Candidate {
  known: FigureRow;
  relation: Relation;
  differences: Difference[];
  like: number;
}

function judge(told: Told, known: readonly Told<FigureRow>[], likeness: Likeness): Finding {
  const {figure} = told;
  const candidates = known
    .filter((one) => isComparable(figure, one.figure))
    .map((one) => compare(told, one, likeness))
    .sort((a, b) => b.like - a.like);
  const found = (verdict: Verdict, {known: against, differences}: Candidate): Finding => ({
    figure,
    verdict,
    against,
    differences,
  });
  const supporting = candidates
    .filter((candidate) => candidate.like >= asked(figure, candidate))
    .sort((a, b) => a.differences.length - b.differences.length || b.like - a.like)[0];
  if (supporting) return found(supporting.differences.length > 0 ? "otherwise" : "supported", supporting);
  const near = candidates.filter(({differences, like}) => !differences.includes("unit") && like >= related);
  const against = near.find(
    ({relation, like, known, differences}) =>
      relation === "apart" && !differences.includes("period") && (like >= plain || isSlip(figure, known)),
  );
  if (against) return found("contradicted", {...against, differences: []});
  return {figure, verdict: "unknown", against: near[0]?.known ?? null, differences: []};
}

// What is asked of two figures' likeness: less where the very number speaks for it as well,
// more where the number is one that many figures have, or nothing but the number is the same.
const related = 1.8;
const plain = 3.3;

function asked(figure: Figure, {known, relation, differences}: Candidate): number {
  const isOtherNoun = differences.includes("unit") && figure.kind === "count" && figure.unit !== null;
  if (relation === "same" && isTelling(known.value ?? known.low ?? 0)) return related;
  if (relation === "same") return isOtherNoun ? plain : related + 0.2;
  return relation === "implied" && isClose(figure, known) ? related + 0.1 : Infinity;
}

function compare(told: Told, one: Told<FigureRow>, likeness: Likeness): Candidate {
  const [figure, known] = [told.figure, one.figure];
  // What is told of a part or in a smaller unit is compared as what it comes to.
  const stated = inUnitOf(known, figure);
  const isOneUnit = stated !== null || likeness.unitOf(figure) === likeness.unitOf(known);
  // What rose has not fallen, by whatever number.
  const isOpposite = figure.change !== null && known.change !== null && figure.change !== known.change;
  const relation = isOpposite ? "apart" : relate(stated ?? figure, known);
  const differences: Difference[] = [];
  if (relation === "same" && !sameHedge(figure.qualifier, known.qualifier)) differences.push("hedge");
  if (!isOneUnit) differences.push("unit");
  if (isPeriodApart(figure, known)) differences.push("period");
  return {
    known,
    // Numbers in two units say nothing of each other, but where they are the very same.
    relation: isOneUnit || relation === "same" ? relation : "open",
    differences,
    like: likeness.of(told, one),
  };
}
