import type {Figure, Kind} from "../model/figure.js";

/**
 * A figure on its way through the pipeline, in tokens [from, to). The core is
 * the number with its unit; hedges widen [from, to) around it.
 */
export interface Found
  extends Pick<
    Figure,
    "kind" | "value" | "low" | "high" | "unit" | "per" | "qualifier" | "change" | "confidence"
  > {
  from: number;
  to: number;
  coreFrom: number;
  coreTo: number;
  flags: string[];
  /** Factor of the number's scale word, 1 without one: “$2-3 million” lends it to the 2. */
  scale: number;
  /** Noun phrase that names what is counted, tokens [nounFrom, nounTo); -1 where there is none. */
  nounFrom: number;
  nounTo: number;
  /** Currency symbol or code stands before the number. */
  symbolFirst: boolean;
}

/** Returns a found figure with the given parts and neutral values for the rest. */
export function found(parts: Pick<Found, "kind" | "from" | "to"> & Partial<Found>): Found {
  return {
    coreFrom: parts.from,
    coreTo: parts.to,
    value: null,
    low: null,
    high: null,
    unit: null,
    per: null,
    qualifier: null,
    change: null,
    confidence: 0.9,
    flags: [],
    scale: 1,
    nounFrom: -1,
    nounTo: -1,
    symbolFirst: false,
    ...parts,
  };
}

/** Whether what is measured is no money, no count, no time and no part of something. */
export const isMeasure = (kind: Kind): boolean =>
  /^(?:mass|volume|length|area|energy|rate|other)$/.test(kind);
