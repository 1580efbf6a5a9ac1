import type {Basis, Figure, FigureRow, Status} from "../model/figure.js";
import {isAlike, measureAlike} from "../model/measured.js";
import {isPeriodApart} from "../model/period.js";
import {handedOver} from "../standing.js";
import type {Told} from "./likeness.js";
import type {Names, Sameness} from "./Names.js";

/** In what else than its number a figure of a draft can agree with one of the tables, or not. */
export const aspects = [
  "thing",
  "supplier",
  "recipient",
  "via",
  "holder",
  "state",
  "period",
  "speaker",
  "reports",
] as const;
export type Aspect = (typeof aspects)[number];

const identities: ReadonlySet<Aspect> = new Set(["thing", "supplier", "recipient", "via", "holder"]);

/** Those that make it another fact, and not the same told otherwise. */
export const isIdentity = (aspect: Aspect): boolean => identities.has(aspect);

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
  /** Whether a voice is a document, and nobody who speaks: “records”. */
  isDocument?: (voice: string) => boolean;
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
  const {names} = options;
  const had = haver();
  const parties = [
    party("supplier", a.supplier ?? a.origin, b.supplier ?? b.origin),
    party("recipient", a.recipient ?? a.destination ?? had, b.recipient ?? b.destination),
    party("via", a.via, b.via),
    party("holder", had === null ? a.holder : null, b.holder),
  ];
  return [
    compareThings(a, known, options),
    ...parties,
    compareStates(a, b),
    comparePeriods(a, b),
    compareSpeakers(a, known, options),
  ];

  // Whose something is that was handed over, is who received it; or its maker, who is not looked at here.
  function haver(): string | null {
    const {holder} = a;
    const isGone = b.holder === null && b.recipient !== null;
    if (holder === null || a.recipient !== null || !isGone) return null;
    return b.supplier !== null && names.same(holder, b.supplier) === true ? null : holder;
  }

  function party(
    aspect: "supplier" | "recipient" | "via" | "holder",
    ours: string | null,
    theirs: string | null,
  ): Comparison {
    const same: Sameness = ours === null || theirs === null ? null : names.same(ours, theirs);
    return comparison(aspect, same === false && mayBeMisread(aspect, theirs!) ? null : same, ours, theirs);
  }

  // Who stands on which side is our reading, and it may be at fault: where it was worked out, where
  // the draft's sentence names whom the tables have there, and where it has there whom they have on
  // the other side. Of a delivery with both sides named, each in the other's place, it is plain.
  function mayBeMisread(aspect: "supplier" | "recipient" | "via" | "holder", theirs: string): boolean {
    if (!isExplicit(a[`${aspect}_basis`], a[aspect]) || !isExplicit(b[`${aspect}_basis`], b[aspect]))
      return true;
    if (a.status === "delivered" && isTurned("supplier") && isTurned("recipient")) return false;
    return isTurned(aspect) || names.isNamedIn(theirs, a.sentence);
  }

  function isTurned(aspect: string): boolean {
    const [ours, other] =
      aspect === "supplier"
        ? [a.supplier, b.recipient]
        : aspect === "recipient"
          ? [a.recipient, b.supplier]
          : [null, null];
    return ours !== null && other !== null && names.same(ours, other) === true;
  }
}

// A country that stands in for a party that is not named is said by the words themselves.
const isExplicit = (basis: Basis | null, cell: string | null): boolean =>
  cell === null || basis !== "inferred";

/**
 * Who says so, if the draft names anybody: whoever published the article, or is relayed
 * or quoted there. A speaker without a name may be any, but for records: they are nobody.
 * Who is a side of the deal (“Ondal wanted 100 barges”) may be no speaker at all.
 */
function compareSpeakers(
  a: Figure,
  {document, figure: b}: Told<FigureRow>,
  {names, isDocument = () => false}: AgreementOptions,
): Comparison {
  const isSaid = a.said_by !== null && isExplicit(a.said_by_basis, a.said_by);
  if (!isSaid) return comparison("speaker", null, null, null);
  const voices = [...new Set([...(b.said_by?.split(" > ") ?? []), ...(document.voices ?? [])])];
  const [ours] = a.said_by!.split(" > ").slice(-1);
  const sames = voices.map((voice) => (isDocument(voice) ? isAlike(ours, voice) : names.same(ours, voice)));
  const isSide = [a.supplier, a.recipient, b.supplier, b.recipient].some(
    (side) => side !== null && names.same(ours, side) === true,
  );
  const same = sames.includes(true)
    ? true
    : !isSide && /\p{Lu}/u.test(ours) && sames.every((one) => one === false)
      ? false
      : null;
  return comparison("speaker", same, a.said_by, voices.join(", ") || null);
}

export const comparison = (
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
