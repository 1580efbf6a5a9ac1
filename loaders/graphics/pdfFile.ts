import PDFDocument from "pdfkit";
import {nameAlone} from "../../src/waybill/markName.js";
import type {Citation} from "./citation.js";
import {faceOf, partName} from "./faces.js";
import {startOf} from "./outlines.js";
import {boxOfPath, joinBoxes, type PathBox} from "./pathBox.js";
import type {Typesetter} from "./Typesetter.js";
import {escapeXml, toEmbeddedJson, writable} from "./xml.js";

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
  const document = new EscapingDocument({
    size: [ownWidth * scale, ownHeight * scale],
    margin: 0,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    lang: "en",
    displayTitle: true,
    info: {
      Title: writable(citation.name),
      Author: "Waybill",
      Subject: writable(citation.description),
      Keywords: writable(citation.creditText),
      CreationDate: date,
      ModDate: date,
    },
  } as unknown as PDFKit.PDFDocumentOptions);
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
  for (const {face, file, font} of typesetter.cutFaces) document.registerFont(partName(face, file), font);
  (document as unknown as {appendXML: (xml: string) => void}).appendXML(
    `<rdf:Description rdf:about="" xmlns:waybill="urn:waybill:"><waybill:citation>${toEmbeddedJson(citation)}</waybill:citation></rdf:Description>`,
  );
  const root = document.struct("Document", {title: writable(citation.name)});
  document.addStructure(root);
  const figure = document.struct("Figure", {alt: writable(alt)});
  root.add(figure);
  document.scale(scale);
  const painter = new Painter(document, svg, {figure, scale, typesetter});
  painter.drawAll(svg);
  figure.end();
  root.end();
  document.end();
  return done;
}

/** The day of the newest report, as the date of the file: no clock in it, so that the same figure is the same file. */
function dateOf({isBasedOn}: Citation): Date {
  const newest = Math.max(
    ...isBasedOn.map(({datePublished}) => Date.parse(datePublished ?? "")).filter(Number.isFinite),
  );
  return new Date(Number.isFinite(newest) ? newest : 0);
}

/** pdfkit writes a document's title and the like as XML too, and as they are. */
class EscapingDocument extends PDFDocument {
  _addInfo(): void {
    const {info} = this;
    const escaped = Object.entries(info).map(([key, value]) => [
      key,
      typeof value === "string" ? escapeXml(value) : value,
    ]);
    this.info = Object.fromEntries(escaped);
    (PDFDocument.prototype as unknown as {_addInfo: () => void})._addInfo.call(this);
    this.info = info;
  }
}

interface Inherited {
  fill: string;
  size: number;
  /** Where the element's own zero is, in the figure's pixels. */
  x: number;
  y: number;
}

type Structure = PDFKit.PDFStructureElement;

class Painter {
  private readonly patterns = new Map<string, Element>();

  constructor(
    private readonly document: Doc,
    svg: SVGSVGElement,
    private readonly place: {figure: Structure; scale: number; typesetter: Typesetter},
  ) {
    for (const paint of svg.querySelectorAll("pattern, linearGradient"))
      this.patterns.set(paint.getAttribute("id")!, paint);
  }

  drawAll(svg: SVGSVGElement): void {
    const state = {
      fill: svg.getAttribute("fill") ?? "#000000",
      size: numberOf(svg, "font-size"),
      x: 0,
      y: 0,
    };
    this.children(svg, state);
  }

  private children(parent: Element, state: Inherited): void {
    for (const child of parent.children) this.element(child, state);
  }

  private element(element: Element, state: Inherited): void {
    switch (element.tagName.toLowerCase()) {
      case "g": {
        const [, dx = "0", dy = "0"] =
          /translate\(([-\d.]+)[, ]([-\d.]+)\)/.exec(element.getAttribute("transform") ?? "") ?? [];
        this.document.save().translate(Number(dx), Number(dy));
        const fill = element.getAttribute("fill");
        this.children(element, {
          ...state,
          ...(fill && fill !== "none" ? {fill} : {}),
          x: state.x + Number(dx),
          y: state.y + Number(dy),
        });
        this.document.restore();
        break;
      }
      case "a":
        this.link(element, state);
        break;
      case "path":
      case "rect":
      case "line":
      case "text":
        this.artifactOrText(element, state);
        break;
      // Words for assistive technology and paints are no drawing of their own.
      default:
        break;
    }
  }

  private link(element: Element, state: Inherited): void {
    const {document} = this;
    const name = writable(nameAlone(element.getAttribute("aria-label") ?? ""));
    const structure = document.struct("Link", {alt: name});
    this.place.figure.add(structure);
    structure.add(document.markStructureContent("Link"));
    this.leaves(element, state);
    document.endMarkedContent();
    const box = joinBoxes([...element.children].map((child) => this.boxOf(child, state)));
    if (!box) {
      structure.end();
      return;
    }
    const x = box.x1 + state.x;
    const y = box.y1 + state.y;
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
  private artifactOrText(element: Element, state: Inherited): void {
    const {document} = this;
    if (element.tagName.toLowerCase() === "text") {
      const structure = document.struct("Span");
      this.place.figure.add(structure);
      structure.add(document.markStructureContent("Span"));
      this.leaf(element, state);
      document.endMarkedContent();
      structure.end();
      return;
    }
    document.markContent("Artifact", {type: "Layout"});
    this.leaf(element, state);
    document.endMarkedContent();
  }

  private leaves(parent: Element, state: Inherited): void {
    for (const child of parent.children) this.leaf(child, state);
  }

  private leaf(element: Element, state: Inherited): void {
    switch (element.tagName.toLowerCase()) {
      case "path":
        this.path(element, element.getAttribute("d") ?? "", state);
        break;
      case "rect": {
        const [x, y, w, h] = ["x", "y", "width", "height"].map((name) => numberOf(element, name));
        this.path(element, `M${x},${y}h${w}v${h}h${-w}z`, state);
        break;
      }
      case "line": {
        const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => numberOf(element, name));
        this.path(element, `M${x1},${y1}L${x2},${y2}`, state);
        break;
      }
      case "text":
        this.text(element, state);
        break;
    }
  }

  private path(element: Element, d: string, state: Inherited): void {
    const {document} = this;
    const fill = inherited(element, "fill") ?? state.fill;
    const stroke = inherited(element, "stroke");
    const [, id] = /^url\(#(.+)\)$/.exec(fill) ?? [];
    document.save();
    if (id) this.fillWith(this.patterns.get(id), d);
    else if (fill !== "none") document.path(d).fill(fill);
    if (stroke && stroke !== "none") {
      document.lineWidth(Number(inherited(element, "stroke-width") ?? 1));
      const dash = inherited(element, "stroke-dasharray");
      if (dash) {
        const [length, space = length] = dash.split(/[ ,]+/).map(Number);
        document.dash(length, {space});
      }
      document.path(d).stroke(stroke);
    }
    document.restore();
  }

  private fillWith(paint: Element | undefined, d: string): void {
    const {document} = this;
    const box = boxOfPath(d);
    if (!paint || !box) return;
    if (paint.tagName.toLowerCase() === "pattern") {
      document.path(d).fill(paint.querySelector("rect")!.getAttribute("fill")!);
      const line = paint.querySelector("line")!;
      // The same lines, slanted in the tile itself.
      const size = 6 * Math.SQRT2;
      const stream = `${line.getAttribute("stroke-width")} w ${[0, 1, 2].map((n) => `${-size + n * size} ${size} m ${n * size} 0 l S`).join(" ")}`;
      const tile = document.pattern([0, 0, size, size], size, size, stream);
      document.path(d).fill([tile, line.getAttribute("stroke")!] as unknown as PDFKit.Mixins.ColorValue);
      return;
    }
    const gradient = document.linearGradient(box.x1, box.y1, box.x2, box.y1);
    for (const stop of paint.querySelectorAll("stop"))
      gradient.stop(
        numberOf(stop, "offset"),
        stop.getAttribute("stop-color")!,
        numberOf(stop, "stop-opacity"),
      );
    document.path(d).fill(gradient);
  }

  private text(element: Element, state: Inherited): void {
    const {document} = this;
    const {size, runs, x, y} = this.placeOf(element, state);
    const fill = inherited(element, "fill") ?? state.fill;
    const halo = element.getAttribute("paint-order") ? element.getAttribute("stroke") : null;
    document.fontSize(size);
    for (const {part, text, x: start} of runs) {
      // With features given, pdfkit sets the run as a whole: what runs from the right is not parted at its blanks.
      const options: PDFKit.Mixins.TextOptions = {lineBreak: false, baseline: "alphabetic", features: []};
      const at = x + start * size;
      document.font(part);
      if (halo) {
        document
          .lineWidth(Number(element.getAttribute("stroke-width")))
          .lineJoin("round")
          .strokeColor(halo);
        document.text(text, at, y, {...options, stroke: true, fill: false});
      }
      document.fillColor(fill).text(text, at, y, options);
    }
  }

  /** Returns where a text stands, in runs of one font. */
  private placeOf(element: Element, state: Inherited) {
    const size = Number(element.getAttribute("font-size") ?? state.size);
    const {runs, width: ems} = this.place.typesetter.set(element.textContent ?? "", faceOf(element));
    const width = ems * size;
    return {size, runs, x: startOf(element, numberOf(element, "x"), width), y: numberOf(element, "y"), width};
  }

  private boxOf(element: Element, state: Inherited): PathBox | null {
    if (element.tagName.toLowerCase() === "path") return boxOfPath(element.getAttribute("d") ?? "");
    if (element.tagName.toLowerCase() !== "text") return null;
    const {size, x, y, width} = this.placeOf(element, state);
    return {x1: x, y1: y - size, x2: x + width, y2: y + size * 0.3};
  }
}

/** Returns an attribute of the element or of the groups around it, up to the link or the figure. */
function inherited(element: Element, name: string): string | null {
  for (let at: Element | null = element; at && at.tagName.toLowerCase() !== "svg"; at = at.parentElement) {
    const value = at.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
}

/** Returns where a link leads, in the plain letters that a PDF's addresses are written in. */
function addressOf(link: Element): string {
  return writable(link.getAttribute("href") ?? "").replace(/[^!-~]/gu, encodeURIComponent);
}

function numberOf(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 0);
}

/** Returns the citation in a PDF that this module made, or null. */
export function readPdfCitation(pdf: Buffer): string | null {
  // Metadata is written as it is, so that any program can find it.
  const [, text] = /<waybill:citation>(.*?)<\/waybill:citation>/s.exec(pdf.toString("utf8")) ?? [];
  return text ?? null;
}
