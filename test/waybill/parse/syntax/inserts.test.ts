import {describe, expect, it} from "vitest";
import {findInserts, findTail} from "../../../../src/waybill/parse/syntax/inserts.js";

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
    ["Ondal — a maker of pumps — sold them .", "a maker of pumps"],
    ["It sold 9 boats ( old ones ) to Peru .", "old ones"],
    ["Peru , despite a ban , sold them .", "despite a ban"],
  ])("%s", (text, expected) => {
    expect(inserts(text)).toEqual([expected]);
  });

  it.each([
    ["a list", "Peru , Chile , and Malta bought them ."],
    ["a list of nouns", "It sold a boat , a pump , and a saw ."],
    ["a clause", "The firm , which sold 9 , is there ."],
    ["a figure", "It rose to 5 , 3 more , in May ."],
    ["an end", "They met Ondal , a maker of pumps ."],
    ["an open bracket", "It sold 9 boats ( to Peru ."],
    ["a place", "In Riga , Ondal sold them ."],
    ["a name after a name", "In Riga , Ondal , said Dorex ."],
  ])("finds none in %s", (_, text) => {
    expect(inserts(text)).toEqual([]);
  });

  it.each([
    ["Also , exports rose by 9 .", "Also"],
    ["Since January 2023 , the firm has sold 9 .", "Since January 2023"],
  ])("finds what %j opens with", (text, opener) => {
    const forms = text.split(" ");
    expect(findInserts(forms)).toEqual([{from: 0, to: opener.split(" ").length + 1, kind: "opener"}]);
  });

  it("is fast on a line of commas", () => {
    const forms = Array.from({length: 20_000}, (_, i) => (i % 2 === 0 ? "Ondal" : ","));
    expect(findInserts(forms).length).toBeLessThan(20_000);
  });
});

describe("findTail(forms)", () => {
  const mainOf = (text: string) => {
    const forms = text.split(" ");
    const at = findTail(forms);
    return at < 0 ? null : forms.slice(0, at).join(" ");
  };

  it.each([
    ["Peru will hand 9 boats to Chile , the daily reported on Monday .", "Peru will hand 9 boats to Chile"],
    ["Peru sold 9 boats , the ministry said .", "Peru sold 9 boats"],
  ])("ends the words of %j", (text, main) => {
    expect(mainOf(text)).toBe(main);
  });

  it.each([
    "Peru sold 9 boats , which the ministry said were old .",
    "Peru sold 9 boats , and the ministry said that it had .",
    "In May , the ministry said Peru had sold 9 boats to Chile and to Bolivia and to others .",
    "“ Peru sold 9 boats , the ministry said ” .",
  ])("finds none in %j", (text) => {
    expect(mainOf(text)).toBeNull();
  });
});
