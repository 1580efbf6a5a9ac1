import type {Box, Point} from "../marks/box.js";
import {widen} from "../marks/box.js";
import {drawDot} from "../marks/drawDot.js";
import type {Stroke} from "../marks/drawStrip.js";
import {lineHeight, type RouteText} from "../marks/routeMap.js";
import {paintOf} from "../marks/state.js";
import type {ColorName} from "../theme.js";
import {type Land, landPath} from "./land.js";
import type {DrawnMap} from "./routeLayout.js";
import type {Sketch} from "./sketch.js";

const outline = ({x1, y1, x2, y2}: Box): string =>
  `M${[
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ]
    .map((point) => point.map(Math.round).join(","))
    .join("L")}Z`;

/** The land of a map: of all countries, of those that are named on it, and of those where routes end. */
export interface Grounds {
  land: Land;
  named: readonly Land[];
  ends: readonly Land[];
}

/** Returns the land of each panel, and the frames of a corner and of what enlarges it. */
export function drawGround(
  {panels, corner}: DrawnMap,
  {land, named, ends}: Grounds,
  color: (name: ColorName) => string,
): Sketch[] {
  const [, enlarged] = panels;
  const draw = (shapes: readonly Land[], stroke: Omit<Stroke, "d">) =>
    shapes.flatMap((shape) =>
      panels.map(({projection}): Stroke => ({d: landPath(shape, projection), ...stroke})),
    );
  return [
    // The sea.
    {color: color("slatePale"), strokes: panels.map(({frame}) => ({d: outline(frame), fill: 0.5}))},
    {color: color("land"), strokes: draw([land], {fill: 1})},
    {color: color("rule"), strokes: [...draw(named, {fill: 0.55}), ...draw(ends, {fill: 1})]},
    {color: color("paper"), strokes: draw([...named, ...ends], {width: 1.25})},
    ...(corner && enlarged
      ? [
          {
            color: color("muted"),
            strokes: [corner, widen(enlarged.frame, -0.5)].map((box) => ({d: outline(box), width: 1})),
          },
        ]
      : []),
  ];
}

/** Returns the dots and names of places. */
export function drawPlaces({panels, dots, fontSize}: DrawnMap, color: (name: ColorName) => string): Sketch[] {
  const ink = color("ink");
  const dot = ([x, y]: Point, r: number) => drawDot({x, y, r}, "square", paintOf("happened"));
  return [
    {color: ink, strokes: dots.flatMap((at) => dot(at, 2.5))},
    ...panels.flatMap(({names}) =>
      names.map(({text, at: [x, y]}) => ({
        color: color("muted"),
        words: [{x, y, lines: text.lines, anchor: "middle" as const, size: fontSize + 5, weight: 600}],
      })),
    ),
    ...panels.flatMap(({places}) =>
      places.flatMap(({stop, name}) => [
        {color: ink, strokes: dot(stop.at, stop.r)},
        ...drawText(name, {color: ink, leader: color("muted"), size: fontSize, weight: 600}),
      ]),
    ),
  ];
}

/** Returns a text where it has its place, with the line that leads to it; nothing without a place. */
export function drawText(
  {text, label}: RouteText,
  {color, leader, size, weight = 400}: {color: string; leader: string; size: number; weight?: number},
): Sketch[] {
  if (!label) return [];
  const {box, align} = label;
  const x = align === "start" ? box.x1 : align === "end" ? box.x2 : (box.x1 + box.x2) / 2;
  const line = label.leader
    ?.map((point) => point.map((value) => Math.round(value * 10) / 10).join(","))
    .join("L");
  return [
    ...(line ? [{color: leader, strokes: [{d: `M${line}`, width: 0.75}]}] : []),
    {
      color,
      words: [{x, y: (box.y1 + box.y2) / 2, lines: text.lines, anchor: align, size, weight, lineHeight}],
    },
  ];
}
