import {bars} from "../../waybill/forms/bars.js";
import {sourceHref} from "../../waybill/model/escape.js";
import type {FigureRow} from "../../waybill/model/figure.js";
import type {View} from "../../waybill/page/explore/address.js";
import {chartBlockOf} from "../../waybill/page/explore/chartBlock.js";
import type {ExploreRow} from "../../waybill/page/explore/fields.js";
import {create} from "../create.js";

/** More bars than these are no chart. */
export const mostBars = 12;

/**
 * Draws rows that share a unit into the given place, each bar a link to its
 * sentence; says how many more of so many facts there are, and offers the block
 * that makes a page draw them.
 */
export function drawAnswer(
  place: HTMLElement,
  rows: readonly ((key: keyof ExploreRow) => unknown)[],
  {facts, root, view}: {facts: number; root: URL; view: View},
): void {
  const drawn = rows.map((cell) => ({
    value: Number(cell("value")),
    unit: cell("unit") as string | null,
    qualifier: cell("hedge") as FigureRow["qualifier"],
    status: cell("state") as FigureRow["status"],
    label: String(cell("thing") ?? cell("exact")),
    exact: String(cell("exact")),
    article_id: String(cell("article_id")),
    figure_id: String(cell("figure_id")),
  }));
  if (drawn.length < 2) {
    place.replaceChildren(create("p", "explore-note", "Fewer than two of these figures share a unit."));
    return;
  }
  const rest = facts - drawn.length;
  const svg = bars(drawn, {
    width: Math.min(720, place.clientWidth || 640),
    name: ({exact, label}) => `${exact}, ${label}`,
    href: ({article_id, figure_id}) => new URL(`.${sourceHref(article_id, figure_id)}`, root).href,
  });
  const note =
    rest > 0
      ? `Each claim once; the largest of the commonest unit. ${rest} more ${rest === 1 ? "is" : "are"} not drawn.`
      : "Each claim once.";
  const copy = create("button", "quiet", "Copy as chart block");
  copy.type = "button";
  copy.addEventListener("click", () => {
    void copied(chartBlockOf(view)).then((is) => {
      copy.textContent = is ? "Copied" : "This browser does not let it be copied";
    });
  });
  place.replaceChildren(svg, create("p", "explore-note", note), copy);
}

const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
