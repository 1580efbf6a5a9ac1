import {describe, expect, it} from "vitest";
import {loadTables} from "../../../loaders/tables.js";

const made = loadTables();
const party = (party_id: string) => made.parties.find((row) => row.party_id === party_id);

describe("parties of the reports", () => {
  it.each([
    ["alexei-bredykhin", ["Bredykhin", "Bredikhin"]],
    ["kevin-wolff", ["Kevin Wolff", "Kevin Wolfe", "Wolf"]],
    ["belomo", ["BelOMO Holding", "BelOMO Group"]],
    ["the-washington-post", ["WP", "Washington Post"]],
  ])("%s is one, however it is spelt", (id, spellings) => {
    expect(String(party(id)?.spellings).split(" | ")).toEqual(expect.arrayContaining(spellings));
    for (const spelling of spellings)
      expect(made.parties.filter(({name}) => name === spelling && name !== party(id)?.name)).toEqual([]);
  });

  it("I Machine Technology and I Machine Tools are two, and said to be near each other", () => {
    expect(party("i-machine-technology")).toMatchObject({country: "Russia", close_to: "i-machine-tools"});
    expect(party("i-machine-tools")).toMatchObject({country: "Taiwan", close_to: "i-machine-technology"});
  });
});
