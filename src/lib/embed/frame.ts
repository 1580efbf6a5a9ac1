/*
 * The script of an embed page. It tells the page around it how tall the figure
 * is, in the words of all that may be listening: AMP and @newswire/frames
 * (embed-size), pym.js (xPYMx), Datawrapper's listener (datawrapper-height).
 * A height is no secret, so any host may hear it. It takes one thing from the
 * host: whether to be light or dark.
 */
const id = location.pathname.replace(/^.*\//, "").replace(/(?:-dark|-light)?(?:\.html)?$/, "");
// pym.js puts the id of its container into the address of the frame.
const container = new URLSearchParams(location.search).get("childId");

let told = -1;

/** Returns the height of the figure in whole pixels where no bar stands beside it; one is there only if the frame is too low. */
function measure(): number {
  const {style} = document.documentElement;
  style.scrollbarWidth = "";
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height > innerHeight) style.scrollbarWidth = "auto";
  return height;
}

function tell(): void {
  const height = measure();
  told = height;
  const say = (message: unknown): void => parent.postMessage(message, "*");
  say({sentinel: "amp", type: "embed-size", height});
  say({"datawrapper-height": {[id]: height}});
  if (container) say(["pym", container, "height", height].join("xPYMx"));
}

/** Whether a host has just begun to listen, or has a new width for the frame. */
const asks = (data: unknown): boolean =>
  typeof data === "string"
    ? /^pymxPYMx.*xPYMxwidthxPYMx/.test(data)
    : (data as {type?: unknown} | null)?.type === "frames-init";

if (parent !== window) {
  // Heights with a stand-in font are not to be believed.
  document.fonts.ready.then(() => {
    new ResizeObserver(() => {
      if (measure() !== told) tell();
    }).observe(document.documentElement);
    addEventListener("message", ({source, data}) => {
      if (source === parent && asks(data)) tell();
    });
  });
  // A frame does not see which colour scheme its host has declared; a page of one theme keeps it.
  const main = document.querySelector(".waybill")!;
  if (main.className === "waybill")
    addEventListener("message", ({source, data}) => {
      if (source !== parent || data?.type !== "waybill-scheme") return;
      main.classList.remove("light", "dark");
      if (data.scheme === "light" || data.scheme === "dark") main.classList.add(data.scheme);
    });
} else document.documentElement.style.scrollbarWidth = "auto";
