import {describe, expect, it} from "vitest";
import {readVocab} from "../../../../loaders/vocab.js";
import {parseFigures} from "../../../../src/waybill/parse/parseFigures.js";
import {growthOf, superlinear} from "../../../growth.js";

const options = {vocab: readVocab(), published: "2024-06-12"};
const holdersOf = (text: string) =>
  parseFigures(text, options).map(({exact, holder}) => `${exact}: ${holder}`);

describe("whose a figure is", () => {
  it.each([
    // who has it
    ["Facebook has 2.2 billion users.", ["2.2 billion users: Facebook"]],
    ["Hallam Sugar, which employs 1,300 people, is hiring.", ["1,300 people: Hallam Sugar"]],
    ["Cryonet, a biotech company with a staff of 26, grows.", ["26: Cryonet"]],
    [
      "The winner, Malin Stenmark, is a driver with 340,000 followers.",
      ["340,000 followers: Malin Stenmark"],
    ],
    // who or what owns it
    ["BA's profit of £75m fell.", ["£75m: BA"]],
    ["Volmer’s shares fell 4%.", ["4%: Volmer"]],
    ["US inflation hit 4%.", ["4%: US"]],
    ["Poland plans to lift spending to 4.7 percent.", ["4.7 percent: Poland"]],
    // what it is in, on or among
    ["There were 40 deaths in Sudan.", ["40 deaths: Sudan"]],
    ["Ridership on the Orla line rose 4%.", ["4%: Orla line"]],
    ["In Dover alone, 85 tonnes were seized.", ["85 tonnes: Dover"]],
    // what is measured
    ["The bridge is 300 metres long.", ["300 metres: bridge"]],
    ["Vasko Steel fell 4%, having risen 6% in May.", ["4%: Vasko Steel", "6%: Vasko Steel"]],
    // once more of the same
    [
      "Jobless claims in Peru rose to 7.2 percent from 6.8 percent.",
      ["7.2 percent: Peru", "6.8 percent: Peru"],
    ],
    ["The agency has 1,500 people and 40 excavators.", ["1,500 people: agency", "40 excavators: agency"]],
  ])("reads %j", (text, holders) => {
    expect(holdersOf(text)).toEqual(holders);
  });

  it.each([
    ["Brightwater lost members. Its profit fell to £3m.", "£3m: Brightwater"],
    ["Brightwater lost members. The company has 40 branches.", "40 branches: Brightwater"],
    ["Brightwater lost members. Revenue climbed to £3m.", "£3m: Brightwater"],
    ["The lawyer, Ada Lind, laughed. She has three boats.", "three boats: Ada Lind"],
    ["The league counts 38 clubs. It has 40 referees.", "40 referees: null"],
  ])("names whom the words of %j stand for, or nobody", (text, holder) => {
    expect(holdersOf(text).at(-1)).toBe(holder);
    expect(parseFigures(text, options).at(-1)?.holder_basis).toBe(
      holder.endsWith("null") ? null : "inferred",
    );
  });

  it.each([
    // handed over
    ["Dorex sold 40 boats to Peru.", "40 boats: null"],
    // where it goes, and of what it is
    ["A plane set down 26 cases of Belgian beer.", "26 cases: null"],
    // done to, not had
    ["The slide buried 640 homes.", "640 homes: null"],
    ["The clerk has seen £350,000.", "£350,000: null"],
    // a time is nobody, and nor is the sentence's first word
    ["Last year's 40 cases were mild.", "40 cases: null"],
    ["Rainfall was 40 millimetres in May.", "40 millimetres: null"],
    ["It took three votes to settle it.", "three votes: null"],
  ])("leaves open what %j does not say", (text, holder) => {
    expect(holdersOf(text)).toEqual([holder]);
  });

  it("lets go of sides that were carried over where the figure's own words say whose it is", () => {
    const text = "Dorex sold 40 boats to Peru. Orla's crew of 12 stayed.";
    expect(parseFigures(text, options).at(-1)).toMatchObject({
      holder: "Orla",
      supplier: null,
      recipient: null,
    });
  });

  it("looks for names in linear time", () => {
    const growth = growthOf(60, (times) => {
      const text = "Ada Lind of Orla said its profit rose 5%, and she has 40 boats in Peru. ".repeat(times);
      return () => holdersOf(text);
    });
    expect(growth).toBeLessThan(superlinear);
  });
});
