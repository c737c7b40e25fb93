import fc from "fast-check";
import { expect, test } from "vitest";
import type { AllowList } from "./allow-list.ts";
import { loadAllowList } from "./allow-list.ts";
import { evaluate } from "./evaluate.ts";
import type { Verdict } from "./evaluate-term.ts";
import type { Expression } from "./expression.ts";
import { printExpression } from "./expression.ts";
import { parseExpression } from "./parser.ts";

const LEAVES = ["MIT", "ISC", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-2.0+", "Apache-1.1+"].concat(
  [
    "GPL-2.0-only WITH Classpath-exception-2.0",
    "LicenseRef-a",
    "NONE",
    "NOASSERTION",
    "MIT WITH AdditionRef-x",
  ],
);
const ENTRIES = [
  "MIT",
  "ISC",
  "GPL-2.0-only",
  "GPL-3.0-only",
  "GPL-2.0-or-later",
  "Apache-2.0",
].concat(["GPL-2.0-only WITH Classpath-exception-2.0", "LicenseRef-A", "Apache-1.1+"]);

interface Shape {
  readonly text: string;
}
const { tree } = fc.letrec<{ tree: Shape; leaf: Shape; node: Shape }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("node")),
  leaf: fc.constantFrom(...LEAVES).map((text) => ({ text })),
  node: fc
    .tuple(tie("tree"), fc.constantFrom("AND", "OR"), tie("tree"))
    .map(([left, operator, right]) => ({ text: `(${left.text}) ${operator} (${right.text})` })),
}));
// Leaves with WITH can't stand in parentheses of their own only where WITH follows, which it never does here.
const expressions = tree.map(({ text }) => text);
const lists = fc.uniqueArray(fc.constantFrom(...ENTRIES), { minLength: 1 });

test("AND is the least and OR the greatest: equal to trying every way through the expression", () => {
  fc.assert(
    fc.property(expressions, lists, (text, entries) => {
      const allowList = loadAllowList(entries);
      const expression = parsed(text);
      expect(evaluate(expression, allowList).verdict).toBe(byEveryWay(expression, allowList));
    }),
  );
});

test("a longer allow list never takes a permission away", () => {
  fc.assert(
    fc.property(expressions, lists, fc.constantFrom(...ENTRIES), (text, entries, more) => {
      const before = ORDER.indexOf(verdict(text, entries));
      expect(ORDER.indexOf(verdict(text, [...entries, more]))).toBeGreaterThanOrEqual(before);
      expect(ORDER.indexOf(verdict(text, [more, ...entries]))).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("operands may be swapped and regrouped", () => {
  const operator = fc.constantFrom("AND", "OR");
  fc.assert(
    fc.property(expressions, expressions, expressions, operator, lists, (a, b, c, op, entries) => {
      expect(verdict(`(${a}) ${op} (${b})`, entries)).toBe(verdict(`(${b}) ${op} (${a})`, entries));
      expect(verdict(`((${a}) ${op} (${b})) ${op} (${c})`, entries)).toBe(
        verdict(`(${a}) ${op} ((${b}) ${op} (${c}))`, entries),
      );
    }),
  );
});

test("printing and reading again gives the same tree and the same text", () => {
  fc.assert(
    fc.property(expressions, (text) => {
      const printed = printExpression(parsed(text));
      expect(withoutSpans(parsed(printed))).toEqual(withoutSpans(parsed(text)));
      expect(printExpression(parsed(printed))).toBe(printed);
    }),
  );
});

test("white space, case and parentheses don't count", () => {
  fc.assert(
    fc.property(expressions, lists, fc.constantFrom(" ", "\t", "  \n"), (text, entries, space) => {
      const wanted = verdict(text, entries);
      expect(verdict(`${space}(${text.replaceAll(" ", space)})${space}`, entries)).toBe(wanted);
      expect(verdict(recased(text, "lower"), entries)).toBe(wanted);
      expect(verdict(recased(text, "upper"), entries)).toBe(wanted);
    }),
  );
});

test("the choice alone satisfies the list", () => {
  fc.assert(
    fc.property(expressions, lists, (text, entries) => {
      const { choice } = evaluate(parsed(text), loadAllowList(entries));
      if (choice !== undefined) expect(verdict(choice, entries)).toBe("allow");
    }),
  );
});

test("any text is read without a throw, and its problem lies within it", () => {
  const pieces = fc.constantFrom(
    "(",
    ")",
    "MIT",
    "+",
    " ",
    "AND",
    "Or",
    "WITH",
    "\u0000",
    "\u202E",
    "é",
    ":",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const result = parseExpression(text);
      if (result.ok) return;
      expect(result.problem.span.end).toBeLessThanOrEqual(text.length);
      expect(result.problem.message).toMatch(/^[\x20-\x7e…]+$/);
    }),
  );
});

const ORDER: readonly Verdict[] = ["deny", "unknown", "allow"];

function parsed(text: string): Expression {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem.message}`);
  return result.expression;
}

function verdict(text: string, entries: readonly string[]): Verdict {
  return evaluate(parsed(text), loadAllowList(entries)).verdict;
}

/** The best way: a way takes one operand of each OR and all of each AND, and is as good as its worst leaf. */
function byEveryWay(expression: Expression, allowList: AllowList): Verdict {
  const worst = (way: readonly Expression[]) =>
    Math.min(...way.map((leaf) => ORDER.indexOf(evaluate(leaf, allowList).verdict)));
  return ORDER[Math.max(...ways(expression).map(worst))] ?? "deny";
}

function ways(expression: Expression): readonly (readonly Expression[])[] {
  if (expression.kind === "or") return expression.operands.flatMap(ways);
  if (expression.kind !== "and") return [[expression]];
  return expression.operands.reduce<readonly (readonly Expression[])[]>(
    (all, operand) => all.flatMap((way) => ways(operand).map((more) => [...way, ...more])),
    [[]],
  );
}

function withoutSpans(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value) => (key === "span" ? undefined : value)),
  );
}

/** Reference prefixes keep their case. */
function recased(text: string, to: "lower" | "upper"): string {
  return text
    .split(/(LicenseRef-|AdditionRef-)/)
    .map((part) =>
      part.endsWith("Ref-") ? part : to === "lower" ? part.toLowerCase() : part.toUpperCase(),
    )
    .join("");
}
