import {describe, expect, it} from "vitest";
import {expectDrawing} from "../marks/expectDrawing.js";
import {newDocument} from "./drawForms.js";
import {stories} from "./stories.js";

describe.each(Object.entries(stories))("%s", (name, draw) => {
  it.each([360, 640, 960])("is drawn as it was at %d px", (width) => {
    const svg = draw({width, document: newDocument()});
    expect(svg.getAttribute("aria-label")).toBe("Chart");
    expectDrawing(`${name}-${width}`, svg, "test/output/forms");
  });
});
