import {bars, defineChart, type FactRow, formatFigure, nameOf, told} from "waybill/charts";

export const sums = defineChart<FactRow>({
  id: "sums",
  query: `WITH ${told} SELECT * FROM told WHERE kind = 'money' AND unit = 'EUR' ORDER BY value DESC`,
  name: nameOf,
  form: bars,
  options: {label: "thing"},
  title: ([most]) => `The largest sum in euros is ${most ? formatFigure(most, "prose") : "not known"}`,
});
