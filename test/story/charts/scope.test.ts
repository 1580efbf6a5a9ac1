import {expect, it} from "vitest";
import {charts} from "../../../src/charts/index.js";
import {story} from "../../../src/charts/story.js";

it("every chart is about the articles of the story alone, whatever else stands among the seeds", () => {
  expect(charts.length).toBeGreaterThan(0);
  expect(charts.filter(({articles}) => articles !== story).map(({id}) => id)).toEqual([]);
});
