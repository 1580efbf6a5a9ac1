import {checkPairs} from "./checkPairs.js";

const root = "test/input/harbour/seeds";

checkPairs([
  {name: "harbour", file: "test/input/drafts/harbour.json", root, least: 0.85},
  {name: "unseen-harbour", file: "test/input/drafts/unseen-harbour.json", root, least: 0.6},
  {name: "roles-harbour", file: "test/input/drafts/roles-harbour.json", root, least: 0.7},
]);
