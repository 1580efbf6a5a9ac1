import {parseHTML} from "linkedom";
import type {FormOptions, FormRow} from "../../../src/waybill/forms/index.js";
import * as forms from "../../../src/waybill/forms/index.js";

export const newDocument = (): Document =>
  parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;

export type Draw = (rows: readonly FormRow[], options?: FormOptions) => SVGSVGElement;

const {keyOf, stack, ...plain} = forms;
const withOptions =
  (form: unknown, own: object): Draw =>
  (rows, options) =>
    (form as Draw)(rows, {...own, ...options});

/** Every form by its name, and with each option that changes what it draws. */
export const everyForm: [string, Draw][] = [
  ...(Object.entries(plain).filter(([, form]) => typeof form === "function") as unknown as [string, Draw][]),
  ["chain, descent", withOptions(forms.chain, {shape: "descent"})],
  ["bars, nested", withOptions(forms.bars, {within: "within"})],
  [
    "bars, with words below",
    withOptions(forms.bars, {within: "within", under: "group", rest: "the rest of it"}),
  ],
  ["bars, log", withOptions(forms.bars, {scale: "log"})],
  ["changes, bars", withOptions(forms.changes, {as: "bars", before: "2012", after: "2024"})],
  ["changes, arrows", withOptions(forms.changes, {as: "arrows"})],
  ["units, blocks", withOptions(forms.units, {as: "blocks", unit: 1e4, unitName: "the import of the other"})],
  ["units, with heads", withOptions(forms.units, {as: "blocks", unit: 1e4, head: "group"})],
  ["units, strips", withOptions(forms.units, {as: "strips"})],
  ["numbers, grouped", withOptions(forms.numbers, {group: "group"})],
  ["numbers, in columns", withOptions(forms.numbers, {group: "group", as: "columns"})],
  ["numbers, as a table", withOptions(forms.numbers, {group: "group", as: "table", under: "shared"})],
  ["tally, grouped", withOptions(forms.tally, {group: "group", emphasis: 0, head: "shared"})],
  [
    "tally, in stages",
    withOptions(forms.tally, {
      stages: "Asked for by somebody > Paid for in full > Open to all who want to come",
      stage: ({qualifier}: FormRow) => (qualifier ? 1 : null),
    }),
  ],
  ["spans, grouped", withOptions(forms.spans, {group: "shared", under: "group"})],
  ["claims, grouped", withOptions(forms.claims, {group: "group", shared: "shared"})],
  ["slope, from zero", withOptions(forms.slope, {fromZero: true, before: "2012", after: "2024"})],
  [
    "stack",
    forms.stack([
      {of: (row: FormRow) => row.unit === "USD", form: forms.bars as never, head: "Paid"},
      {form: forms.numbers as never},
    ]),
  ],
];
