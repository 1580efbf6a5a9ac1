import {describe, expect, it} from "vitest";
import {findInserts} from "../../../../src/waybill/parse/syntax/inserts.js";

function inserts(text: string): string[] {
  const forms = text.split(" ");
  return findInserts(forms).map(({from, to}) => forms.slice(from + 1, to - 1).join(" "));
}

describe("findInserts(forms)", () => {
  it.each([
    ["Exports to Peru , their largest customer , fell .", "their largest customer"],
    ["The club , Zelen Gorda , paid .", "Zelen Gorda"],
    ["It sold the boats to Ondal , a maker of pumps , in May .", "a maker of pumps"],
    ["Karl Ostrup , 58 , shipped them .", "58"],
    ["The rifles , 1,200 of them , were sold .", "1,200 of them"],
  ])("%s", (text, expected) => {
    expect(inserts(text)).toEqual([expected]);
  });

  it.each([
    ["a list", "Peru , Chile , and Malta bought them ."],
    ["a list of nouns", "It sold a boat , a pump , and a saw ."],
    ["a clause", "The firm , which sold 9 , is there ."],
    ["a date", "On Tuesday , the firm , it said , sold 9 ."],
    ["a figure", "It rose to 5 , 3 more , in May ."],
    ["an adverb", "Separately , Peru , said Ondal ."],
    ["an end", "They met Ondal , a maker of pumps ."],
    ["a name after a name", "In Riga , Ondal , said Dorex ."],
  ])("finds none in %s", (_, text) => {
    expect(inserts(text)).toEqual([]);
  });

  it("is fast on a line of commas", () => {
    const forms = Array.from({length: 20_000}, (_, i) => (i % 2 === 0 ? "Ondal" : ","));
    expect(findInserts(forms).length).toBeLessThan(20_000);
  });
});
