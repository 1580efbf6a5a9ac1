import {describe, expect, it} from "vitest";
import {type Paint, paintOf, type State, stateOf} from "../../../src/waybill/marks/state.js";
import type {Status} from "../../../src/waybill/model/figure.js";
import {palette} from "../../../src/waybill/theme.js";
import {contrast, over} from "../contrast.js";

describe("stateOf(status)", () => {
  it.each<[Status | null, State]>([
    [null, "happened"],
    ["delivered", "happened"],
    ["ordered", "ordered"],
    ["contracted", "ordered"],
    ["planned", "planned"],
    ["forecast", "planned"],
    ["alleged", "alleged"],
    ["denied", "denied"],
  ])("%s: %s", (status, state) => {
    expect(stateOf(status)).toBe(state);
  });
});

describe.each(["light", "dark", "print"] as const)(
  "paintOf(state, derived) in shades of grey, %s",
  (mode) => {
    /** What of a paint is left without colours: its pattern, and how light its fill is. */
    const grey = ({fill, dash, hatched, struck}: Paint, hue: "red" | "slate" | "ochre") => ({
      pattern: [hatched && "hatched", dash && `dashed ${dash}`, struck && "struck"].filter(Boolean).join(" "),
      tone: over(palette[hue][mode], fill, palette.paper[mode]),
    });

    it.each(["red", "slate", "ochre"] as const)(
      "%s: what happened, was ordered, is planned, alleged, denied and worked out differ in pattern or by 1.2 to 1",
      (hue) => {
        const states: State[] = ["happened", "ordered", "planned", "alleged", "denied"];
        const seen = [
          ...states.map((state) => ({name: state as string, ...grey(paintOf(state), hue)})),
          {name: "worked out", ...grey(paintOf("happened", true), hue)},
        ];
        const alike = seen.flatMap((a, i) =>
          seen
            .slice(i + 1)
            .flatMap((b) =>
              a.pattern !== b.pattern || contrast(a.tone, b.tone) >= 1.2 ? [] : [`${a.name} and ${b.name}`],
            ),
        );
        expect(alike).toEqual([]);
      },
    );
  },
);
