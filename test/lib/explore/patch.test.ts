import {JSDOM} from "jsdom";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {patch} from "../../../src/lib/explore/patch.js";

const {window} = new JSDOM();

beforeEach(() => {
  for (const name of ["document", "CharacterData", "HTMLInputElement", "HTMLOptionElement"])
    vi.stubGlobal(name, window[name as never]);
});
afterEach(() => vi.unstubAllGlobals());

function placeOf(html: string): HTMLElement {
  const place = window.document.createElement("ul");
  place.innerHTML = html;
  return place;
}

describe("patch(place, html)", () => {
  it.each([
    ["<li>a</li><li>b</li>", "<li>b</li>"],
    ["<li>a</li>", '<li class="is-none">a</li><li>b <b>c</b></li>'],
    ['<li class="is-none" data-x="1">a</li>', '<li data-x="2">a</li>'],
    ["<li>a <b>c</b></li>", "<li><b>c</b> a</li>"],
    ["a<p>b</p>", ""],
    ["", "<li>&lt;i&gt;</li>"],
  ])("makes %s into %s", (before, after) => {
    const place = placeOf(before);
    patch(place, after);
    expect(place.innerHTML).toBe(after);
  });

  it("keeps what stays, and writes into a text only what is another", () => {
    const place = placeOf('<li>a <span class="count">1</span></li><li>b</li>');
    const nodes = [
      place.children[0],
      place.children[0].firstChild,
      place.querySelector(".count")!.firstChild,
    ];
    patch(place, '<li>a <span class="count">2</span></li>');
    expect([
      place.children[0],
      place.children[0].firstChild,
      place.querySelector(".count")!.firstChild,
    ]).toEqual(nodes);
    expect(place.textContent).toBe("a 2");
  });

  it("sets a box as the HTML has it, whatever a reader did to it", () => {
    const place = placeOf('<li><input type="checkbox" checked></li>');
    const box = place.querySelector("input")!;
    box.checked = false;
    patch(place, '<li><input type="checkbox" checked value="a"></li>');
    expect(box.checked).toBe(true);
    patch(place, '<li><input type="checkbox" value="a"></li>');
    expect(box.checked).toBe(false);
  });
});
