import { expect, test } from "vitest";
import { hiddenFromMypy, inlineFindings } from "./inline.ts";

const found = async (text: string) => {
  const sources = { text: async () => text, line: async () => "" };
  return (await inlineFindings(["a.py"], sources, "no base")).map(({ finding }) => [
    finding.location?.startLine,
    finding.message,
  ]);
};
const says = (name: string) => `\`# mypy: ${name}\` makes mypy less strict for this file`;

test.each([
  ["# mypy: ignore-errors\n", [[1, says("ignore_errors")]]],
  [
    "import a\n\n# mypy: disallow-untyped-defs=False, strict\n",
    [[3, says("disallow_untyped_defs")]],
  ],
  [
    '# mypy: disable-error-code="misc", allow-untyped-calls\n',
    [
      [1, says("disable_error_code")],
      [1, says("allow_untyped_calls")],
    ],
  ],
])("%j takes strictness back", async (text, expected) => {
  expect(await found(text)).toEqual(expected);
});

test.each([
  "# mypy: disallow-untyped-defs\n",
  "# mypy: strict\n",
  "x = 1  # mypy: ignore-errors\n",
  "# mypy is strict here: ignore-errors\n",
])("%j does not", async (text) => {
  expect(await found(text)).toEqual([]);
});

test("a comment that a change adds is new, another one is not", async () => {
  const sources = { text: async () => "# mypy: ignore-errors\n", line: async () => "" };
  const at = (touched: boolean) =>
    inlineFindings(["a.py"], sources, {
      base: {} as never,
      touchesFile: () => true,
      touchesLines: () => touched,
    });
  expect((await at(true))[0]?.finding).toMatchObject({ severity: "medium", change: "new" });
  expect((await at(false))[0]?.finding).toMatchObject({ severity: "low", change: "existing" });
});

test("what mypy passes over is named", () => {
  expect(hiddenFromMypy([".hid/c.py", "a.py", "b.py", "b.pyi"])).toEqual([
    { item: ".hid/c.py", reason: "mypy looks into no folder whose name begins with a dot" },
    { item: "b.py", reason: "mypy reads the `.pyi` beside it in its place" },
  ]);
});
