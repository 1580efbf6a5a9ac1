/*
 * Runs in the page that test/bench/tips.ts measures: draws Plot's chart before
 * one of the page's own, and times what follows an event.
 */
import * as Plot from "@observablehq/plot";

export interface Sample {
  milliseconds: number;
  /** Whether a tooltip stood on the screen then. */
  shown: boolean;
}

/** What this script leaves in the page. */
export interface Measured {
  /** Draws a chart of Plot's with as many marks as the page's own, and their names for its tip. */
  drawPlot: (chart: string) => void;
  /** Waits for the next event of a pointer, and for the frame that is painted after it. */
  arm: () => void;
  sample: Promise<Sample>;
}

const scope = globalThis as unknown as Measured;

scope.drawPlot = (chart) => {
  const figure = document.getElementById(`chart-${chart}`)!;
  const names = [...figure.querySelectorAll(".drawing-960 a[data-row]")].map((link) =>
    link.getAttribute("aria-label")!.replaceAll(", ", "\n"),
  );
  const svg = Plot.plot({
    width: 960,
    height: 420,
    marks: [
      Plot.dot(names, {
        x: (_, i) => i % 7,
        y: (_, i) => Math.floor(i / 7),
        r: 7,
        fill: "#9c2f1c",
        title: (name) => name,
        tip: true,
      }),
    ],
  });
  svg.id = "plot";
  const links = document.createElement("div");
  links.id = "links";
  links.append(figure.querySelector(".drawing-960 svg")!.cloneNode(true));
  figure.before(svg, links);
  svg.scrollIntoView({block: "start"});
};

const types = ["pointerover", "pointermove"];

scope.arm = () => {
  scope.sample = new Promise((resolve) => {
    const onEvent = ({timeStamp}: Event): void => {
      for (const type of types) removeEventListener(type, onEvent, true);
      requestAnimationFrame(() => {
        // A message that is sent before a frame is painted arrives after it.
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => resolve({milliseconds: performance.now() - timeStamp, shown: isShown()});
        port2.postMessage(null);
      });
    };
    for (const type of types) addEventListener(type, onEvent, true);
  });
};

function isShown(): boolean {
  return document.querySelector(".chart-tip:not([hidden]), #plot [aria-label=tip] text") !== null;
}
