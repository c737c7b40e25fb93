import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseToml, tablesOf } from "./toml.ts";
import { parseTableList } from "./toml-list.ts";

const read = (text: string) =>
  parseTableList("x", text, "p", ({ table, line }) => ({ ...table, line }));

test("each table has the line of its header, whatever stands around it", () => {
  const text =
    'v = 1\n\n[[p]]\na = """\n[[p]]\n"""\n[p.b]\nc = 1\n  [[p]] # second\na = "# x"\n[m]\nd = 1\n';
  expect(read(text)).toEqual({
    rest: { v: 1, m: { d: 1 } },
    taken: [
      { line: 3, a: "[[p]]\n", b: { c: 1 } },
      { line: 9, a: "# x" },
    ],
  });
});

test.each([
  ["p = [{ a = 1 }, { a = 2 }]", [{ a: 1 }, { a: 2 }]],
  ["v = 1", []],
  ["p = 1", []],
])("%s has no headers", (text, taken) => {
  expect(read(text).taken).toEqual(taken);
});

test.each([
  ["[[p]]\na = 1\n[[p]]\na =\n", "line 4: "],
  ["[[p]]\na = 1\n[m]\n[[p]]\n[m]\n", "line 5: "],
  ["p = 1\n[[p]]\n", "line 2: "],
  ['[[p]]\na = "\n', "line 2: "],
])("%j is no TOML, and the line is that of the whole", (text, line) => {
  expect(() => read(text)).toThrow(line);
});

const part = fc.constantFrom(
  "[[p]]\n",
  "[p.q]\n",
  "[[p.r]]\n",
  "[m]\n",
  'a = """\n[[p]]\n"""\n',
  "b = '''x'''\n",
  "c = [\n1,\n]\n",
  "d = { e = 1 }\n",
  "# [[p]]\n",
  "[[p]] # x\n",
  " [[p]]\n",
  "e = 'x\n",
);

test("in parts it is what it is as a whole", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join("");
      let whole: ReturnType<typeof parseToml> | undefined;
      try {
        whole = parseToml("x", text);
      } catch {
        expect(() => read(text)).toThrow("is no TOML");
        return;
      }
      const { rest, taken } = parseTableList("x", text, "p", ({ table }) => table);
      const { p, ...others } = whole;
      expect(taken).toEqual(tablesOf(p));
      const { p: _, ...beside } = rest;
      expect(beside).toEqual(others);
    }),
    fuzzRuns(2000),
  );
});
