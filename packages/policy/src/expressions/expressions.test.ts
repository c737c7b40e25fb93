import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression } from "./index.ts";
import {
  conditionOf,
  ExpressionError,
  evaluate,
  flowsFrom,
  nodesOf,
  parseExpression,
  templatesIn,
  truthOf,
} from "./index.ts";

const value = (text: string) => evaluate(parseExpression(text));
const paths = (text: string) => flowsFrom(parseExpression(text)).map(({ path }) => path.join("."));

/** An expression as text, each level in parentheses. */
function print(node: Expression): string {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string"
        ? `'${node.value.replaceAll("'", "''")}'`
        : String(node.value);
    case "context":
      return node.name;
    case "index":
      return `${print(node.of)}[${print(node.key)}]`;
    case "wildcard":
      return `${print(node.of)}.*`;
    case "call":
      return `${node.name}(${node.parameters.map(print).join(", ")})`;
    case "not":
      return `!(${print(node.operand)})`;
    case "logical":
      return node.operands.map((each) => `(${print(each)})`).join(` ${node.operator} `);
    case "comparison":
      return `(${print(node.left)}) ${node.operator} (${print(node.right)})`;
  }
}

const withoutPlaces = (node: Expression): unknown =>
  JSON.parse(JSON.stringify(node, (key, each) => (/^(start|end)$/.test(key) ? undefined : each)));

const place = { start: 0, end: 0 };
const { tree } = fc.letrec<{ tree: Expression; access: Expression }>((tie) => ({
  access: fc.oneof(
    { maxDepth: 4 },
    fc
      .constantFrom("github", "Env", "needs")
      .map((name) => ({ kind: "context" as const, name, ...place })),
    fc
      .tuple(tie("access"), tie("tree"))
      .map(([of, key]) => ({ kind: "index" as const, of, key, ...place })),
    tie("access").map((of) => ({ kind: "wildcard" as const, of, ...place })),
    fc
      .tuple(
        fc.constantFrom("contains", "FORMAT", "join", "toJSON", "fromJSON", "case", "hashFiles"),
        fc.array(tie("tree"), { maxLength: 3 }),
      )
      .map(([name, parameters]) => ({ kind: "call" as const, name, parameters, ...place })),
  ),
  tree: fc.oneof(
    { maxDepth: 4 },
    fc
      .oneof(fc.string(), fc.constantFrom(true, false, null, 0, 1, 1.5, "{0}", "true", "0x10"))
      .map((each) => ({ kind: "literal" as const, value: each, ...place })),
    tie("access"),
    tie("tree").map((operand) => ({ kind: "not" as const, operand, ...place })),
    fc
      .tuple(
        fc.constantFrom("||" as const, "&&" as const),
        fc.array(tie("tree"), { minLength: 2, maxLength: 4 }),
      )
      .map(([operator, operands]) => ({ kind: "logical" as const, operator, operands, ...place })),
    fc
      .tuple(fc.constantFrom("==", "!=", "<", "<=", ">", ">=" as const), tie("tree"), tie("tree"))
      .map(([operator, left, right]) => ({
        kind: "comparison" as const,
        operator: operator as "==",
        left,
        right,
        ...place,
      })),
  ),
}));

test("what is printed is read as the same tree", () => {
  fc.assert(
    fc.property(tree, (expression) => {
      const text = print(expression);
      expect(withoutPlaces(parseExpression(text))).toEqual(withoutPlaces(expression));
    }),
  );
});

test("offsets are those of each node's text", () => {
  fc.assert(
    fc.property(tree, (expression) => {
      const text = print(expression);
      for (const node of nodesOf(parseExpression(text, 7))) {
        const own = text.slice(node.start - 7, node.end - 7);
        if (node.kind === "context") expect(own).toBe(node.name);
        if (node.kind === "literal" && typeof node.value === "string") expect(own).toContain("'");
        if (node.kind === "call") expect(own).toMatch(/^\w+\(.*\)$/s);
      }
    }),
  );
});

test("evaluation and data flow end for every tree, with and without known contexts", () => {
  fc.assert(
    fc.property(tree, fc.jsonValue(), (expression, known) => {
      evaluate(expression);
      flowsFrom(expression);
      const lookup = () => known as string;
      expect(truthOf(expression, lookup)).toBeOneOf([true, false, undefined]);
    }),
  );
});

test("any text is read or refused with a place within it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      try {
        parseExpression(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
        expect((error as ExpressionError).offset).toBeLessThanOrEqual(text.length);
      }
      for (const { start, end } of templatesIn(text)) expect(end).toBeGreaterThan(start);
    }),
  );
});

test.each([
  ["1 < 2 < 3", true],
  ["!1 == false", true],
  ["'0x10' == 16", true],
  ["'5 ' == 5", true],
  ["'true' == true", false],
  ["true == '1'", true],
  ["null == 0", true],
  ["'' == 0", true],
  ["NaN == NaN", false],
  ["'ABC' == 'abc'", true],
  ["'ı' == 'I'", false],
  ["'Straße' == 'STRASSE'", false],
  ["'a' < 'B'", true],
  [".5 == 0.5", true],
  ["1. == +1", true],
  ["-1e3 == -1000", true],
  ["0o17 == 15", true],
  ["-Infinity < 0", true],
  ["'it''s'", "it's"],
  ["'a\nb'", "a\nb"],
  ["null || 'x'", "x"],
  ["'a' && 'b' || 'c'", "b"],
  ["'' && 'b' || 'c'", "c"],
  ["unknown && false", undefined],
  ["unknown || 'x'", undefined],
  ["false && unknown", false],
  ["fromJSON('[1,2,3]')[1.9]", 2],
  ["fromJSON('[1,2,3]')[-1]", null],
  ['fromJSON(\'{"A":{"b":1}}\').a.B', 1],
  ["fromJSON('{\"a\":1}').b.c.d", null],
  ["fromJSON('1').b", null],
  ["fromJSON('{\"__proto__\":1}').constructor", null],
  ['join(fromJSON(\'[{"a":1},{"b":2},{"a":3}]\').*.a)', "1,3"],
  ["join(fromJSON('{\"x\":[1,2],\"y\":[3]}').*.*, '-')", "1-2-3"],
  ["contains('Hello', 'ELL')", true],
  ["contains(fromJSON('[\"a\",1]'), 'A')", true],
  ["contains(fromJSON('[\"ab\"]'), 'a')", false],
  ["StartsWith('Hello', 'he')", true],
  ["endsWith('Hello', 'LO')", true],
  ["format('{{{0}}} {1}', 'a', true)", "{a} true"],
  ["format('{0:x}', 1)", undefined],
  ["format('{1}', 1)", undefined],
  ["join('a')", "a"],
  ["toJSON(fromJSON('{\"a\":[1]}'))", '{\n  "a": [\n    1\n  ]\n}'],
  ["fromJSON('{')", undefined],
  ["case(false, 'a', true, 'b', 'c')", "b"],
  ["case(false, 'a', 'c')", "c"],
  ["case('x', 'a', 'c')", undefined],
  ["case(true, 'a')", undefined],
  ["hashFiles('**')", undefined],
  ["contains('a')", undefined],
  ["toJSON()", undefined],
  ["fromJSON('1', '2')", undefined],
  ["format('{0}', 1234567890123456789)", "1234567890123460000"],
  ["format('{0}{1}{2}', null, fromJSON('[]'), fromJSON('{}'))", "ArrayObject"],
])("%s is %j", (text, expected) => {
  expect(value(text)).toEqual(expected);
});

test.each([
  ["", 0],
  ['"x"', 0],
  ["a.0", 2],
  ["1.2.3", 0],
  ["'a", 0],
  ["'a'.b", 3],
  ["a b", 2],
  ["a &", 2],
  ["a & b", 2],
  ["(a", 2],
  ["f(a,)", 4],
  ["a[", 2],
  ["1 + 1", 2],
  ["a = b", 2],
  ["é", 0],
  [`${"(".repeat(51)}a`, 51],
  ["a".repeat(21_001), 0],
  [`f(${"1,".repeat(255)}1)`, 0],
])("%s is refused at its place", (text, offset) => {
  expect(() => parseExpression(text)).toThrow(expect.objectContaining({ offset }));
});

test.each([
  ["True", "context"],
  ["a['0']", "index"],
  ["a[0]", "index"],
  ["a.true", "index"],
  ["a.*", "wildcard"],
  ["a[*]", "wildcard"],
  ["(a).b", "index"],
  ["('a').b", "index"],
  ["f(a).b", "index"],
])("%s is read as %s", (text, kind) => {
  expect(parseExpression(text).kind).toBe(kind);
});

test("fifty levels are read, one more is not", () => {
  const deep = (levels: number) => `${"a[".repeat(levels - 1)}a${"]".repeat(levels - 1)}`;
  expect(parseExpression(deep(50)).kind).toBe("index");
  expect(() => parseExpression(deep(51))).toThrow("deeper than 50 levels");
  expect(() => parseExpression(`a${".b".repeat(50)}`)).toThrow("deeper than 50 levels");
  expect(parseExpression(Array(3000).fill("a").join("||")).kind).toBe("logical");
});

test("results that grow with every call are not computed", () => {
  let text = "'0123456789'";
  for (let level = 0; level < 40; level += 1) text = `format('{0}{0}{0}{0}', ${text})`;
  expect(value(text)).toBeUndefined();
});

test.each([
  ["github.event.issue.title", ["github.event.issue.title"]],
  ["GitHub['Event'].issue['title']", ["github.event.issue.title"]],
  ["github.event.commits[0].message", ["github.event.commits.0.message"]],
  ["github.event.commits.*.message", ["github.event.commits.*.message"]],
  ["github.event[matrix.key]", ["github.event.*"]],
  ["a.x || b.y", ["a.x", "b.y"]],
  ["a.x && b.y && c.z", ["c.z"]],
  ["a.x == 'x' && 'a' || 'b'", []],
  ["a.x && 'a' || b.y", ["b.y"]],
  ["'x' || a.x", []],
  ["'' || a.x", ["a.x"]],
  ["false && a.x", []],
  ["(a.x || b.y).c", ["a.x.c", "b.y.c"]],
  ["toJSON(github.event)", ["github.event"]],
  ["fromJSON(a.x).y", ["a.x"]],
  ["format('{0} {1}', a.x, b.y)", ["a.x", "b.y"]],
  ["join(a.*.x, b.y)", ["a.*.x", "b.y"]],
  ["case(a.x, b.y, c.z, d.w, e.v)", ["b.y", "d.w", "e.v"]],
  ["!a.x", []],
  ["contains(a.x, 'b')", []],
  ["hashFiles(a.x)", []],
  ["success()", []],
])("what reaches the result of %s", (text, expected) => {
  expect(paths(text)).toEqual(expected);
});

test("a branch that another event takes carries nothing", () => {
  const expression = parseExpression("github.event_name == 'push' && github.ref || a.x");
  const under = (event: string) =>
    flowsFrom(expression, (path) => (path.join(".") === "github.event_name" ? event : undefined));
  expect(under("issues").map(({ path }) => path.join("."))).toEqual(["a.x"]);
  expect(under("push").map(({ path }) => path.join("."))).toEqual(["github.ref", "a.x"]);
});

test("templates end at the first braces outside quotes", () => {
  const text =
    "echo ${{ a.b }} ${{ '}} ${{' }} ${{\n c }} ${{ format('{0}', a)}} ${{ \"x\" }} ${{ open";
  expect(
    templatesIn(text).map(({ start, end, problem }) => [text.slice(start, end), problem]),
  ).toEqual([
    ["${{ a.b }}", undefined],
    ["${{ '}} ${{' }}", undefined],
    ["${{\n c }}", undefined],
    ["${{ format('{0}', a)}}", undefined],
    ['${{ "x" }}', 'unexpected "\\"x\\""'],
    ["${{ open", "the template is not closed"],
  ]);
  expect(templatesIn("a ${{ b }}")[0]?.expression).toEqual({
    kind: "context",
    name: "b",
    start: 6,
    end: 7,
  });
});

test.each([
  ["github.event_name == 'push'", "comparison", true, false],
  ["${{ github.actor == 'x' }}", "comparison", true, false],
  ["a\n  && always()\n", "logical", false, false],
  ["${{ a }} && b", undefined, true, true],
  ["${{ a }}\n", undefined, true, true],
  [" ${{ a }}", undefined, true, true],
  ["${{ a }}${{ b }}", undefined, true, true],
  ["", undefined, true, false],
  ["false", "literal", true, false],
  ["a b", undefined, true, false],
])("the condition %j", (text, kind, impliesSuccess, alwaysTrue) => {
  const condition = conditionOf(text);
  expect([condition.expression?.kind, condition.impliesSuccess, condition.alwaysTrue]).toEqual([
    kind,
    impliesSuccess,
    alwaysTrue,
  ]);
});
