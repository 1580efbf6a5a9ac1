import type {Chart, ChartRow} from "../waybill/chart/Chart.js";

/** The folder that this script came from, and the root of the site above it. */
const own = new URL(import.meta.url);
const root = new URL("..", own);

const loaded = new Map<string, Promise<{chart: Chart; rows: ChartRow[]}>>();

/**
 * Draws a chart anew in every width at which its figure holds a drawing, and
 * puts the drawings in place. Loads the chart's own code and its rows the first
 * time. Rejects, and leaves the figure as it is, if they do not come or the
 * chart cannot be drawn.
 */
export async function redraw(
  figure: HTMLElement,
  choices: Record<string, string>,
  isWanted: () => boolean,
): Promise<void> {
  const {chart, rows} = await load(figure.dataset.chart!);
  if (!isWanted()) return;
  const places = [...figure.querySelectorAll(".drawing")];
  const drawings = places.map((place) => {
    const width = Number(/\d+/.exec(place.className)![0]);
    const svg = chart.draw(rows, {width, document, theme: "auto", choices});
    for (const link of svg.querySelectorAll('a[href^="/"]'))
      link.setAttribute("href", root.pathname + link.getAttribute("href")!.slice(1));
    return svg;
  });
  places.forEach((place, i) => void place.replaceChildren(drawings[i]));
}

function load(id: string): Promise<{chart: Chart; rows: ChartRow[]}> {
  let loading = loaded.get(id);
  if (!loading) {
    loading = loadChart(id);
    // What failed once is tried again the next time.
    loading.catch(() => loaded.delete(id));
    loaded.set(id, loading);
  }
  return loading;
}

async function loadChart(id: string): Promise<{chart: Chart; rows: ChartRow[]}> {
  const code = new URL(`chart-${id}.js${own.search}`, own).href;
  const [module, rows] = await Promise.all([
    import(code) as Promise<Record<string, Chart>>,
    fetch(new URL(`graphics/${id}.json`, root)).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      return answer.json() as Promise<{rows: ChartRow[]}>;
    }),
  ]);
  const chart = Object.values(module).find((value) => value?.id === id);
  if (!chart) throw new Error(`no chart in ${code}: ${id}`);
  return {chart, rows: rows.rows};
}
