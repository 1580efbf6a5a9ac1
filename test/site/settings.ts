import type {Settings} from "../../loaders/story.js";

/** Settings of a story that says no more than it must. */
export const settings: Settings = {
  name: "The Mill",
  byline: "The Mill",
  licence: "MIT",
  address: null,
  published: null,
  corrections: null,
  numbers: "en",
  contents: true,
};
