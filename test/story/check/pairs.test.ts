import {checkPairs} from "../../waybill/check/checkPairs.js";

const root = "seeds";

checkPairs([
  {name: "seeds", file: "test/story/drafts/seeds.json", root, least: 0.85},
  {name: "roles-seeds", file: "test/story/drafts/roles-seeds.json", root: "seeds", least: 0.85},
  {name: "unseen-seeds", file: "test/story/drafts/unseen-seeds.json", root, least: 0.85},
]);
