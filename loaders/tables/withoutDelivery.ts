import type {Figure} from "../../src/waybill/model/figure.js";
import {handedOver} from "../../src/waybill/standing.js";

/**
 * Returns a figure that is told beside a delivery and is none without its state:
 * a rise, a share or a price is not delivered. What a review says is left as it is.
 *
 *     withoutDelivery({kind: "percent", status: "delivered", status_basis: "inferred", …})  // {status: null, …}
 */
export function withoutDelivery<F extends Pick<Figure, "kind" | "status" | "status_basis">>(figure: F): F {
  return figure.status === "delivered" && figure.status_basis !== "reviewed" && !handedOver.has(figure.kind)
    ? {...figure, status: null, status_basis: null}
    : figure;
}
