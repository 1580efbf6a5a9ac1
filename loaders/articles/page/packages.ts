import {createRequire} from "node:module";

const require = createRequire(import.meta.url);

/** Returns what pages are read with. It is loaded with the first page: most runs read none. */
export const packages = {
  get linkedom(): typeof import("linkedom") {
    return require("linkedom");
  },
  get htmlparser2(): typeof import("htmlparser2") {
    return require("htmlparser2");
  },
  get readability(): typeof import("@mozilla/readability") {
    return require("@mozilla/readability");
  },
};
