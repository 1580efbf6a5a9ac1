import {describe, expect, it} from "vitest";
import {loadTables} from "../../loaders/tables.js";

const rows = loadTables().disagreements;

// Every place where the five reports are known to differ or to be unclear.
describe("disagreements", () => {
  it.each([
    [
      "hedge",
      "more than $20 million lost its hedge",
      ["rt-machine-tools", "censor-machine-tools"],
      /more than/,
    ],
    [
      "scope",
      "$20 million of all equipment and of one firm's machines",
      ["rt-machine-tools"],
      /equipment.*CNC machine tools/,
    ],
    ["wording", "machines and components", ["rt-machine-tools", "censor-machine-tools"], /machines/],
    [
      "wording",
      "shipments and batches",
      ["rt-machine-tools", "censor-machine-tools"],
      /“batch” and “shipment”/,
    ],
    [
      "relative_date",
      "the first seven months of last year",
      ["rt-machine-tools"],
      /first seven months of last year/,
    ],
    [
      "date_conflict",
      "when the controls were tightened",
      ["rt-machine-tools", "censor-machine-tools"],
      /early this year/,
    ],
    ["spelling", "Bredykhin", ["rt-machine-tools", "censor-machine-tools"], /Bredikhin.*Bredykhin/],
    ["spelling", "Wolff", ["rt-machine-tools", "censor-machine-tools"], /Wolfe.*Wolf/],
    ["spelling", "The Washington Post", ["rt-machine-tools", "censor-machine-tools"], /WP/],
    ["description", "what Wolff was", ["rt-machine-tools", "censor-machine-tools"], /arms control/],
    ["similar_names", "buyer and seller", ["censor-machine-tools"], /I Machine Technology.*I Machine Tools/],
    ["garbled", "the sentence about the shipments", ["rt-machine-tools"], /fragment/],
    ["date_without_year", "Dec. 1 and others", ["belpol-laser-parts"], /Dec\. 1.*February 1.*July 10/],
    ["spelling", "BelOMO", ["belpol-laser-parts"], /BelOMO Holding.*BelOMO Group/],
    ["spelling", "Blinken", ["belpol-laser-parts"], /Anthony Blinken/],
    ["currency_names", "RMB and yuan", ["belpol-laser-parts"], /“RMB” and “yuan”/],
    ["scope", "1,000 rifles twice", ["dn-rifles"], /Chinese companies.*China North Industries/],
    ["implausible", "12 tons of armored vehicles", ["dn-rifles"], /Twelve tons/],
    ["relative_date", "last year", ["dn-rifles"], /last year/],
    ["typing_slip", "$100 ml", ["euromaidan-drones"], /\$100 ml/],
    ["scope", "what the $100 million are of", ["euromaidan-drones"], /headline/],
    ["no_base", "69% of what", ["euromaidan-drones"], /69%/],
    ["joint_count", "vests and helmets", ["euromaidan-drones"], /vests and helmets/],
    ["missing_date", "when they were ordered", ["euromaidan-drones"], /order/],
    ["source", "two stories of one newspaper", ["dn-rifles", "euromaidan-drones"], /Politico/],
    ["page_furniture", "a headline printed twice", ["euromaidan-drones"], /twice/],
  ])("%s: %s", (kind, _about, articles, what) => {
    const found = rows.filter(
      (row) =>
        row.kind === kind &&
        what.test(String(row.what)) &&
        articles.every((id) => String(row.articles).split(" ").includes(id)),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({articles: named}) => named !== null)).toBe(true);
  });

  it("have ids of their own, and say whether a rule or a person found them", () => {
    expect(new Set(rows.map(({disagreement_id}) => disagreement_id)).size).toBe(rows.length);
    expect(new Set(rows.map(({basis}) => basis))).toEqual(new Set(["found", "noted"]));
  });
});
