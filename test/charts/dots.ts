import {chartOfFields} from "../../src/waybill/chart/chartFields.js";
import {dots as form} from "../../src/waybill/forms/index.js";

/** A chart for as many rows as you like, as a page writes it: one dot each, and nothing of its own. */
export const dots = chartOfFields({id: "dots", form: "dots", title: "Dots"}, form);
