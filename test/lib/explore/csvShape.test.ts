import {describe, expect, it} from "vitest";
import {csvShape} from "../../../src/lib/explore/sql/csvShape.js";

describe("csvShape(text)", () => {
  it.each([
    ["a,b\n1,2\n3,4\n", {delimiter: ",", skip: 0, records: 3}],
    ["a;b\r\n1,5;2\r\n3,5;4\r\n", {delimiter: ";", skip: 0, records: 3}],
    ["a\tb\n1, 2\t3", {delimiter: "\t", skip: 0, records: 2}],
    ["one\ntwo\n", {delimiter: ",", skip: 0, records: 2}],
    // A title and a blank line before the table, a total without cells after it.
    ["Table 1\n\na|b|c\n1|2|3\nTotal\n", {delimiter: "|", skip: 2, records: 3}],
    // Line ends, delimiters and doubled marks in quotes; inches in a cell.
    ['a,b\n"x\ny, ""z""",2\n5" pipe,3\n', {delimiter: ",", skip: 0, records: 3}],
    ["a,b,c\n1,2\n4,5,6\n", {delimiter: ",", skip: 0, records: 3}],
    ["", {delimiter: ",", skip: 0, records: 0}],
  ])("%j", (text, shape) => {
    expect(csvShape(text)).toEqual(shape);
  });

  it("tells the line that has more cells than the table", () => {
    expect(() => csvShape("a,b\n1,2\n\n3,4,5\n6,7\n")).toThrow("line 4 has 3 cells, where the others have 2");
  });
});
