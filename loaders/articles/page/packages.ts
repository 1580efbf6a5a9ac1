import {onDemand} from "../../onDemand.js";

/** What pages are read with. It is loaded with the first page: most runs read none. */
export const linkedom = onDemand<typeof import("linkedom")>("linkedom");
export const htmlparser2 = onDemand<typeof import("htmlparser2")>("htmlparser2");
export const readability = onDemand<typeof import("@mozilla/readability")>("@mozilla/readability");
