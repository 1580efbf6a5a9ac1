import {describe, expect, it} from "vitest";
import {keyOf} from "../../src/charts/key.js";
import {type Hue, type Look, lookOf, paint, pale} from "../../src/charts/look.js";
import {type ColorName, colorsOf, palette, textSize} from "../../src/waybill/theme.js";

type Mode = "light" | "dark" | "print";
type Rgb = [number, number, number];

const modes: Mode[] = ["light", "dark", "print"];

/** Linear light of a colour, from 0 to 1 in each channel. */
const linear = (hex: string): Rgb =>
  [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;

const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast by WCAG 2, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

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

  it.each(["red", "slate", "ochre", "ink"] as const)(
    "%s is a mark: 3 to 1 on paper, on land and on its pale twin",
    (name) => {
      for (const ground of ["paper", "land", pale[name]] as const)
        expect(contrast(at(name, mode), at(ground, mode)), ground).toBeGreaterThanOrEqual(3);
    },
  );

  it("paper is read on red, where a bar has its value in it", () => {
    expect(contrast(at("paper", mode), at("red", mode))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["red", "slate", "ochre"] as const)("%s has a pale twin that is seen on paper", (name) => {
    expect(contrast(at(pale[name], mode), at("paper", mode))).toBeGreaterThan(1.1);
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

describe.each(modes)("in shades of grey, %s", (mode) => {
  const color = mode === "print" ? (name: ColorName) => palette[name].print : colorsOf(mode);
  const paints = {color, hatch: (hue: Hue) => `hatch of ${color(hue)}`, fade: () => "fade"};

  /** What of a paint is left without colours: its pattern, or how light its fill is, and its edge. */
  function grey(hue: Hue, look: Look): {pattern: string; light: number} {
    const {fill = "none", dash} = paint(paints, hue, look);
    const pattern = fill.startsWith("hatch") ? "hatched" : dash ? "dashed" : "plain";
    const solid = fill.startsWith("hatch") ? color(hue) : fill;
    return {pattern, light: luminance(solid)};
  }

  it.each(["red", "slate", "ochre"] as const)(
    "%s: delivered, ordered, planned, denied and worked out differ in pattern or by 1.2 to 1",
    (hue) => {
      const looks: [string, Look][] = [
        ["delivered", lookOf({qualifier: null, status: "delivered"})],
        ["ordered", lookOf({qualifier: null, status: "ordered"})],
        ["planned", lookOf({qualifier: null, status: "planned"})],
        ["denied", lookOf({qualifier: null, status: "denied"})],
        ["worked out", {paint: "hatched", end: "square"}],
      ];
      const seen = looks.map(([name, look]) => ({name, ...grey(hue, look)}));
      const alike = seen.flatMap((a, i) =>
        seen.slice(i + 1).flatMap((b) => {
          const [dark, light] = [a.light, b.light].sort((x, y) => x - y);
          const differs = a.pattern !== b.pattern || (light + 0.05) / (dark + 0.05) >= 1.2;
          return differs ? [] : [`${a.name} and ${b.name}`];
        }),
      );
      expect(alike).toEqual([]);
    },
  );
});

describe("keyOf(rows)", () => {
  const tools = {kind: "money", goods: "tools", supplier: "A", recipient: "B"} as const;

  it("has a line of its own for every hedge and status, each with its own shapes", () => {
    const rows = [
      {...tools, qualifier: null, status: "delivered"},
      {...tools, qualifier: "more_than", status: "ordered"},
      {...tools, qualifier: "about", status: "planned"},
      {...tools, qualifier: "at_most", status: "denied"},
      {...tools, qualifier: null, status: null, derived: true},
    ] as const;
    const color = colorsOf("light");
    const items = keyOf(rows);
    const pictures = items.map(({swatch}) =>
      JSON.stringify(
        swatch({color, hatch: (hue) => `hatch-${hue}`, fade: (hue, from) => `fade-${hue}-${from}`}),
      ),
    );
    expect(items.length).toBe(8);
    expect(new Set(items.map(({text}) => text)).size).toBe(items.length);
    expect(new Set(pictures).size).toBe(items.length);
  });

  it("is empty for exact figures of things delivered", () => {
    expect(keyOf([{...tools, qualifier: null, status: "delivered"}])).toEqual([]);
  });
});

describe("textSize", () => {
  it("has nothing below 12 px", () => {
    expect(Math.min(...Object.values(textSize))).toBeGreaterThanOrEqual(12);
  });
});
