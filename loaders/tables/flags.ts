import type {FigureRow} from "../../src/waybill/model/figure.js";
import {joined} from "./slug.js";

/**
 * Returns the figures with what a reader may ask of each in `flags`: `no_base`
 * where a rise or fall does not say from what, `joint_count` where one number
 * counts two things, of all together or of each. It is too common for a row of
 * `disagreements`.
 */
export function flagFigures<F extends Pick<FigureRow, "kind" | "thing" | "change" | "period_text" | "flags">>(
  figures: readonly F[],
): F[] {
  return figures.map((figure) => {
    const {kind, thing, change, period_text} = figure;
    const hasNoBase = kind === "percent" && change !== null && period_text === null;
    const isJointly = kind === "count" && thing !== null && isJoint(thing);
    if (!hasNoBase && !isJointly) return figure;
    return withFlag(figure, hasNoBase ? "no_base" : "joint_count");
  });
}

/** Returns a figure with one more flag. */
export function withFlag<F extends {flags: string | null}>(figure: F, flag: string): F {
  return {...figure, flags: joined([...(figure.flags?.split(" ") ?? []), flag])};
}

/** Returns the flags without one of them, null where none is left. */
export function withoutFlag(flags: string | null, flag: string): string | null {
  return joined((flags?.split(" ") ?? []).filter((other) => other !== flag));
}

// “bulletproof vests and helmets”, but not “research and development”
const isJoint = (thing: string): boolean => /[^\s,]+s and (?:\p{L}+ ){0,2}\p{L}+s\b/u.test(thing);
