/*
 * What the two protocols by which browsers are driven have in common.
 */

/** Returns a function and what it is called with as one expression, whose value is a promise of JSON. */
export const asExpression = (inPage: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `Promise.resolve((${inPage})(...${JSON.stringify(args)})).then((value) => JSON.stringify({value}))`;

/** Returns what an expression's JSON says. */
export const readValue = <T>(json: string): T => (JSON.parse(json) as {value: T}).value;

/** The codes by which WebDriver names the keys that are no letters. */
export const keyOf = (key: string): string =>
  ({Control: "\uE009", Tab: "\uE004", Enter: "\uE007"})[key] ?? key;

/** Returns where a pointer has to press to hit the first element that is seen, scrolled into view; runs in the page. */
export function middleOf(selector: string): {x: number; y: number} {
  const element = [...document.querySelectorAll(selector)].find((each) => each.getClientRects().length > 0);
  if (!element) throw new Error(`nothing is to be seen: ${selector}`);
  element.scrollIntoView({block: "center", behavior: "instant"});
  const {x, y, width, height} = element.getBoundingClientRect();
  return {x: Math.round(x + width / 2), y: Math.round(y + height / 2)};
}

/** The actions of a pointer that presses, and of keys that are pressed together, as both protocols write them. */
export const pressActions = ({x, y}: {x: number; y: number}) => [
  {
    type: "pointer",
    id: "mouse",
    parameters: {pointerType: "mouse"},
    actions: [
      {type: "pointerMove", x, y, duration: 0, origin: "viewport"},
      {type: "pointerDown", button: 0},
      {type: "pointerUp", button: 0},
    ],
  },
];
export const chordActions = (keys: readonly string[]) => [
  {
    type: "key",
    id: "keyboard",
    actions: [
      ...keys.map((key) => ({type: "keyDown", value: keyOf(key)})),
      ...keys.toReversed().map((key) => ({type: "keyUp", value: keyOf(key)})),
    ],
  },
];
