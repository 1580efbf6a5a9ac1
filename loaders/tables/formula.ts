import {combineUnits, type Dimension, plain} from "./dimension.js";
import {combine, type Interval} from "./interval.js";

/** A formula of names, numbers, + - * / and brackets, ready to be worked out. */
export interface Formula {
  names: string[];
  /** The result with the numbers as stated. */
  valueOf: (inputs: Record<string, number>) => number;
  /** What the result may be. */
  intervalOf: (inputs: Record<string, Interval>) => Interval;
  /** The unit of the result, from those of the inputs. Throws an Error where it adds up what differs. */
  unitOf: (inputs: Record<string, Dimension>) => Dimension;
}

type Operator = "+" | "-" | "*" | "/";
type Term = {number: number} | {name: string} | {operator: Operator; left: Term; right: Term};

const longest = 1000;

/**
 * Returns the formula that is written as in “part / (1 + rise / 100)”. Throws
 * an Error that says what was expected, and at which character, if it is none.
 */
export function readFormula(text: string): Formula {
  if (text.length > longest) throw new Error(`longer than ${longest} characters`);
  const tokens = [...text.matchAll(/\s*([A-Za-z_]\w*|\d+(?:\.\d+)?|[-+*/()]|\S)/g)].map((match) => ({
    text: match[1],
    at: match.index + match[0].length - match[1].length + 1,
  }));
  let i = 0;
  const names = new Set<string>();

  const fail = (expected: string): never => {
    const token = tokens[i];
    throw new Error(
      token
        ? `expected ${expected} at character ${token.at}, found "${token.text}"`
        : `expected ${expected} at the end`,
    );
  };
  const operand = (): Term => {
    const token = tokens[i];
    if (token?.text === "(") {
      i++;
      const inner = sum();
      if (tokens[i]?.text !== ")") fail(")");
      i++;
      return inner;
    }
    if (token && /^\d/.test(token.text)) {
      i++;
      return {number: Number(token.text)};
    }
    if (token && /^[A-Za-z_]/.test(token.text)) {
      i++;
      names.add(token.text);
      return {name: token.text};
    }
    return fail("a name, a number or (");
  };
  const chain = (operators: string, next: () => Term): Term => {
    let left = next();
    while (tokens[i] && operators.includes(tokens[i].text)) {
      const operator = tokens[i++].text as Operator;
      left = {operator, left, right: next()};
    }
    return left;
  };
  const product = (): Term => chain("*/", operand);
  const sum = (): Term => chain("+-", product);

  const root = sum();
  if (i < tokens.length) fail("+ - * / or the end");
  return {
    names: [...names],
    valueOf: (inputs) =>
      evaluate(
        root,
        (name) => inputs[name],
        (number) => number,
        arithmetic,
      ),
    intervalOf: (inputs) =>
      evaluate(
        root,
        (name) => inputs[name],
        (number) => ({low: number, high: number, known: true}),
        combine,
      ),
    unitOf: (inputs) =>
      evaluate(
        root,
        (name) => inputs[name],
        () => plain,
        combineUnits,
      ),
  };
}

function evaluate<T>(
  term: Term,
  named: (name: string) => T,
  constant: (number: number) => T,
  apply: (operator: Operator, a: T, b: T) => T,
): T {
  if ("number" in term) return constant(term.number);
  if ("name" in term) return named(term.name);
  return apply(
    term.operator,
    evaluate(term.left, named, constant, apply),
    evaluate(term.right, named, constant, apply),
  );
}

function arithmetic(operator: Operator, a: number, b: number): number {
  if (operator === "+") return a + b;
  if (operator === "-") return a - b;
  return operator === "*" ? a * b : a / b;
}
