import type {Figure, Kind, Status} from "./model/figure.js";

/** How a figure stands: how far what it counts has got, or that it is a result which nobody hands over. */
export type Standing = "reported" | Status;

/** Kinds of which an amount can be handed over; of the others a number says something. */
export const handedOver: ReadonlySet<Kind> = new Set([
  "money",
  "count",
  "mass",
  "volume",
  "length",
  "area",
  "energy",
]);

/** What tells how a figure stands. */
export type Stated = Pick<Figure, "kind" | "goods" | "supplier" | "recipient" | "status">;

/**
 * Returns how a figure stands. Delivered is only what somebody hands over to
 * somebody, or goods from somebody: a profit, a share or a growth is reported,
 * whatever its verb.
 */
export function standingOf({kind, goods, supplier, recipient, status}: Stated): Standing {
  if (status !== null && status !== "delivered") return status;
  const isHandedOver = handedOver.has(kind) && (recipient !== null || (supplier !== null && goods !== null));
  return status === "delivered" && isHandedOver ? "delivered" : "reported";
}

const order: readonly Standing[] = [
  "reported",
  "delivered",
  "ordered",
  "contracted",
  "planned",
  "forecast",
  "alleged",
  "denied",
];

/** Returns standings as a list in words, the furthest first: “ordered or contracted”. */
export function listStandings(standings: Iterable<Standing>): string {
  const known = new Set(standings);
  const words = order
    .filter((standing) => known.has(standing))
    .map((standing) => (standing === "delivered" ? "said to have been delivered" : standing));
  const last = words.pop() ?? "";
  return words.length > 0 ? `${words.join(", ")} or ${last}` : last;
}

/** Returns what a key says of marks of the given standings: “ordered or contracted: no delivery is reported”. */
export function wordsOf(standings: readonly Standing[]): string {
  const isPledged = standings.includes("ordered") || standings.includes("contracted");
  return `${listStandings(standings)}${isPledged ? ": no delivery is reported" : ""}`;
}
