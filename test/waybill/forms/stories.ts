import * as forms from "../../../src/waybill/forms/index.js";

type Options = forms.FormOptions<never>;

const draw = (form: unknown, rows: readonly object[], own: object) => (options: Options) =>
  (form as (rows: readonly object[], options: object) => SVGSVGElement)(rows, {...own, ...options});

const usd = {unit: "USD"};
const sum = (label: string, value: number, own: object = {}) => ({
  label,
  value,
  ...usd,
  href: `#${label}`,
  ...own,
});

/** Invented stories, one for each form and option that has a picture of its own. */
export const stories: Record<string, (options: Options) => SVGSVGElement> = {
  "bars-nested": draw(
    forms.bars,
    [
      sum("Grain bought by the state importer, in 63 shipments", 20e6, {qualifier: "more_than"}),
      sum("straight from the growers’ union", 4.47e6, {
        whole: 0,
        note: "At most 22% of the whole, our calculation",
      }),
    ],
    {within: "whole", note: "note", rest: "The rest: from whom is not said"},
  ),
  "bars-ranked": draw(
    forms.bars,
    [
      sum("Wheat", 225e6, {qualifier: "more_than", first: true}),
      sum("of it durum", 60e6, {whole: "Wheat", first: true}),
      sum("Maize", 113e6, {qualifier: "about"}),
      sum("Barley ordered by the national reserve", 70e6, {status: "ordered"}),
      sum("Rapeseed", 20e6, {derived: true}),
      sum("Rye", 4.5e6, {qualifier: "at_most"}),
      sum("Straw", 120, {unit: "tonne"}),
    ],
    {within: "whole", emphasis: "first", annotations: [{at: 2, text: "Mostly to the islands, by sea"}]},
  ),
  "bars-log": draw(
    forms.bars,
    [
      sum("Wheat", 225e9, {qualifier: "more_than"}),
      sum("Maize", 1.3e9, {qualifier: "about"}),
      sum("Barley", 70e6, {status: "ordered"}),
      sum("Rye", 4.5e6),
    ],
    {scale: "log", emphasis: 0, annotations: [{at: 3, text: "A single lorry, says the harbour office"}]},
  ),
  "changes-bars": draw(
    forms.changes,
    [sum("Grain shipped from the port", 225e6, {from: 133e6, from_derived: true, qualifier: "more_than"})],
    {before: "Before", after: "After", annotations: [{at: 0, text: "The ministry does not say which years"}]},
  ),
  "changes-arrows": draw(
    forms.changes,
    [
      {label: "Beds in Norrland", from: 133, value: 90},
      {label: "Beds in Skåne", from: 80, value: 124, qualifier: "about"},
      {label: "Beds in Småland", from: 30, value: 34},
    ],
    {emphasis: 0, annotations: [{at: 0, text: "Two wards closed"}]},
  ),
  "units-blocks": draw(
    forms.units,
    [
      {label: "ferries a day", value: 30, times: "30×", to: "Larger island"},
      {
        label: "1 square = all ferries there",
        value: 1,
        times: "1",
        to: "Smaller island",
        derived: true,
        hue: "slate",
      },
    ],
    {
      text: "times",
      color: "hue",
      head: "to",
      unitName: "",
      annotations: [{at: 1, text: "Our calculation: 210 ÷ 7"}],
    },
  ),
  "units-strips": draw(
    forms.units,
    [
      {label: "ferry passengers", value: 630, qualifier: "more_than"},
      {label: "cyclists", value: 120, status: "planned"},
    ],
    {unitName: "5 people", unit: 5, as: "strips"},
  ),
  squares: draw(
    forms.squares,
    [
      {label: "to the islands", value: 630, unit: "trip", qualifier: "more_than"},
      {label: "to the mainland", value: 21, unit: "trip", status: "planned"},
    ],
    {emphasis: 0, annotations: [{at: 1, text: "Only in summer, if the council agrees"}]},
  ),
  columns: draw(
    forms.columns,
    [
      sum("2019", 133e6, {derived: true}),
      sum("2020", 20e6),
      sum("2021", 54e6),
      sum("2022", 160e6),
      sum("2023", 225e6, {qualifier: "more_than"}),
    ],
    {emphasis: 4, annotations: [{at: 1, text: "The harbour was shut for seven months"}]},
  ),
  "columns-many": draw(
    forms.columns,
    Array.from({length: 40}, (_, i) => ({label: `Week ${i + 1}`, value: 300 + ((i * 37) % 90) + i * 12})),
    {emphasis: 30, annotations: [{at: 30, text: "The old ferry broke down"}]},
  ),
  slope: draw(
    forms.slope,
    [
      {label: "Norrland", from: 133, value: 90},
      {label: "Skåne", from: 80, value: 124, qualifier: "about"},
      {label: "Småland", from: 82, value: 86},
      {label: "Gotland", from: 30, value: 31},
      {label: "Västra Götaland and the islands", from: 120, value: 118},
    ],
    {
      before: "2012",
      after: "2024",
      emphasis: 1,
      annotations: [{at: 1, text: "A new hospital opened in 2019"}],
    },
  ),
  "numbers-grouped": draw(
    forms.numbers,
    [
      {value: 640, thing: "life vests and oars", state: "Said to have come"},
      {value: 12, unit: "tonne", thing: "of tarpaulin", state: "Said to have come", qualifier: "more_than"},
      {value: 2.5e6, unit: "USD", thing: "in spare parts for engines", state: "Said to have come"},
      {
        value: 300,
        thing: "propellers for the northern line",
        state: "Ordered; no delivery is reported",
        note: "from two yards",
      },
      {value: 200, thing: "cabins", state: "Ordered; no delivery is reported", qualifier: "about"},
      {low: 5, high: 7, unit: "ship", thing: "under contract", state: "Ordered; no delivery is reported"},
    ],
    {group: "state", note: "note"},
  ),
  "numbers-columns": draw(
    forms.numbers,
    [
      {value: 640, thing: "life vests for the ferries", state: "Landed", landed: true},
      {value: 12, thing: "boats", state: "Landed", landed: true},
      {value: 64_000, thing: "blankets for the northern islands", state: "Only ordered", landed: false},
      {value: 200, thing: "cabins", state: "Only ordered", landed: false},
    ],
    {group: "state", as: "columns", emphasis: "landed"},
  ),
  "numbers-table": draw(
    forms.numbers,
    [
      {value: 640, thing: "life vests", to: "for the ferries", state: "Landed", landed: true},
      {value: 12, thing: "boats", state: "Landed", landed: true, qualifier: "more_than"},
      {
        value: 64_000,
        thing: "blankets",
        to: "for the northern islands",
        state: "Only ordered",
        note: "from two mills",
      },
      {value: 200, thing: "cabins", state: "Only ordered"},
    ],
    {group: "state", as: "table", under: "to", note: "note", emphasis: "landed"},
  ),
  "numbers-outlined": draw(
    forms.numbers,
    [
      {value: 640, thing: "life vests", to: "for the ferries", state: "Landed"},
      {
        value: 64_000,
        thing: "blankets",
        to: "for the northern islands",
        state: "Not landed",
        status: "ordered" as const,
      },
      {value: 200, thing: "cabins", state: "Not landed", status: "planned" as const},
      {value: 12, thing: "tonnes of rope", state: "In doubt", note: "The paper may have meant kilos."},
    ],
    {
      group: "state",
      as: "table",
      under: "to",
      note: "note",
      emphasis: ({state}: {state: string}) => state === "Landed",
    },
  ),
  "tally-staged": draw(
    forms.tally,
    ["Mill Lane", "Quay", "Weir", "North Bridge", "Locks", "Ferry Steps", "Station", "Market"].map(
      (label, i) => ({
        label,
        got: i === 2 ? 2 : i % 3 === 1 ? 1 : 0,
      }),
    ),
    {
      stages: "bridges to be mended > paid for > open again",
      stage: "got",
      emphasis: ({got}: {got: number}) => got === 2,
      head: () => "Open again",
    },
  ),
  tally: draw(
    forms.tally,
    [
      ...["Mill Lane", "Quay", "Weir", "North Bridge"].map((label, i) => ({
        label,
        town: "Ardle",
        shut: i === 2,
      })),
      ...["Locks", "Ferry Steps"].map((label) => ({label, town: "Brannock", shut: true})),
      ...["Station", "Market"].map((label) => ({label, town: "Corrie", shut: false})),
    ],
    {group: "town", emphasis: "shut", head: () => "Shut since the flood:"},
  ),
  "numbers-one": draw(
    forms.numbers,
    [{value: 63, unit: "shipment", thing: "of seed reached the islands in a year, customs papers show"}],
    {},
  ),
  claims: draw(
    forms.claims,
    [
      {
        publisher: "Harbour Gazette",
        exact: "more than $20 million of grain",
        value: 2e7,
        fact: "Grain bought in 2023",
        by: "Both quote the harbour office; neither asked anyone else",
      },
      {
        publisher: "Evening Post",
        exact: "some 20 million dollars’ worth of wheat and maize",
        value: 2e7,
        fact: "Grain bought in 2023",
        by: "Both quote the harbour office; neither asked anyone else",
      },
      {publisher: "Harbour Gazette", exact: "63 shipments since the spring", value: 63, fact: "Shipments"},
      {
        publisher: "Evening Post",
        exact: "at least 58 ships",
        value: 58,
        qualifier: "at_least",
        fact: "Shipments",
        note: "ships, not shipments",
      },
      {
        publisher: "The islands’ radio",
        exact: "nearly 70",
        value: 70,
        qualifier: "almost",
        fact: "Shipments",
      },
    ],
    {shared: "by", note: "note"},
  ),
  share: draw(
    forms.share,
    [
      {label: "straight from the growers", value: 22.4, unit: "percent", qualifier: "at_most"},
      {label: "through the exchange", value: 40, unit: "percent"},
    ],
    {annotations: [{at: 0, text: "our calculation"}]},
  ),
  spans: draw(
    forms.spans,
    [
      {label: "The contract", period_start: "2022-02-11", period_end: "2022-02-11"},
      {label: "The strike", period_start: "2022-07", period_end: "2022-09"},
      {label: "Deliveries", period_start: "2023"},
    ],
    {emphasis: 2, annotations: [{at: 1, text: "The dockers say it began in June"}]},
  ),
  "spans-grouped": draw(
    forms.spans,
    [
      {label: "The bridge is shut", date_start: "2021-11-04", date_end: "2021-11-04", by: "The council"},
      {label: "Cracks were known", date_start: null, date_end: "2021-06", by: "The council"},
      {
        label: "Repairs",
        date_start: "2022",
        date_end: "2023-05",
        by: "The builder",
        year_basis: "worked_out",
      },
      {
        label: "A second span",
        date_start: "2023-09",
        date_end: null,
        by: "The builder",
        status: "ordered" as const,
      },
      {
        label: "Traffic counted",
        date_start: "2022-01",
        date_end: "2022-04",
        precision: "season",
        by: "The police",
      },
    ],
    {group: "by", since: "2021-12-24 The river is in flood"},
  ),
  intervals: draw(
    forms.intervals,
    [
      {label: "Agency A", low: 120, high: 150},
      {label: "Agency B", value: 130, qualifier: "about"},
      {label: "The union", value: 180, qualifier: "at_least"},
    ],
    {emphasis: 2, annotations: [{at: 2, text: "counts part-time crews too"}]},
  ),
  stack: draw(
    forms.stack([
      {of: (row: forms.FormRow) => row.unit === "USD", form: forms.bars, head: "Paid"},
      {form: forms.numbers, head: "Landed"},
    ]),
    [
      sum("Wheat", 225e6, {qualifier: "more_than"}),
      {label: "tarpaulin", value: 12, unit: "tonne"},
      sum("Maize", 113e6, {qualifier: "about"}),
      sum("Rye", 13e6, {status: "ordered"}),
      sum("Oats", 9e6),
      {label: "life vests", value: 300},
    ],
    {},
  ),
  journeys: draw(
    forms.journeys,
    [
      {origin: "Brazil", via: "Rotterdam", destination: "Poland", label: "soy", href: "#0", first: true},
      {origin: "Brazil", destination: "Poland", label: "coffee, sugar and orange juice", href: "#1"},
      {origin: "Brazil", destination: "Latvia", label: "beef (on order)", status: "ordered", href: "#2"},
      {origin: null, via: "Gdynia", destination: "Poland", label: "timber", href: "#3"},
    ],
    {emphasis: "first"},
  ),
};
