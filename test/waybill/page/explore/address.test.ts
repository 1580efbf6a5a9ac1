import {describe, expect, it} from "vitest";
import {addressOf, viewOf} from "../../../../src/waybill/page/explore/address.js";
import {firstColumns} from "../../../../src/waybill/page/explore/fields.js";

describe("the explorer's address", () => {
  it("is empty for the page as it opens", () => {
    expect(addressOf(viewOf(""))).toBe("");
    expect(viewOf("").columns).toEqual(firstColumns);
  });

  it.each([
    "q=a+%26+b%3Dc",
    "kind=count&kind=money&party=A%26B+GmbH",
    "state=-&hedge=about",
    "sort=-value&once=",
    "columns=exact%2Csentence",
    "sql=SELECT+1%3B+SELECT+%27%3F%23%27",
  ])("keeps %s", (address) => {
    expect(addressOf(viewOf(`?${address}`))).toBe(address);
  });

  it("passes over values of several lines, which no cell has", () => {
    const {chosen} = viewOf("?party=a%0Ab&party=%E2%80%A8c&party=%00&party=&party=d+e");
    expect(chosen.get("party")).toEqual(new Set(["d e"]));
  });

  it("leaves out SQL that is too long for a server to take", () => {
    const of = (sql: string): string => addressOf({...viewOf("?q=a"), sql});
    expect(of("x".repeat(6000))).toBe(`q=a&sql=${"x".repeat(6000)}`);
    expect(of("x".repeat(6001))).toBe("q=a");
    expect(of("é".repeat(1001))).toBe("q=a");
  });

  it("passes over what is not there", () => {
    const view = viewOf("?colour=red&sort=-colour&columns=colour,constructor&kind=purple");
    expect(view.sort).toBeNull();
    expect(view.columns).toEqual(firstColumns);
    expect(view.chosen.get("kind")).toEqual(new Set(["purple"]));
    expect([...view.chosen.keys()]).toEqual(["kind"]);
  });
});
