import {describe, expect, it} from "vitest";
import type {Hue} from "../../src/waybill/forms/index.js";
import {type ColorName, palette, textSize} from "../../src/waybill/theme.js";
import {contrast, linear, luminance, type Rgb} from "./contrast.js";

type Mode = "light" | "dark" | "print";

const modes: Mode[] = ["light", "dark", "print"];

const at = (name: ColorName, mode: Mode): string => palette[name][mode];

describe("contrast(color, ground)", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#ffffff", "#ffffff", 1],
  ])("%s on %s is %f", (a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 2);
  });
});

describe.each(modes)("the palette, %s", (mode) => {
  it.each(["ink", "muted", "red", "slate", "ochre"] as const)(
    "%s is text: 4.5 to 1 on paper and on land",
    (name) => {
      expect(contrast(at(name, mode), at("paper", mode))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(at(name, mode), at("land", mode))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(["red", "slate", "ochre", "ink"] as const)("%s is a mark: 3 to 1 on paper and on land", (name) => {
    for (const ground of ["paper", "land"] as const)
      expect(contrast(at(name, mode), at(ground, mode)), ground).toBeGreaterThanOrEqual(3);
  });

  it("what is not in emphasis is still seen on paper, and is less than what is", () => {
    const grey = contrast(at("grey", mode), at("paper", mode));
    expect(grey).toBeGreaterThanOrEqual(3);
    for (const name of ["red", "slate", "ochre", "ink"] as const)
      expect(contrast(at(name, mode), at("paper", mode))).toBeGreaterThan(grey);
  });

  it("paper is read on red, where a mark has its value in it", () => {
    expect(contrast(at("paper", mode), at("red", mode))).toBeGreaterThanOrEqual(4.5);
  });
});

// Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
const deficiencies: Record<string, [Rgb, Rgb, Rgb]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  "colour vision as most have it": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
};

/** A colour in OKLab, as seen through the given matrix. */
function oklab(hex: string, matrix: [Rgb, Rgb, Rgb]): Rgb {
  const own = linear(hex);
  const [r, g, b] = matrix.map((row) =>
    Math.min(1, Math.max(0, row[0] * own[0] + row[1] * own[1] + row[2] * own[2])),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe("oklab(color)", () => {
  it("is 0 for black, 1 for white, and far from red to green but for those who do not tell them apart", () => {
    const {protanopia, deuteranopia, ...others} = deficiencies;
    const [usual] = Object.values(others).slice(-1);
    expect(oklab("#000000", usual)[0]).toBeCloseTo(0, 3);
    expect(oklab("#ffffff", usual)[0]).toBeCloseTo(1, 3);
    const apart = (matrix: [Rgb, Rgb, Rgb]): number =>
      distance(oklab("#b35900", matrix), oklab("#6f7a00", matrix));
    expect(apart(deuteranopia)).toBeLessThan(apart(usual) / 2);
    expect(oklab("#808080", protanopia)[1]).toBeCloseTo(0, 2);
  });
});

// Some three times what is just told apart side by side.
const least = 0.07;

describe.each(Object.entries(deficiencies))("with %s", (_name, matrix) => {
  const pairs: [Hue, Hue][] = [
    ["red", "slate"],
    ["red", "ochre"],
    ["slate", "ochre"],
    ["red", "ink"],
    ["ochre", "ink"],
  ];

  for (const mode of ["light", "dark"] as const)
    it.each(pairs)(`%s and %s are told apart, ${mode}`, (a, b) => {
      const apart = distance(oklab(at(a, mode), matrix), oklab(at(b, mode), matrix));
      expect(apart).toBeGreaterThanOrEqual(least);
    });
});

describe("print", () => {
  it("has no colour, and its tones differ", () => {
    const tones = (["red", "slate", "ochre", "grey"] as const).map((name) => at(name, "print"));
    for (const tone of tones) expect(tone).toMatch(/^#(..)\1\1$/);
    expect(new Set(tones.map(luminance)).size).toBe(tones.length);
  });
});

describe("textSize", () => {
  it("has nothing below 12 px", () => {
    expect(Math.min(...Object.values(textSize))).toBeGreaterThanOrEqual(12);
  });
});
