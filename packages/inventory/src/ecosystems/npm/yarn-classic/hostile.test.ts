import { describe, expect, test } from "vitest";
import { expectNothingSilent } from "../../../assemble/test/mutations.ts";
import { inventoryOf, lockOf, sri } from "../test/lockfiles.ts";

const LOCK = `# yarn lockfile v1


"@s/a@^1.0.0", "a@npm:@s/a@1":
  version "1.2.0"
  resolved "https://registry.yarnpkg.com/@s/a/-/a-1.2.0.tgz#65101baf3727d728b66fa62f50cda7f2d3989601"
  integrity ${sri(1)}
  dependencies:
    b ">= 1"
  optionalDependencies:
    c "^3"

"b@>= 1":
  version "1.0.0"
  resolved "https://registry.yarnpkg.com/b/-/b-1.0.0.tgz#65101baf3727d728b66fa62f50cda7f2d3989601"
  integrity ${sri(2)}

c@^3:
  version "3.0.1"
  resolved "https://registry.yarnpkg.com/c/-/c-3.0.1.tgz#65101baf3727d728b66fa62f50cda7f2d3989601"
  integrity ${sri(3)}
  dependencies:
    b ">= 1"

d@1:
  version "1.0.0"
  resolved "https://registry.yarnpkg.com/d/-/d-1.0.0.tgz#65101baf3727d728b66fa62f50cda7f2d3989601"
  integrity ${sri(4)}
`;
const FILES = {
  "yarn.lock": LOCK,
  "package.json": { name: "app", dependencies: { "@s/a": "^1.0.0" }, devDependencies: { d: "1" } },
};

test("nothing that is done to it passes unreported", async () => {
  await expectNothingSilent("yarn.lock", FILES, 1500);
});

test("cut at any place, it never loses a package or an edge unreported", async () => {
  const whole = await lockOf(FILES);
  for (let at = 0; at < LOCK.length; at++) {
    const { graphs, skipped } = await inventoryOf({ ...FILES, "yarn.lock": LOCK.slice(0, at) });
    const [graph] = graphs;
    const isLess =
      (graph?.components.length ?? 0) < whole.graph.components.length ||
      (graph?.edges.length ?? 0) < whole.graph.edges.length;
    if (isLess)
      expect(skipped.length + (graph?.gaps.length ?? 0), `cut at ${at}`).toBeGreaterThan(0);
  }
});

describe("what is odd in it is a gap", () => {
  test.each([
    ["c@^3:\n", "c@^3\n", "entry yarn.lock: the line is no entry"],
    ["c@^3:\n", "<<<<<<< ours\nc@^3:\n", "entry yarn.lock: the line is no entry"],
    ['  version "3.0.1"\n', "", "entry c@^3: the entry has no version"],
    [
      '  version "3.0.1"\n',
      '  version "3.0.1"\n  version "3.0.2"\n',
      "entry c@^3: `version` stands there twice",
    ],
    ['  version "3.0.1"\n', '  version "3.0.1\n', "entry c@^3: the line is no field"],
    ['    b ">= 1"\n\nd', '     b ">= 1"\n\nd', "entry c@^3: the line is no field"],
    [
      '  dependencies:\n    b ">= 1"\n\nd',
      '  other:\n    b ">= 1"\n\nd',
      "entry c@^3: `other:` is not known",
    ],
    ['    c "^3"\n', '    c "^4"\n', "entry @s/a@^1.0.0: its dependency c is not in the lockfile"],
    [
      `integrity ${sri(3)}`,
      "integrity sha512-AAAA",
      "entry c@^3: a part of `integrity` is no known hash",
    ],
    ["d@1:\n", "c@^3:\n", "entry c@^3: c@^3 stands in the lockfile more than once"],
    ["d@1:\n", '"../../d@1":\n', "entry ../../d@1: its name is no package name"],
  ])("%j for %j", async (before, after, gap) => {
    expect(LOCK).toContain(before);
    const { gaps } = await lockOf({ ...FILES, "yarn.lock": LOCK.replace(before, () => after) });
    expect(gaps).toContain(gap);
  });
});

test.each([
  ["CRLF", LOCK.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${LOCK}`],
  ["quotes that need not be", LOCK.replaceAll(/^(\w\S*):$/gm, '"$1":')],
])("%s changes nothing", async (_, text) => {
  const whole = await lockOf(FILES);
  const other = await lockOf({ ...FILES, "yarn.lock": text });
  expect(other.edges).toEqual(whole.edges);
  expect(other.gaps).toEqual([]);
});

test("names that are special to objects are ordinary names", async () => {
  const names = ["__proto__", "constructor", "hasOwnProperty"];
  const text = names
    .map(
      (name) =>
        `${name}@1:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/${name}/-/${name}-1.0.0.tgz"\n  integrity ${sri(1)}\n`,
    )
    .join("\n");
  const manifest = `{"dependencies": {${names.map((name) => `"${name}": "1"`).join(",")}}}`;
  const { edges, gaps } = await lockOf({ "yarn.lock": text, "package.json": manifest });
  expect(edges).toHaveLength(3);
  expect(gaps).toEqual([]);
});

test("long lines and many selectors are read in proportion to their length", async () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `a@${index}`).join(", ");
  const { graph } = await lockOf({
    "yarn.lock": `${many}:\n  version "1.0.0"\n  integrity ${"x".repeat(2_000_000)}\n  resolved "${"\\\\".repeat(500_000)}"\n`,
    "package.json": { dependencies: { a: "7" } },
  });
  expect(graph.edges).toHaveLength(1);
});
