import {describe, expect, it} from "vitest";
import {loadTables} from "../../../loaders/tables.js";
import {temporarySeeds} from "../../temporary.js";

const {disagreements: rows, figures} = loadTables();

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
      /early in 2024/,
    ],
    ["spelling", "Bredykhin", ["rt-machine-tools", "censor-machine-tools"], /Bredikhin.*Bredykhin/],
    ["spelling", "Wolff", ["rt-machine-tools", "censor-machine-tools"], /Wolfe.*Wolf/],
    ["spelling", "The Washington Post", ["rt-machine-tools", "censor-machine-tools"], /WP/],
    ["description", "what Wolff was", ["rt-machine-tools", "censor-machine-tools"], /arms control/],
    ["similar_names", "buyer and seller", ["censor-machine-tools"], /I Machine Technology.*I Machine Tools/],
    ["garbled", "the sentence about the shipments", ["rt-machine-tools"], /fragment/],
    ["date_without_year", "June", ["censor-machine-tools"], /June/],
    ["spelling", "BelOMO", ["belpol-laser-parts"], /BelOMO Holding.*BelOMO Group/],
    ["spelling", "Blinken", ["belpol-laser-parts"], /Anthony Blinken/],
    ["currency_names", "RMB and yuan", ["belpol-laser-parts"], /“RMB” and “yuan”/],
    ["scope", "1,000 rifles twice", ["dn-rifles"], /Chinese companies.*China North Industries/],
    ["implausible", "12 tons of armored vehicles", ["dn-rifles"], /Twelve tons/],
    ["relative_date", "last year", ["dn-rifles"], /last year/],
    ["typing_slip", "$100 ml", ["euromaidan-drones"], /\$100 ml/],
    ["scope", "what the $100 million are of", ["euromaidan-drones"], /headline/],
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

  it.each([
    ["no_base", "69%", /^69%$/],
    ["joint_count", "vests and helmets", /^100,000 bulletproof vests$/],
    ["told_twice", "over $100 ml", /^over \$100 million$/],
    ["scale_slip", "$100 ml", /^over \$100 ml$/],
  ])("leave %s to a flag of the figure: %s", (flag, _about, exact) => {
    const flagged = figures.filter(({flags}) => flags?.split(" ").includes(flag));
    expect(flagged.map((figure) => figure.exact).some((words) => exact.test(words))).toBe(true);
    if (flag !== "scale_slip") expect(rows.filter(({kind}) => kind === flag)).toEqual([]);
  });

  it("have ids of their own, and say whether a rule or a person found them", () => {
    expect(new Set(rows.map(({disagreement_id}) => disagreement_id)).size).toBe(rows.length);
    expect(new Set(rows.map(({basis}) => basis))).toEqual(new Set(["found", "noted"]));
  });
});

describe("disagreements of other articles", () => {
  const load = (files: Record<string, string>) =>
    loadTables(temporarySeeds(files)).disagreements.map(({kind, what}) => `${kind}: ${what}`);
  const note = (text: string, front = "published: 2024-03-14\n"): string =>
    `---\ntitle: T\npublisher: P\n${front}---\n${text}\n`;

  it("have no row for what most articles have", () => {
    const text = [
      "Rents rose 4% on Tuesday, while wages fell by 2%.",
      "It sold 40,000 shirts and jackets last year, and about 7 shops closed on May 3.",
      "The firm made $97 million. Its profit of more than $97 million was a record.",
      "It paid 30 million dollars, or USD 30 million.",
    ].join("\n\n");
    expect(load({"a.md": note(text)})).toEqual([]);
  });

  it("have one row an article for all dates that hang on one that nobody states", () => {
    const text =
      "It sold 40 vans last year and 30 boats last month. It sold 60 carts on May 3 and 70 cars on June 9.";
    const rows = load({"a.md": note(text, "published: 2024-03-14\npublished_basis: inferred\n")});
    expect(rows.map((row) => row.split(":")[0])).toEqual(["relative_date", "date_without_year"]);
    expect(rows[0]).toContain("“last year” and “last month”");
  });

  it("have none for texts whose publisher nobody names", () => {
    const files = Object.fromEntries(
      Array.from({length: 12}, (_, n) => [`text-${n}.txt`, `Story ${n}.\n\nIt rained.`]),
    );
    expect(load(files)).toEqual([]);
  });

  it("tell each of many names alike once, not in all their pairs", () => {
    const names = ["Merikhov", "Merykhov", "Merekhov", "Merakhov", "Merokhov", "Merukhov"];
    const text = names.map((name, n) => `${name} Optics sold ${310 + n} lathes to Kenya.`).join("\n\n");
    const rows = load({"a.md": note(text)}).filter((row) => row.startsWith("similar_names"));
    expect(rows).toHaveLength(names.length - 1);
  });

  it.each([
    "Bank of China sold 310 lathes to Kenya.\n\nBank of Japan sold 720 pumps to Peru.",
    "Lee sold 310 lathes to Kenya.\n\nLi sold 720 pumps to Peru.",
  ])("have none for names that everybody tells apart: %j", (text) => {
    expect(load({"a.md": note(text)})).toEqual([]);
  });

  it("tell of a copy by its file", () => {
    const told = Array.from({length: 60}, (_, n) => `word${n * 7}`).join(" ");
    const rows = load({"a.md": note(told), "b.md": note(told).replace("publisher: P", "publisher: Q")});
    expect(rows).toEqual([expect.stringMatching(/^copy: \S+b\.md repeats \S+a\.md word for word/)]);
  });
});
