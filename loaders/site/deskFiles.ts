import {escapeHtml} from "../../src/waybill/model/escape.js";
import {schemaName} from "../graphics/jsonSchema.js";

/** One file of a chart, as the desk offers it. */
export interface GraphicFile {
  name: string;
  bytes: number;
  /** Pixels, or millimetres of a page; null for what has no size. */
  size: {width: number; height: number; unit: "px" | "mm"} | null;
}

/** What files are taken for. */
export type Use = "web" | "mail" | "print" | "social" | "data";

/** What each kind of file is for, as HTML, in the order of its list. */
const kinds: {ends: string; use: Use; label: string; about: string}[] = [
  {ends: ".svg", use: "web", label: "SVG", about: "vector, its fonts inside"},
  {ends: "-dark.svg", use: "web", label: "SVG, dark", about: "the same on a dark ground"},
  {ends: "@2x.png", use: "mail", label: "PNG, double", about: "sharp on every screen"},
  {ends: ".png", use: "mail", label: "PNG", about: "half as large"},
  {ends: "-dark@2x.png", use: "mail", label: "PNG, dark, double", about: "on a dark ground"},
  {ends: "-dark.png", use: "mail", label: "PNG, dark", about: "half as large"},
  {
    ends: ".pdf",
    use: "print",
    label: "PDF, two columns",
    about: "vector, fits a page of A4, black words in black ink alone",
  },
  {ends: "-90mm.pdf", use: "print", label: "PDF, one column", about: "the same, narrow"},
  {
    ends: "-outlines.svg",
    use: "print",
    label: "SVG, outlines",
    about: "for layout and drawing programs, and for Wikimedia: letters as shapes",
  },
  {ends: "-card.png", use: "social", label: "Social card", about: "one message, legible in a feed"},
  {ends: "-plain.csv", use: "data", label: "CSV", about: "a line a mark, a dozen columns to read"},
  {
    ends: ".csv",
    use: "data",
    label: "CSV, all columns",
    about: "the rows as the tables have them, with their sentences and sources",
  },
  {
    ends: "-excel.csv",
    use: "data",
    label: "CSV for Excel, all columns",
    about: "the same, opens right by double click",
  },
  {
    ends: ".json",
    use: "data",
    label: "JSON",
    about: `rows, title, notes, alt text, credit, citation, by <a data-site-href="graphics/${schemaName}">its schema</a>`,
  },
  {
    ends: ".html",
    use: "data",
    label: "HTML",
    about: "one file with chart, table and sources, opens from a disk",
  },
  {ends: ".oembed.json", use: "data", label: "oEmbed", about: "for systems that embed by address"},
];

/** Returns the list of a chart's files for one use, as HTML: what it is, its size, what it is good for. */
export function filesHtml(files: readonly GraphicFile[], id: string, use: Use): string {
  const items = kinds
    .filter((kind) => kind.use === use)
    .flatMap(({ends, label, about}) => {
      const file = files.find(({name}) => name === id + ends);
      return file
        ? `<li><a data-site-href="graphics/${escapeHtml(file.name)}" download>${label}</a> <span class="desk-size">${sizeOf(file)}</span> <span class="quiet">${about}</span></li>`
        : [];
    });
  return items.length > 0 ? `<ul class="desk-files">${items.join("\n")}</ul>` : "";
}

/** Returns the files of a chart, in the order of the lists. */
export const filesOf = (files: readonly GraphicFile[], id: string): GraphicFile[] =>
  kinds.flatMap(({ends}) => files.find(({name}) => name === id + ends) ?? []);

/** Returns a file's size in words: “688 × 500 px, 27 kB”. */
export function sizeOf({bytes, size}: Pick<GraphicFile, "bytes" | "size">): string {
  const weight = bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} kB`;
  return size ? `${size.width} × ${size.height} ${size.unit}, ${weight}` : weight;
}
