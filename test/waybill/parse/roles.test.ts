import {describe, expect, it} from "vitest";
import {grammar} from "../../../loaders/grammar.js";
import {readVocab} from "../../../loaders/vocab.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";

const options = {vocab: readVocab(), grammar, published: "2024-06-12"};
const rolesOf = (text: string) =>
  parseFigures(text, options).map(({exact, supplier, recipient, via}) => [exact, supplier, recipient, via]);

describe("from whom, to whom and through whom", () => {
  it.each([
    ["Saab won an order from Brazil for eight jets.", ["eight jets", "Saab", "Brazil", null]],
    [
      "The Navy has awarded Halvorsen Marine a contract for four tugs.",
      ["four tugs", "Halvorsen Marine", "Navy", null],
    ],
    [
      "A contract for 90 desks was awarded by the county to Fernhall Joinery.",
      ["90 desks", "Fernhall Joinery", "county", null],
    ],
    ["Sixty crates of parts left Shenzhen for Moscow.", ["Sixty crates", "Shenzhen", "Moscow", null]],
    ["Shipments of Swiss watches to Peru fell by 5%.", ["5%", "Swiss", "Peru", null]],
    // Forms that are no participle, whatever their tag.
    ["Exports of salmon from Norway to Peru rose by 9%.", ["9%", "Norway", "Peru", null]],
    ["Norwegian sales of ferries to Chile grew by 12%.", ["12%", "Norway", "Chile", null]],
    ["India's Russian oil imports rose 12%.", ["12%", "Russia", "India", null]],
    ["He shipped 26 sets to Penang-based Selat Micro.", ["26 sets", null, "Penang-based Selat Micro", null]],
    [
      "The operator paid Scottish wind farms £240,000 to wait.",
      ["£240,000", "operator", "Scottish wind farms", null],
    ],
    // Who pays gives the money.
    ["Faso paid Wahl Air €1.25m for 61 flights.", ["€1.25m", "Faso", "Wahl Air", null]],
  ])("reads %j", (text, roles) => {
    expect(rolesOf(text)).toContainEqual(roles);
  });

  it.each([["Twenty miners were brought up alive from the Hunan pit."], ["The trip took 9 days."]])(
    "gives none to %j",
    (text) => {
      expect(rolesOf(text).map((roles) => roles.slice(1))).toEqual([[null, null, null]]);
    },
  );

  it("keeps the phrases of a noun of trade with its own figure", () => {
    expect(
      rolesOf(
        "Exports of rice to Benin rose to 1.1m tonnes, while those to Senegal fell to 400,000 tonnes.",
      )[0][2],
    ).toBe("Benin");
  });

  it("lends them to a figure that shares the thing", () => {
    const [, later] = rolesOf("Norvik sold 300 vans to Peru. They came to €41m.");
    expect(later).toEqual(["€41m", "Norvik", "Peru", null]);
  });
});
