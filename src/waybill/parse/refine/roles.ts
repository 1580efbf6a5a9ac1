import type {Basis, Status} from "../../model/figure.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {isList} from "../within.js";
import {clauseOf} from "./clause.js";
import {cuesOf, TRADE} from "./clauseCues.js";
import {findGovernor} from "./governor.js";
import {findStatus} from "./status.js";

export interface Role {
  text: string;
  basis: Basis;
}

/** From whom, to whom and through whom a figure's goods went, and what had happened with them. */
export interface Roles {
  supplier: Role | null;
  recipient: Role | null;
  via: Role | null;
  status: {value: Status; basis: Basis} | null;
}

const none: Roles = {supplier: null, recipient: null, via: null, status: null};

/**
 * Returns what had happened with each figure's goods by the verb that governs the
 * figure and by nouns of trade. From whom, to whom and through whom they went
 * only the grammar tells: of each figure nobody is named here.
 */
export function findRoles(doc: Doc, figures: readonly Found[]): Roles[] {
  return figures.map((figure) => {
    if (figure.kind === "age" || figure.kind === "duration") return none;
    const clause = clauseOf(doc, figure);
    if (isList(figures, clause.from, clause.to)) return none;
    const isTrade = (cuesOf(doc, clause) & TRADE) !== 0;
    return {...none, status: findStatus(doc, figure, clause, findGovernor(doc, figure, clause), isTrade)};
  });
}
