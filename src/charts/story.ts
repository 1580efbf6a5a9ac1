/** The tag of the articles that the story's charts are about. */
export const story = "military-imports";

/** Positions along Russia, inland: routes come to it where it is nearest. */
export const inland: [longitude: number, latitude: number][] = [
  [42, 58],
  [60, 61],
  [80, 61],
  [108, 59],
  [132, 57],
];
