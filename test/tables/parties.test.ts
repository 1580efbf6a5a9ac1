import {describe, expect, it} from "vitest";
import {skeleton} from "../../loaders/tables/parties.js";
import {loadTables} from "../../loaders/tables.js";
import {temporarySeeds} from "../temporary.js";

const note = (text: string): string => `---\ntitle: T\npublisher: The Brindle Gazette\n---\n${text}\n`;
const read = (text: string) => loadTables(temporarySeeds({"a.md": note(text)})).parties;

describe("parties", () => {
  it("are one by the vocabulary, however they are spelt", () => {
    const seeds = temporarySeeds({
      "vocab/parties.csv":
        "form,name,kind,country\nMerikhov,Merikhov,person,Kenya\nMerykhow,Merikhov,person,Kenya\n",
      "a.md": note("Merikhov sold 40 lathes to Peru.\n\nMerykhow sold 70 pumps to Peru."),
    });
    const rows = loadTables(seeds).parties.filter(({name}) => /^Mer/.test(String(name)));
    expect(rows).toMatchObject([{party_id: "merikhov", country: "Kenya"}]);
    expect(String(rows[0].spellings).split(" | ").sort()).toEqual(["Merikhov", "Merykhow"]);
  });

  it("are one for an article, quotation marks or a legal form, without any vocabulary", () => {
    const rows = read(
      "Ondal Steel Ltd sold 40 lathes to Brekko Optics.\n\nThe Ondal Steel sold 70 pumps to “Brekko Optics” Group.",
    );
    expect(rows.filter(({name}) => /Ondal/.test(String(name)))).toHaveLength(1);
    expect(rows.filter(({name}) => /Brekko/.test(String(name)))).toHaveLength(1);
  });

  it.each([
    ["Bank of China sold 300 lathes to Peru.\n\nBank of Japan sold 700 pumps to Peru.", /^Bank of/],
    ["Müller Systems sold 300 lathes to Peru.\n\nMuller Systems sold 700 pumps to Peru.", /^M.ller/],
  ])("are two for names that only begin or sound alike: %s", (text, names) => {
    expect(read(text).filter(({name}) => names.test(String(name)))).toHaveLength(2);
  });

  it("are two for newspapers that share a word", () => {
    const text = (publisher: string) => `---\ntitle: T\npublisher: ${publisher}\n---\nIt rained.\n`;
    const seeds = temporarySeeds({
      "a.md": text("The Times"),
      "b.md": text("Times of India"),
      "c.md": text("Times Group"),
    });
    expect(
      loadTables(seeds)
        .parties.map(({name}) => name)
        .sort(),
    ).toEqual(["Times", "Times Group", "Times of India"]);
  });

  it("are proposed, not merged, where an unseen spelling is close to another", () => {
    const rows = read("Merikhov Optics sold 40 lathes to Kenya.\n\nMerykhov Optics sold 70 pumps to Peru.");
    const [a, b] = rows.filter(({name}) => /Mer/.test(String(name)));
    expect([a.close_to, b.close_to]).toEqual([b.party_id, a.party_id]);
  });

  it("are groups where nobody is named, and states where a country is", () => {
    const rows = read("Norwegian companies sold 4,000 lathes to Kenya.");
    expect(rows.find(({name}) => name === "Norwegian companies")).toMatchObject({
      kind: "group",
      country: "Norway",
    });
    expect(rows.find(({name}) => name === "Kenya")).toMatchObject({kind: "state", country: "Kenya"});
  });
});

describe("skeleton(name)", () => {
  it.each([
    ["Bredykhin", "Bredikhin", true],
    ["Wolff", "Wolf", true],
    ["Dmitry", "Dmitri", true],
    ["Ondal", "Endal", false],
    ["Technology", "Tools", false],
  ])("%s and %s", (a, b, same) => {
    expect(skeleton(a) === skeleton(b)).toBe(same);
  });
});
