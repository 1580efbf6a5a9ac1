/** How well the parser reads, as it was measured: so many in a hundred. The guide to the parser says the same. */
export interface Measure {
  what: string;
  /** In 100. */
  right: number;
}

/** Of readings that the parser is sure of (confidence 0.9 and more), on texts that were not learnt from. */
export const numbersRight: Measure = {what: "Number and unit", right: 95};

/** Of those that it gives, on whole articles that others labelled. */
export const rolesRight: readonly Measure[] = [
  {what: "Who supplies", right: 73},
  {what: "Who receives", right: 67},
];

/** F1, which counts what is missed as well as what is wrong, on the same articles. */
export const rolesFound: readonly Measure[] = [
  {what: "Who says so", right: 85},
  {what: "What is counted", right: 85},
  {what: "How far it has come: ordered, delivered, denied", right: 70},
  {what: "Who supplies", right: 55},
  {what: "Who receives", right: 51},
  {what: "By way of what", right: 36},
];
