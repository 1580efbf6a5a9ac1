import {describe, expect, it} from "vitest";
import {type Asked, answer} from "../../../../../src/waybill/parse/read/answers/answer.js";
import type {Options, RankModel} from "../../../../../src/waybill/parse/read/answers/Ranker.js";
import {states} from "../../../../../src/waybill/parse/read/answers/statusOptions.js";
import type {Told} from "../../../../../src/waybill/parse/Told.js";

// What stands first is unlikely, what stands second has the score 0, and what stands third the given one.
const model = (best: number): RankModel => ({
  weights: new Int8Array(1),
  scale: 1,
  trees: [
    {
      feature: [0, -1, 0, -1, -1],
      cut: [0.5, 0, 1.5, 0, 0],
      left: [1, -1, 3, -1, -1],
      right: [2, -1, 4, -1, -1],
      value: [0, -20, 0, 0, best],
    },
  ],
});
const option = (key: number, place: number) => ({key, features: new Int32Array(0), plain: [place]});
const nothing: Options = [option(0, 1)];

/** The status that is told of a figure, by what was told before and how likely each status is. */
function statusBy(before: "delivered" | null, places: Record<string, number>, best = 0) {
  const roles = {supplier: null, recipient: null, via: null};
  const status = before && ({value: before, basis: "stated"} as const);
  const told: Told = {
    roles: {...roles, status},
    thing: null,
    said: null,
    when: null,
    holder: null,
    isSideUnsure: false,
  };
  const options = states.map((state, key) => option(key, places[state ?? ""] ?? 0));
  const asked: Asked = {
    questions: {status: [options], thing: [nothing], period: [nothing]},
    told: {status: [states.indexOf(before)], thing: [0], period: [0]},
    things: [[]],
    periods: [[]],
    sentences: [0],
  };
  const models = {status: model(best), thing: model(0), period: model(0)};
  return answer([told], asked, models)[0].roles.status;
}

describe("an answer", () => {
  it("stays what was told down to a chance of one in four, whatever is likelier", () => {
    const places = {delivered: 1, planned: 2};
    expect(statusBy("delivered", places, 1)).toEqual({value: "delivered", basis: "stated"});
    expect(statusBy("delivered", places, 1.2)).toEqual({value: "planned", basis: "inferred"});
  });

  it("is given only where it is likelier right than not", () => {
    expect(statusBy(null, {planned: 1, ordered: 2}, 0.1)?.value).toBe("ordered");
    expect(statusBy(null, {planned: 1, ordered: 2, alleged: 1}, 0.1)).toBeNull();
  });

  it("is none where that is likeliest", () => {
    expect(statusBy("delivered", {delivered: 1, "": 2}, 1.2)).toBeNull();
  });
});
