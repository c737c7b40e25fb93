import { expect, test } from "vitest";
import { readHcl } from "./hcl.ts";

const attributes = (text: string) => Object.fromEntries(readHcl("a.tf", text).attributes);

test("texts, lists and objects are read, expressions are passed over", () => {
  expect(
    attributes(`a = "x\\n\\"\\u0041 $\${y} %" # c
b = ["1", f("2", [3]), "4",
  "5"]
c = { "k" = "v", l : "w"
  m = a ? "1" : "2"
  n = <<-END
    }"\${
  END
}
d = "a\${b ? "}" : "{"}c"
e = [for x in y : "z" if x != "]"]
f = { for k, v in m : k => v... }
g = a == "}" ? {
  x = 1
} : "b"
h = "1" == "2"
i = { (var.x) = "1" }
j = []
`),
  ).toEqual({
    a: 'x\n"A ${y} %',
    b: ["1", undefined, "4", "5"],
    c: new Map([
      ["k", "v"],
      ["l", "w"],
      ["m", undefined],
      ["n", undefined],
    ]),
    d: undefined,
    e: undefined,
    f: undefined,
    g: undefined,
    h: undefined,
    i: undefined,
    j: [],
  });
});

test("blocks have labels and lines", () => {
  const { blocks } = readHcl("a.tf", '/* a\n b */ x "y" z {\n  w { v = "1" }\n}\n');
  expect(blocks).toMatchObject([
    {
      type: "x",
      labels: ["y", "z"],
      line: 2,
      body: { blocks: [{ type: "w", line: 3, body: { attributes: new Map([["v", "1"]]) } }] },
    },
  ]);
});

test.each([
  ["a = [", "line 1 on: ] is missing"],
  ["a {\n", "line 2 on: } is missing"],
  ['a = "b\n"', 'line 1 on: a text has no closing "'],
  ["a = 1\na = 2\n", "line 2 on: a stands twice in one block"],
  ["a = (1]\n", "line 1 on: ] closes nothing"],
  ["a = <<E\nb\n", "line 3 on: no line ends the text E"],
  ["/* a", "line 1 on: a comment has no end"],
  ["1 = 2", "line 1 on: no name stands here"],
  ["a b c", "line 1 on: a block has no {"],
  ["}", "line 1 on: no name stands here"],
  ["a = [".repeat(100), "line 1 on: ] is missing"],
  [`a = ${"[".repeat(100)}`, "line 1 on: it is nested too deeply"],
  [`a = ${'"${'.repeat(100)}`, "line 1 on: it is nested too deeply"],
  ["a {".repeat(100), "line 1 on: it is nested too deeply"],
])("%s is refused", (text, reason) => {
  expect(() => readHcl("a.tf", text)).toThrow(`a.tf can't be understood from ${reason}`);
});

test("long files take time in proportion", () => {
  const line = `a${"(".repeat(200_000)}`;
  expect(() => readHcl("a.tf", `a = ${line}`)).toThrow(") is missing");
  expect(readHcl("a.tf", `a = "${"x$".repeat(500_000)}"\n`).attributes.get("a")).toHaveLength(
    1_000_000,
  );
  expect(readHcl("a.tf", "x {}\n".repeat(50_000)).blocks).toHaveLength(50_000);
});
