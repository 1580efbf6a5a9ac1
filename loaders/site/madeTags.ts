/** Blocks of the engine's own pages that hold what was made of the tables and the settings. */
export const ownTags = ["claims", "derived", "hedges", "measures", "corrections", "report"] as const;
export type OwnTag = (typeof ownTags)[number];

/** Tags of all blocks that hold what the build made. */
export const madeTags: readonly string[] = [
  "chart",
  "charts",
  "desk",
  "next",
  "source",
  "sources",
  ...ownTags,
];
