import type {Change, Kind, Qualifier} from "../../src/model/figure.js";

/**
 * A figure on its way through the pipeline, in tokens [from, to). The core is
 * the number with its unit; hedges widen [from, to) around it.
 */
export interface Found {
  kind: Kind;
  from: number;
  to: number;
  coreFrom: number;
  coreTo: number;
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string | null;
  qualifier: Qualifier | null;
  change: Change | null;
  confidence: number;
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
