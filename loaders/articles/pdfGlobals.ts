/*
 * What pdf.js asks a browser for when it is loaded, and uses for drawing alone:
 * text needs none of it, and its stand-in in Node is a package of 33 MB.
 */
class Unused {}

for (const name of ["DOMMatrix", "ImageData", "Path2D"])
  if (!(name in globalThis)) Object.assign(globalThis, {[name]: Unused});

export {};
