import {renderAsync} from "@resvg/resvg-js";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";

/** Where something is drawn, in pixels of the figure. */
export interface Ink {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Share of the columns between left and right that have ink. */
  filled: number;
  pixels: number;
}

/** Returns the ink on a picture whose first pixel is paper; null if it is blank. */
function inkOf(data: ArrayLike<number>, width: number, scale: number): Ink | null {
  const columns = new Set<number>();
  const rows = new Set<number>();
  let pixels = 0;
  for (let i = 0; i < data.length / 4; i++) {
    const differs = [0, 1, 2].some((n) => Math.abs(data[i * 4 + n] - data[n]) > 60);
    if (!differs) continue;
    columns.add(i % width);
    rows.add(Math.floor(i / width));
    pixels++;
  }
  if (pixels === 0) return null;
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  return {
    left: left / scale,
    right: (right + 1) / scale,
    top: Math.min(...rows) / scale,
    bottom: (Math.max(...rows) + 1) / scale,
    filled: columns.size / (right + 1 - left),
    pixels,
  };
}

/** Returns the ink of a PNG of a figure at twice its size. */
export async function inkOfPng(png: Buffer): Promise<Ink | null> {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const image = await renderAsync(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image width="${width}" height="${height}" xlink:href="data:image/png;base64,${png.toString("base64")}"/></svg>`,
  );
  return inkOf(image.pixels, width, 2);
}

/** Returns the ink of the first page of a PDF, in pixels of a figure of the given width. */
export async function inkOfPdf(pdf: Buffer, figureWidth: number): Promise<Ink | null> {
  const file = await getDocument({data: new Uint8Array(pdf), verbosity: 0}).promise;
  const page = await file.getPage(1);
  const viewport = page.getViewport({scale: (2 * figureWidth) / page.view[2]});
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const factory = file.canvasFactory as {
    create: (w: number, h: number) => {canvas: never; context: CanvasRenderingContext2D};
  };
  const {canvas, context} = factory.create(width, height);
  await page.render({canvas, canvasContext: context, viewport}).promise;
  return inkOf(context.getImageData(0, 0, width, height).data, width, 2);
}
