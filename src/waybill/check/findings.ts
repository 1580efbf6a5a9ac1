import type {Figure, FigureRow} from "../model/figure.js";
import {isTelling} from "../model/measured.js";
import {type Aspect, type Comparison, compareFigures, isBroad, isIdentity} from "./agreement.js";
import {inUnitOf, isComparable} from "./comparable.js";
import {type Document, Likeness, type LikenessOptions, type Told} from "./likeness.js";
import type {Names} from "./Names.js";
import {isClose, isSlip, type Relation, relate, sameHedge} from "./numbers.js";

/**
 * What the tables say of a figure of a draft: `supported`; `unsure`, if they have
 * the number, and whether of the same party or thing is for a reader to say; `otherwise`, if they
 * have it with another hedge, unit, period or state, or of one other party or
 * thing; `contradicted`, if they have another number of the same; `unknown`, if
 * they have none.
 */
export type Verdict = "supported" | "unsure" | "otherwise" | "contradicted" | "unknown";

/** In what a figure of a draft differs from the one in the tables, and how each of them says it. */
export interface Difference {
  in: Aspect | "hedge" | "unit";
  draft: string | null;
  known: string | null;
}

export interface Finding {
  /** The figure of the draft. */
  figure: Figure;
  verdict: Verdict;
  /** The figure that decides; of an unknown one, the nearest of the same, if there is any. */
  against: FigureRow | null;
  /** In what else than the number both agree; nothing, where the number alone could be compared. */
  agrees: Aspect[];
  differences: Difference[];
  /** What could not be compared: one of them does not say, or it is not plain. */
  open: Comparison[];
}

export interface FindingOptions extends LikenessOptions {
  names: Names;
  /** Whether a voice is a document: “records”. */
  isDocument?: (voice: string) => boolean;
  /** Whether a figure of the draft counts those who tell something. */
  isSourcing?: (figure: Figure) => boolean;
}

/**
 * Returns for each figure of a draft what the articles say of it, in the
 * draft's order.
 *
 *     findingsOf(documentOf("Ondal sold 70 boats to Kovo."), [documentOf("Ondal sold Kovo 63 boats.")], {names})
 *     // [{verdict: "contradicted", against: {exact: "63 boats", …}, differences: [], …}]
 *
 * Of several figures that have the number the one decides that agrees best. It
 * rather calls a figure unknown than supported, and contradicts only where
 * both plainly speak of the same in the same unit. How many tell a thing is
 * compared with the articles that tell it; where none of it is found, that number
 * has no finding.
 */
export function findingsOf(
  draft: Document,
  articles: readonly Document<FigureRow>[],
  options: FindingOptions,
): Finding[] {
  const likeness = new Likeness(articles, options);
  const known = articles.flatMap((document) => document.figures.map((figure) => ({document, figure})));
  const isSourcing = (figure: Figure): boolean => options.isSourcing?.(figure) ?? false;
  const told = draft.figures
    .filter((figure) => !isSourcing(figure))
    .map((figure) => judge({document: draft, figure}, known, likeness, options));
  const sources = draft.figures
    .filter(isSourcing)
    .map((figure) => judgeSourcing(figure, told))
    .filter((finding) => finding !== null);
  return [...told.map(({finding}) => finding), ...sources].sort((a, b) => a.figure.start - b.figure.start);
}

/** What is found of a figure, and in how many articles it stands. */
interface Judged {
  finding: Finding;
  articles: number;
}

/** Holds a number of reports against the articles that tell what they are said to tell: the figure of the same sentence, or the last one before. */
function judgeSourcing(figure: Figure, told: readonly Judged[]): Finding | null {
  const before = told.filter((one) => one.finding.figure.start < figure.start).at(-1);
  const about = told.find((one) => one.finding.figure.sentence === figure.sentence) ?? before;
  if (!about?.finding.against || about.articles === 0) return null;
  const known: Pick<Figure, "value" | "low" | "high" | "qualifier"> = {
    value: about.articles,
    low: null,
    high: null,
    qualifier: null,
  };
  const count = figure.value ?? figure.low ?? 0;
  // Whoever names two of three is right.
  const isTrue = count <= about.articles || relate(figure, known) === "implied";
  const [draft, tables] = [String(count), String(known.value)];
  return {
    figure,
    verdict: isTrue ? "supported" : "otherwise",
    against: about.finding.against,
    agrees: isTrue ? ["reports"] : [],
    differences: isTrue ? [] : [{in: "reports", draft, known: tables}],
    open: [],
  };
}

interface Candidate {
  known: Told<FigureRow>;
  relation: Relation;
  /** In hedge and unit. */
  measured: Difference[];
  comparisons: Comparison[];
  like: number;
}

function judge(
  told: Told,
  known: readonly Told<FigureRow>[],
  likeness: Likeness,
  options: FindingOptions,
): Judged {
  const {figure} = told;
  const candidates = known
    .filter((one) => isComparable(figure, one.figure))
    .map((one) => compare(told, one, likeness, options))
    .sort((a, b) => b.like - a.like);
  const having = candidates.filter((candidate) => candidate.like >= asked(figure, candidate));
  const best = having
    .map((candidate) => ({...candidate, comparisons: asToldInFull(candidate, having)}))
    .sort(
      (a, b) =>
        othernessOf(a) - othernessOf(b) ||
        differencesOf(a).length - differencesOf(b).length ||
        agreeing(b).length - agreeing(a).length ||
        b.like - a.like,
    )[0];
  const alike = having.filter((candidate) => !isOther(candidate) && candidate.relation === best?.relation);
  const articles = new Set(alike.map(({known}) => known.document)).size;
  const judged = (finding: Finding): Judged => ({finding, articles});
  if (best && !isOther(best))
    return judged(
      found(
        figure,
        differencesOf(best).length > 0
          ? "otherwise"
          : isUnsure(best, options.isDocument)
            ? "unsure"
            : "supported",
        best,
      ),
    );
  const near = candidates.filter(
    (candidate) => !candidate.measured.some((one) => one.in === "unit") && candidate.like >= related,
  );
  const against = near.find(
    (candidate) =>
      candidate.relation === "apart" &&
      // How far it got is told of one and the same thing.
      !candidate.comparisons.some(
        ({outcome, aspect}) => outcome === "differs" && (isIdentity(aspect) || aspect === "period"),
      ) &&
      (candidate.like >= plain || isSlip(figure, candidate.known.figure)),
  );
  if (against) return judged(found(figure, "contradicted", against));
  // One that has the number and is another fact is told with what makes it one.
  if (best) return judged(found(figure, "unknown", best));
  const nearest = near[0]?.known.figure ?? null;
  return judged({figure, verdict: "unknown", against: nearest, agrees: [], differences: [], open: []});
}

function found(figure: Figure, verdict: Verdict, candidate: Candidate): Finding {
  return {
    figure,
    verdict,
    against: candidate.known.figure,
    agrees: agreeing(candidate),
    differences: verdict === "contradicted" ? [] : differencesOf(candidate),
    open: candidate.comparisons.filter(
      ({outcome, draft, known}) => outcome === "open" && (draft !== null || known !== null),
    ),
  };
}

function differencesOf({measured, comparisons}: Candidate): Difference[] {
  const differing = comparisons.filter(({outcome}) => outcome === "differs");
  return [...measured, ...differing.map(({aspect, draft, known}) => ({in: aspect, draft, known}))];
}

const agreeing = ({comparisons}: Candidate): Aspect[] =>
  comparisons.filter(({outcome}) => outcome === "agrees").map(({aspect}) => aspect);

const othernessOf = ({comparisons}: Candidate): number =>
  comparisons.filter(({outcome, aspect}) => outcome === "differs" && isIdentity(aspect)).length;

// One party or thing that differs, where another agrees, is a fact told otherwise; two, or one where
// nothing agrees, are another fact.
function isOther(candidate: Candidate): boolean {
  const otherness = othernessOf(candidate);
  return otherness > 1 || (otherness === 1 && !agreeing(candidate).some(isIdentity));
}

// Both name a party, a thing or a person who says so, and it is not plain whether they are one. Records go by many names.
const isUnsure = ({comparisons}: Candidate, isDocument: (voice: string) => boolean = () => false): boolean =>
  comparisons.some(
    ({outcome, aspect, draft, known}) =>
      outcome === "open" &&
      draft !== null &&
      known !== null &&
      (isIdentity(aspect) || (aspect === "speaker" && !isDocument(draft))),
  );

// A headline that gives the number and little else is not to be held for the fact that its article
// tells in full: what it leaves open is as that one has it.
function asToldInFull({known, comparisons}: Candidate, candidates: readonly Candidate[]): Comparison[] {
  const others = candidates.filter(
    (other) =>
      other.known.document === known.document &&
      other.known.figure.value === known.figure.value &&
      other.known.figure.unit === known.figure.unit,
  );
  return comparisons.map((comparison, i) => {
    if (comparison.outcome !== "open") return comparison;
    const told = others.map((other) => other.comparisons[i]).filter(({outcome}) => outcome !== "open");
    return told.length > 0 && told.every(({outcome}) => outcome === "differs") ? told[0] : comparison;
  });
}
// What is asked of two figures' likeness: less where the very number speaks for it as well,
// more where the number is one that many figures have, or nothing but the number is the same.
const related = 1.8;
const plain = 3.3;

function asked(figure: Figure, candidate: Candidate): number {
  const {
    known: {figure: known},
    relation,
    measured,
  } = candidate;
  const isOtherNoun =
    measured.some((one) => one.in === "unit") && figure.kind === "count" && figure.unit !== null;
  if (relation === "same" && isSpokenFor(candidate)) return related - 0.8;
  if (relation === "same" && isTelling(known.value ?? known.low ?? 0)) return related;
  if (relation === "same") return isOtherNoun ? plain : related + 0.2;
  return relation === "implied" && isClose(figure, known) ? related + 0.1 : Infinity;
}

// One thing, and whose or when it was: the passages need have little else in common.
function isSpokenFor(candidate: Candidate): boolean {
  const both = agreeing(candidate);
  return (
    both.includes("thing") &&
    both.some((one) => one === "period" || (one !== "thing" && isIdentity(one))) &&
    candidate.measured.every((one) => one.in !== "unit")
  );
}

function compare(
  told: Told,
  one: Told<FigureRow>,
  likeness: Likeness,
  {names, broad = new Set(), isDocument}: FindingOptions,
): Candidate {
  const [figure, known] = [told.figure, one.figure];
  const unitOf: Likeness["unitOf"] = (measure) => likeness.unitOf(measure);
  // What is told of a part or in a smaller unit is compared as what it comes to.
  const stated = inUnitOf(known, figure);
  const isOneUnit = stated !== null || unitOf(figure) === unitOf(known);
  // What rose has not fallen, by whatever number.
  const isOpposite = figure.change !== null && known.change !== null && figure.change !== known.change;
  const relation = isOpposite ? "apart" : relate(stated ?? figure, known);
  const measured: Difference[] = [];
  if (relation === "same" && !sameHedge(figure.qualifier, known.qualifier))
    measured.push({in: "hedge", draft: figure.qualifier, known: known.qualifier});
  const comparisons = compareFigures(told, one, {names, broad, unitOf, ...(isDocument && {isDocument})});
  // Of 200 flanges that are told as 200 units the noun says all that there is to say.
  const isSameNoun =
    figure.kind === known.kind &&
    [figure, known].some(({unit}) => unit !== null && isBroad(unit, broad)) &&
    comparisons.some(({aspect, outcome}) => aspect === "thing" && outcome === "agrees");
  if (!isOneUnit && !isSameNoun) measured.push({in: "unit", draft: unitText(figure), known: unitText(known)});
  return {
    known: one,
    // Numbers in two units say nothing of each other, but where they are the very same.
    relation: isOneUnit || relation === "same" ? relation : "open",
    measured,
    comparisons,
    like: likeness.of(told, one),
  };
}

const unitText = ({unit, per}: Figure): string | null => (unit && per ? `${unit} per ${per}` : unit);
