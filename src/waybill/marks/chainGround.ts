import {fontFamily} from "../theme.js";
import type {Box, Point} from "./box.js";
import {type ChainDrawing, lineHeight, type SetText, sizeOf, weightOf} from "./chainDrawing.js";
import {entitle, setText} from "./setText.js";

/** How a chain is written and coloured. */
export interface GroundOptions {
  /** Size of the parties' names; 13 by default. What else is said is a pixel smaller, never below 12. */
  fontSize?: number;
  /** Colours of text, of the parties' boxes and of the zones behind them. */
  textFill?: string;
  mutedFill?: string;
  boxFill?: string;
  boxStroke?: string;
  /** One colour for all zones, darker in turn; or colours that they have in turn. */
  zoneFill?: string | readonly string[];
}

type Part = "name" | "note" | "label" | "zone";

/** Returns a text of a chain that begins at a point. */
export function textAt(
  document: Document,
  {x, y, lines, anchor}: SetText,
  {at, part, fontSize, fill}: {at: Point; part: Part; fontSize: number; fill: string},
): SVGElement {
  const weight = weightOf(part);
  const size = sizeOf(part, fontSize);
  const position = {x: x + at[0], y: y + at[1], lines, anchor};
  return setText(document, {
    ...position,
    size,
    lineHeight,
    fill,
    family: fontFamily,
    ...(weight === 400 ? {} : {weight}),
  });
}

/** Returns zones, boxes and names: what no link has for itself. */
export function groundOf(
  {zones, parties, fontSize}: ChainDrawing,
  {at, options, document}: {at: Point; options: GroundOptions; document: Document},
): SVGElement {
  const {textFill = "currentColor", mutedFill = textFill, boxFill, boxStroke, zoneFill} = options;
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  group.setAttribute("stroke", "none");
  const add = ({x1, y1, x2, y2}: Box, fill: string | undefined, opacity: number): void => {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const lengths = {x: x1 + at[0], y: y1 + at[1], width: x2 - x1, height: y2 - y1};
    for (const [name, value] of Object.entries(lengths))
      rect.setAttribute(name, String(Math.round(value * 10) / 10));
    rect.setAttribute("fill", fill ?? textFill);
    if (fill === undefined) rect.setAttribute("fill-opacity", String(opacity));
    group.append(rect);
  };
  const addShape = (name: string, attributes: Record<string, number>): Element => {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [attribute, value] of Object.entries(attributes))
      shape.setAttribute(attribute, String(Math.round(value * 10) / 10));
    group.append(shape);
    return shape;
  };
  const addStation = ({x1, y1, x2, y2}: Box, stem: number): void => {
    const [x, y] = [(x1 + x2) / 2 + at[0], (y1 + y2) / 2 + at[1]];
    addShape("line", {x1: x, x2: x, y1: y, y2: stem + at[1]}).setAttribute("stroke", mutedFill);
    addShape("circle", {cx: x, cy: y, r: (x2 - x1) / 2 - 1}).setAttribute("fill", textFill);
  };
  const write = (text: SetText, part: Part, fill: string): void =>
    group.append(textAt(document, text, {at, part, fontSize, fill}));
  // A zone that comes again has its tint again.
  const tints = [...new Set(zones.map(({title}) => title.lines.join(" ")))];
  for (const {box, title} of zones) {
    const n = tints.indexOf(title.lines.join(" "));
    if (typeof zoneFill === "object") add(box, zoneFill[n % zoneFill.length], 0);
    else {
      add(box, zoneFill, 0.045);
      if (n % 3 > 0) add(box, undefined, (n % 3) * 0.045);
    }
  }
  for (const {title} of zones) write(title, "zone", textFill);
  for (const {name, box, title, note, stem} of parties) {
    if (stem !== undefined) addStation(box, stem);
    else {
      add(box, boxFill, 0.09);
      if (boxStroke) group.lastElementChild!.setAttribute("stroke", boxStroke);
    }
    write(title, "name", textFill);
    if (title.lines.join("").replace(/[\s-]/g, "") !== name.replace(/[\s-]/g, ""))
      entitle(group.lastElementChild!, name);
    if (note) write(note, "note", mutedFill);
  }
  return group;
}
