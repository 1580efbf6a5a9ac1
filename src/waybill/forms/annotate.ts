import type {Box} from "../marks/box.js";
import {type PlacedLabel, placeLabels} from "../marks/placeLabels.js";
import {textWidth, wrapText} from "../textWidth.js";
import {type Color, textSize} from "../theme.js";
import {middleOfPath, rectBoxes, shapeBoxes, textBoxes} from "./boxes.js";
import {evenly, linesOf} from "./measure.js";

const svgNamespace = "http://www.w3.org/2000/svg";
export const noteLine = 16;
// A note of two lines is read faster than one of four.
const widths = [220, 160, 120];

/** The point of a row's mark, and how far around it the mark reaches. */
export type MarkPoint = readonly [x: number, y: number, r?: number];

/** Words at the mark of a row: which, where its mark is, and what it is called where no place is free at it. */
export interface Note {
  row: number;
  at: MarkPoint | null;
  text: string;
  label: string;
}

/** Returns the lines of a note, no wider than given and as even as they can be. */
export const noteLines = (text: string, width: number): string[] =>
  evenly((most) => wrapText(text, most, {size: textSize.small + 0.5, most: 5}), width);

/** Returns the middle of the first path that was drawn for a row; null if none was. */
export function drawnPoint(svg: Element, className: string, row: number): MarkPoint | null {
  for (const group of svg.querySelectorAll(`g.${className}`))
    for (const child of group.children) {
      const path = child.localName === "path" ? child : child.querySelector("path");
      if (path && (child as unknown as {__data__?: number}).__data__ === row) return middleOfPath(path);
    }
  return null;
}

interface Frame {
  width: number;
  height: number;
  side: number;
  color: Color;
  className: string;
  document: Document;
}

/**
 * Writes notes into a drawing of plain texts and paths, each with a thin line
 * to its point, where they cover neither words nor marks; below the drawing,
 * with the name of the row, where no place is free. Returns the height that the
 * drawing then has.
 */
export function annotate(svg: Element, notes: readonly Note[], frame: Frame): number {
  if (notes.length === 0) return frame.height;
  const {className, width, side} = frame;
  const taken: Box[] = [
    ...textBoxes(svg),
    ...shapeBoxes(svg, `g.${className} path`),
    ...rectBoxes(svg, "rect[stroke]"),
  ];
  const area = {x1: side, y1: 1, x2: width - side, y2: frame.height - 1};
  let height = frame.height;
  for (const note of notes) {
    const found = note.at && findPlace(note, note.at, {taken, area});
    if (found) {
      write(svg, note, found, frame);
      taken.push(found.place.box);
      continue;
    }
    const [label] = linesOf(note.label, (width - 2 * side) / 2, 1);
    const lines = linesOf(label ? `${label}: ${note.text}` : note.text, width - 2 * side, 5);
    const box = {x1: side, x2: width - side, y1: height + 10, y2: height + 10 + lines.length * noteLine};
    write(svg, note, {lines, place: {box, align: "start", leader: null}}, frame);
    height = box.y2;
  }
  return height;
}

interface Found {
  lines: string[];
  place: PlacedLabel;
}

function findPlace(
  {text}: Note,
  [x, y, r = 2]: MarkPoint,
  {taken, area}: {taken: readonly Box[]; area: Box},
): Found | null {
  for (const most of widths) {
    const lines = noteLines(text, Math.min(most, area.x2 - area.x1));
    const width = Math.max(...lines.map((line) => textWidth(line, textSize.small + 0.5)));
    const inside = Math.min(area.x2 - r - 2, Math.max(area.x1 + r + 2, x));
    const item = {
      anchors: [{at: [inside, y] as const, r}],
      width,
      height: lines.length * noteLine,
      places: [],
    };
    const [place] = placeLabels([item], {frame: area, avoid: taken, padding: 3});
    if (place) return {lines, place};
  }
  return null;
}

function write(
  svg: Element,
  {row}: Note,
  {lines, place: {box, align, leader}}: Found,
  {color, className, document}: Frame,
): void {
  const group = document.createElementNS(svgNamespace, "g");
  group.setAttribute("class", className);
  const add = (name: string, attributes: Record<string, string | number>): Element => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [attribute, value] of Object.entries(attributes))
      element.setAttribute(attribute, String(value));
    (element as unknown as {__data__: number}).__data__ = row;
    group.append(element);
    return element;
  };
  const round = (value: number): number => Math.round(value * 10) / 10;
  if (leader)
    add("path", {
      d: `M${leader.map((point) => point.map(round).join(",")).join("L")}`,
      fill: "none",
      stroke: color("muted"),
      "stroke-width": 1,
    });
  const x = align === "start" ? box.x1 : align === "end" ? box.x2 : (box.x1 + box.x2) / 2;
  lines.forEach((line, i) => {
    const text = add("text", {
      x: round(x),
      y: round(box.y1 + i * noteLine + 12),
      fill: color("ink"),
      stroke: color("paper"),
      "stroke-width": 3,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
      "font-size": textSize.small + 0.5,
      ...(align === "start" ? {} : {"text-anchor": align}),
    });
    text.append(document.createTextNode(line));
  });
  svg.append(group);
}
