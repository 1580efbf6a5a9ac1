import {sums} from "./sums.js";

export const charts = [sums];
