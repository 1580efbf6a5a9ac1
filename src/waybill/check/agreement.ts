import type {Basis, Figure, FigureRow, Status} from "../model/figure.js";
import {isAlike, measureAlike} from "../model/measured.js";
import {isPeriodApart} from "../model/period.js";
import {handedOver} from "../standing.js";
import type {Told} from "./likeness.js";
import type {Names, Sameness} from "./Names.js";

/** In what else than its number a figure of a draft can agree with one of the tables, or not. */
export const aspects = ["thing", "supplier", "recipient", "via", "holder", "state", "period"] as const;
export type Aspect = (typeof aspects)[number];

/** Those that make it another fact, and not the same told otherwise. */
export const isIdentity = (aspect: string): boolean => aspect !== "state" && aspect !== "period";

/**
 * How the two stand in one respect. `open` is what could not be compared: one
 * of them does not say, or one was worked out and they do not agree.
 */
export interface Comparison {
  aspect: Aspect;
  outcome: "agrees" | "differs" | "open";
  draft: string | null;
  known: string | null;
}

export interface AgreementOptions {
  names: Names;
  /** Nouns that say little of what is measured: “equipment”. */
  broad: ReadonlySet<string>;
  /** The name by which a counted noun goes: “shipment” for “batch”. */
  unitOf: (figure: Pick<Figure, "unit" | "per">) => string;
}

/**
 * Returns how two figures that may be one stand to each other in all but the
 * number. Silence of one is no disagreement; they differ only where both say
 * so in words of their own, and where neither sentence names what the other has:
 * there the reading may be at fault.
 */
export function compareFigures(draft: Told, known: Told<FigureRow>, options: AgreementOptions): Comparison[] {
  const [a, b] = [draft.figure, known.figure];
  const parties = [
    party("supplier", a.supplier ?? a.origin, b.supplier ?? b.origin),
    party("recipient", a.recipient ?? a.destination, b.recipient ?? b.destination),
    party("via", a.via, b.via),
    party("holder", a.holder, b.holder),
  ];
  return [compareThings(a, known, options), ...parties, compareStates(a, b), comparePeriods(a, b)];

  function party(
    aspect: "supplier" | "recipient" | "via" | "holder",
    ours: string | null,
    theirs: string | null,
  ): Comparison {
    const same: Sameness = ours === null || theirs === null ? null : options.names.same(ours, theirs);
    const isPlain =
      isExplicit(a[`${aspect}_basis`], a[aspect]) && isExplicit(b[`${aspect}_basis`], b[aspect]);
    const isDoubtful =
      same === false && (!isPlain || isTurned(aspect) || (isTold(theirs!, a.sentence) && !isSwapped()));
    return comparison(aspect, isDoubtful ? null : same, ours, theirs);
  }

  // An order comes from the buyer and the goods from the seller: who stands on the other side in the
  // tables may be on the wrong one by our reading. Of a delivery with both sides named that is plain.
  function isTurned(aspect: string): boolean {
    if (isSwapped() && a.status === "delivered") return false;
    const [ours, other] =
      aspect === "supplier"
        ? [a.supplier, b.recipient]
        : aspect === "recipient"
          ? [a.recipient, b.supplier]
          : [null, null];
    return ours !== null && other !== null && options.names.same(ours, other) === true;
  }

  function isTold(name: string, sentence: string): boolean {
    return options.names.isNamedIn(name, sentence);
  }

  // Who sold to whom, turned about: both are named in the draft, and each plainly in the other's place.
  function isSwapped(): boolean {
    const {names} = options;
    if (!a.supplier || !a.recipient || !b.supplier || !b.recipient) return false;
    return (
      names.same(a.supplier, b.recipient) === true &&
      names.same(a.recipient, b.supplier) === true &&
      names.same(a.supplier, b.supplier) === false
    );
  }
}

// A country that stands in for a party that is not named is said by the words themselves.
const isExplicit = (basis: Basis | null, cell: string | null): boolean =>
  cell === null || basis !== "inferred";

const comparison = (
  aspect: Aspect,
  same: Sameness,
  draft: string | null,
  known: string | null,
): Comparison => ({
  aspect,
  outcome: same === null ? "open" : same ? "agrees" : "differs",
  draft,
  known,
});

function compareThings(
  a: Figure,
  {figure: b, document}: Told<FigureRow>,
  {broad, unitOf}: AgreementOptions,
): Comparison {
  const [ours, theirs] = [thingOf(a), thingOf(b)];
  const same = (): Sameness => {
    if (ours === null || theirs === null) return null;
    const alike = isOtherCount()
      ? isAlike(ours, theirs) || null
      : measureAlike(measured(a, unitOf), measured(b, unitOf), broad);
    if (alike === true) return isOtherNoun() ? null : true;
    const isMentioned = isNamed(a, ours, b.sentence) || isNamed(b, theirs, a.sentence);
    if (isOtherNoun()) return isMentioned ? null : false;
    if (alike === null || isMentioned) return null;
    if (a.goods === null || b.goods === null) return null;
    if (a.goods !== b.goods) return false;
    // Goods of one name may be two words for one thing, unless the article tells them apart itself.
    const isGeneral = [ours, theirs].some((thing) => isAlike(thing, a.goods!));
    const isApart = document.figures.some(
      ({thing, exact}) =>
        thing !== null && exact !== b.exact && isAlike(thing, ours) && !isAlike(thing, theirs),
    );
    return isApart && !isGeneral ? false : null;
  };
  return comparison("thing", same(), ours, theirs);

  function isOtherCount(): boolean {
    return a.kind === "count" && b.kind === "count" && unitOf(a) !== unitOf(b);
  }

  function isOtherNoun(): boolean {
    const nouns = [a.unit, b.unit];
    return (
      isOtherCount() &&
      nouns.every((noun) => noun !== null && !isBroad(noun, broad)) &&
      !isAlike(a.unit!, b.unit!)
    );
  }
}

const measured = (figure: Figure, unitOf: AgreementOptions["unitOf"]) => ({
  kind: figure.kind,
  thing: figure.thing ?? figure.goods,
  writtenUnit: figure.unit,
  unit: unitOf(figure),
});

export const isBroad = (noun: string, broad: ReadonlySet<string>): boolean =>
  broad.has(noun) || noun === "unit";

/** What a figure is of, by the best word for it. */
const thingOf = ({kind, thing, goods, unit}: Figure): string | null =>
  thing ?? goods ?? (kind === "count" ? unit : null);

// Of goods that the vocabulary does not know the last word is the noun: “drones” of “sea drones”.
function isNamed({goods}: Figure, thing: string, sentence: string): boolean {
  const noun = goods ?? thing.split(/\s+/).at(-1)!;
  return noun.length > 2 && isAlike(noun, sentence);
}

type Stage = "delivered" | "promised" | "denied" | "alleged";

// An order, a contract and a plan are all still to come; which of them it is, articles mix freely.
const stages: Readonly<Record<Status, Stage>> = {
  delivered: "delivered",
  ordered: "promised",
  contracted: "promised",
  planned: "promised",
  forecast: "promised",
  alleged: "alleged",
  denied: "denied",
};

function compareStates(a: Figure, b: Figure): Comparison {
  const [ours, theirs] = [stateOf(a), stateOf(b)];
  const same = (): Sameness => {
    if (ours === null || theirs === null) return null;
    if (ours === theirs) return true;
    if (stages[ours] === stages[theirs]) return null;
    // Who says less than the tables is not wrong.
    if (stages[ours] === "alleged" && stages[theirs] === "delivered") return null;
    return isExplicit(a.status_basis, ours) && isExplicit(b.status_basis, theirs) ? false : null;
  };
  return comparison("state", same(), ours, theirs);
}

const stateOf = ({kind, status}: Figure): Status | null => (handedOver.has(kind) ? status : null);

function comparePeriods(a: Figure, b: Figure): Comparison {
  const isSaid = a.period_text !== null && b.period_text !== null;
  const same: Sameness = isSaid && hasDates(a) && hasDates(b) ? !isPeriodApart(a, b) : null;
  return comparison("period", same, a.period_text, b.period_text);
}

const hasDates = ({period_start, period_end}: Figure): boolean =>
  period_start !== null || period_end !== null;
