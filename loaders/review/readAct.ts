import type {Act, Derivation, Place, Reference} from "../../src/waybill/model/reviewDesk.js";

const acts = ["accept", "set", "no", "yes", "same", "clear", "derive", "undo"] as const;

/** Returns what a request's body says is to be done; null if it is not exactly an act. */
export function readAct(body: unknown): Act | null {
  if (!isObject(body)) return null;
  const act = acts.find((name) => name === body.act);
  if (act === "undo") return {act};
  const at = readPlace(body.at);
  if (!act || !at) return null;
  switch (act) {
    case "set":
    case "yes":
      return isCells(body.cells) ? {act, at, cells: body.cells} : null;
    case "same":
      return isReference(body.other) ? {act, at, other: body.other} : null;
    case "derive":
      return isDerivation(body.derived) ? {act, at, derived: body.derived} : null;
    default:
      return {act, at};
  }
}

/** Returns the place in an article that a value is; null if it is none. */
export function readPlace(value: unknown): Place | null {
  if (!isObject(value)) return null;
  const {start, end, exact, prefix, suffix} = value;
  const isPlace =
    isPosition(start) &&
    isPosition(end) &&
    isText(exact) &&
    isText(prefix) &&
    isText(suffix) &&
    end - start === exact.length;
  return isPlace ? {start, end, exact, prefix, suffix} : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 2000;

const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isCells = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.keys(value).length <= 40 && Object.values(value).every(isText);

const isReference = (value: unknown): value is Reference & Record<string, unknown> =>
  isObject(value) && isText(value.article_id) && isText(value.figure_id);

const isDerivation = (value: unknown): value is Derivation & Record<string, unknown> =>
  isObject(value) &&
  [value.id, value.about, value.formula, value.unit].every(isText) &&
  isObject(value.inputs) &&
  Object.keys(value.inputs).length <= 20 &&
  Object.values(value.inputs).every(isReference);
