import PDFDocument from "pdfkit";
import {nameAlone} from "../../src/waybill/markName.js";
import {story} from "../story.js";
import {type Citation, dateOf, printedAddress} from "./citation.js";
import {faceOf, partName} from "./faces.js";
import {startOf} from "./outlines.js";
import {boxOfPath, joinBoxes, type PathBox} from "./pathBox.js";
import {inkOf} from "./printInk.js";
import type {Typesetter} from "./Typesetter.js";
import {escapeXml, writable} from "./xml.js";
import {toRdf, type XmpProperty, xmpProperties} from "./xmp.js";

export interface PdfOptions {
  citation: Citation;
  /** Width of the page in millimetres; the height follows. */
  width: number;
  typesetter: Typesetter;
  /** Alternative text of the whole figure. */
  alt: string;
}

type Doc = InstanceType<typeof PDFDocument>;

const pointsPerMillimetre = 72 / 25.4;

/**
 * Returns a figure as a PDF of one page: shapes as vectors, text as text, each
 * mark a tagged figure with its name and a link to its sentence, the citation
 * in the metadata. It reads the few elements that our drawings are made of.
 */
export async function pdfFile(
  svg: SVGSVGElement,
  {citation, width, typesetter, alt}: PdfOptions,
): Promise<Buffer> {
  const [ownWidth, ownHeight] = [numberOf(svg, "width"), numberOf(svg, "height")];
  const scale = (width * pointsPerMillimetre) / ownWidth;
  const date = dateOf(citation);
  const document = new DescribedDocument({
    size: [ownWidth * scale, ownHeight * scale],
    margin: 0,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    lang: "en",
    displayTitle: true,
    info: {
      Title: writable(citation.name),
      Author: writable(story().byline),
      Subject: writable(citation.description),
      // A program that writes a PDF anew keeps these words, and no other of the metadata's.
      Keywords: writable(`${citation.creditText}; ${printedAddress(citation)}`),
      // Without a date pdfkit takes the clock's, and makes the file's id from it.
      CreationDate: date ?? new Date(0),
      ModDate: date ?? new Date(0),
    },
  } as unknown as PDFKit.PDFDocumentOptions);
  if (!date) {
    delete document.info.CreationDate;
    delete document.info.ModDate;
  }
  document.properties = xmpProperties(citation, {alt});
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
  for (const {face, file, font} of typesetter.cutFaces) document.registerFont(partName(face, file), font);
  const root = document.struct("Document", {title: writable(citation.name)});
  document.addStructure(root);
  const figure = document.struct("Figure", {alt: writable(alt)});
  root.add(figure);
  document.scale(scale);
  const painter = new Painter(document, {figure, scale, typesetter});
  painter.drawAll(svg);
  figure.end();
  root.end();
  document.end();
  return done;
}

/** pdfkit writes a document's title and the like as XML too, as they are and no more of them; these stand in their place. */
class DescribedDocument extends PDFDocument {
  properties: XmpProperty[] = [];

  _addInfo(): void {
    const {Keywords = "", Producer = "", Creator = ""} = this.info;
    const own: XmpProperty[] = [
      ["pdf:Producer", escapeXml(Producer)],
      ["pdf:Keywords", escapeXml(Keywords)],
      ["xmp:CreatorTool", escapeXml(Creator)],
    ];
    (this as unknown as {appendXML: (xml: string) => void}).appendXML(toRdf([...this.properties, ...own]));
  }
}

interface Point {
  x: number;
  y: number;
}

type Structure = PDFKit.PDFStructureElement;

class Painter {
  constructor(
    private readonly document: Doc,
    private readonly place: {figure: Structure; scale: number; typesetter: Typesetter},
  ) {}

  drawAll(svg: SVGSVGElement): void {
    this.children(svg, {x: 0, y: 0});
  }

  private children(parent: Element, at: Point): void {
    for (const child of parent.children) this.element(child, at);
  }

  private element(element: Element, at: Point): void {
    switch (element.tagName.toLowerCase()) {
      case "g":
        this.group(element, at, (inside) => this.children(element, inside));
        break;
      case "a":
        this.link(element, at);
        break;
      case "path":
      case "rect":
      case "circle":
      case "line":
      case "text":
        this.artifactOrText(element);
        break;
      // Words for assistive technology are no drawing of their own.
      default:
        break;
    }
  }

  /** Draws what is in a group, from where the group's own zero is. */
  private group(group: Element, {x, y}: Point, draw: (inside: Point) => void): void {
    const by = shiftOf(group);
    this.document.save().translate(by.x, by.y);
    draw({x: x + by.x, y: y + by.y});
    this.document.restore();
  }

  private link(element: Element, at: Point): void {
    const {document} = this;
    const name = writable(nameAlone(element.getAttribute("aria-label") ?? ""));
    const structure = document.struct("Link", {alt: name});
    this.place.figure.add(structure);
    structure.add(document.markStructureContent("Link"));
    this.leaves(element, at);
    document.endMarkedContent();
    const box = joinBoxes([...element.children].map((child) => this.boxOf(child)));
    if (!box) {
      structure.end();
      return;
    }
    const x = box.x1 + at.x;
    const y = box.y1 + at.y;
    // An annotation is placed on the page, not in the drawing's own scale.
    document.save();
    const {scale} = this.place;
    const page = document as unknown as {_ctm: number[]};
    const matrix = page._ctm;
    page._ctm = [1, 0, 0, -1, 0, document.page.height];
    document.link(
      x * scale,
      y * scale,
      (box.x2 - box.x1) * scale,
      (box.y2 - box.y1) * scale,
      addressOf(element),
      {
        structParent: structure,
        Contents: new String(name),
      } as unknown as PDFKit.Mixins.AnnotationOption,
    );
    page._ctm = matrix;
    document.restore();
    structure.end();
  }

  // Shapes without a name are decoration; text is read.
  private artifactOrText(element: Element): void {
    const {document} = this;
    if (element.tagName.toLowerCase() === "text") {
      const structure = document.struct("Span");
      this.place.figure.add(structure);
      structure.add(document.markStructureContent("Span"));
      this.leaf(element, {x: 0, y: 0});
      document.endMarkedContent();
      structure.end();
      return;
    }
    document.markContent("Artifact", {type: "Layout"});
    this.leaf(element, {x: 0, y: 0});
    document.endMarkedContent();
  }

  private leaves(parent: Element, at: Point): void {
    for (const child of parent.children) this.leaf(child, at);
  }

  private leaf(element: Element, at: Point): void {
    switch (element.tagName.toLowerCase()) {
      case "g":
        this.group(element, at, (inside) => this.leaves(element, inside));
        break;
      case "path":
        this.path(element, element.getAttribute("d") ?? "");
        break;
      case "rect": {
        const [x, y, w, h] = ["x", "y", "width", "height"].map((name) => numberOf(element, name));
        this.path(element, `M${x},${y}h${w}v${h}h${-w}z`);
        break;
      }
      case "circle":
        this.path(element, circleOf(element));
        break;
      case "line": {
        const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => numberOf(element, name));
        this.path(element, `M${x1},${y1}L${x2},${y2}`);
        break;
      }
      case "text":
        this.text(element);
        break;
    }
  }

  private path(element: Element, d: string): void {
    const {document} = this;
    const own = (name: string): string | null => inherited(element, name);
    const fill = own("fill");
    const stroke = own("stroke");
    const opacity = Number(own("opacity") ?? 1);
    document.save();
    if (fill && fill !== "none") {
      document.fillOpacity(opacity * Number(own("fill-opacity") ?? 1));
      document.path(d).fill(inkOf(fill));
    }
    if (stroke && stroke !== "none") {
      document.strokeOpacity(opacity * Number(own("stroke-opacity") ?? 1));
      document.lineWidth(Number(own("stroke-width") ?? 1));
      document.lineCap((own("stroke-linecap") ?? "butt") as "butt" | "round" | "square");
      document.lineJoin((own("stroke-linejoin") ?? "miter") as "miter" | "round" | "bevel");
      const dash = own("stroke-dasharray");
      if (dash) {
        const [length, space = length] = dash.split(/[ ,]+/).map(Number);
        document.dash(length, {space});
      }
      document.path(d).stroke(inkOf(stroke));
    }
    document.restore();
  }

  private text(element: Element): void {
    const {document} = this;
    const {size, runs, x, y} = this.placeOf(element);
    const fill = inherited(element, "fill") ?? "#000000";
    const halo = inherited(element, "paint-order") ? inherited(element, "stroke") : null;
    document.fontSize(size);
    for (const {part, text, x: start} of runs) {
      // With a list of features, if an empty one, pdfkit sets the run as a whole: what runs from the right is not parted at its blanks.
      const options: PDFKit.Mixins.TextOptions = {
        lineBreak: false,
        baseline: "alphabetic",
        features: [],
      };
      const at = x + start * size;
      document.font(part);
      if (halo && halo !== "none") {
        document
          .lineWidth(Number(inherited(element, "stroke-width") ?? 1))
          .lineJoin("round")
          .strokeColor(inkOf(halo));
        document.text(text, at, y, {...options, stroke: true, fill: false});
      }
      document.fillColor(inkOf(fill)).text(text, at, y, options);
    }
  }

  /** Returns where a text stands, in runs of one font. */
  private placeOf(element: Element) {
    const size = Number(inherited(element, "font-size") ?? 0);
    const {runs, width: ems} = this.place.typesetter.set(element.textContent ?? "", faceOf(element));
    const width = ems * size;
    return {size, runs, x: startOf(element, numberOf(element, "x"), width), y: numberOf(element, "y"), width};
  }

  private boxOf(element: Element): PathBox | null {
    switch (element.tagName.toLowerCase()) {
      case "g": {
        const box = joinBoxes([...element.children].map((child) => this.boxOf(child)));
        const {x, y} = shiftOf(element);
        return box && {x1: box.x1 + x, x2: box.x2 + x, y1: box.y1 + y, y2: box.y2 + y};
      }
      case "path":
        return boxOfPath(element.getAttribute("d") ?? "");
      case "circle":
        return boxOfPath(circleOf(element));
      case "text": {
        const {size, x, y, width} = this.placeOf(element);
        return {x1: x, y1: y - size, x2: x + width, y2: y + size * 0.3};
      }
      default:
        return null;
    }
  }
}

function circleOf(element: Element): string {
  const [x, y, r] = ["cx", "cy", "r"].map((name) => numberOf(element, name));
  return `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`;
}

/** Returns by how much a group's own zero lies beside that of what it stands in. */
function shiftOf(group: Element): Point {
  const [, x = "0", y = "0"] =
    /translate\(([-\d.e]+)[, ]+([-\d.e]+)\)/.exec(group.getAttribute("transform") ?? "") ?? [];
  return {x: Number(x), y: Number(y)};
}

/** Returns an attribute of the element or of what it stands in. */
const inherited = (element: Element, name: string): string | null =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? null;

/** Returns where a link leads, in the plain letters that a PDF's addresses are written in. */
function addressOf(link: Element): string {
  return writable(link.getAttribute("href") ?? "").replace(/[^!-~]/gu, encodeURIComponent);
}

function numberOf(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 0);
}
