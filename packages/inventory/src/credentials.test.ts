import { describe, expect, test } from "vitest";
import { withoutCredentials } from "./credentials.ts";
import { readInventory } from "./inventory.ts";
import { memorySource } from "./source.ts";

const TOKEN = "t0psecret";
const URL_WITH_TOKEN = `https://user:${TOKEN}@git.example.com/o/r.git`;
const json = (value: unknown) => JSON.stringify(value);

describe("a URL is shown without user and query", () => {
  test.each([
    ["git+https://u:p@h.io/a?token=x#1", "git+https://h.io/a#1"],
    ["https://u:p@ss@h.io/a", "https://h.io/a"],
    ["x for https://u@h.io/a, y for https://v:w@h.io", "x for https://h.io/a, y for https://h.io"],
    ["git+ssh://git@h.io/a@1.0.0", "git+ssh://git@h.io/a@1.0.0"],
    ["https://h.io/a@1.0.0", "https://h.io/a@1.0.0"],
    ["^1.0.0 || ? a@b", "^1.0.0 || ? a@b"],
    ["sub/https:/u:p@h.io/a", "sub/https:/h.io/a"],
    ["https:u:p@h.io/a", "https:h.io/a"],
    ["npm:a@1.0.0 and git@h.io:o/r@1", "npm:a@1.0.0 and git@h.io:o/r@1"],
  ])("%s", (text, expected) => {
    expect(withoutCredentials(text)).toBe(expected);
  });
});

describe("no token of a lockfile or manifest is in the inventory", () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    [
      "package-lock.json",
      {
        "package.json": json({ name: "a", dependencies: { x: "^9.0.0" } }),
        "package-lock.json": json({
          lockfileVersion: 3,
          packages: {
            "": { name: "a", dependencies: { x: URL_WITH_TOKEN } },
            "node_modules/x": { version: URL_WITH_TOKEN, license: URL_WITH_TOKEN },
          },
        }),
      },
    ],
    [
      "Gemfile.lock",
      {
        "Gemfile.lock": `PATH\n  remote: ${URL_WITH_TOKEN}\n  specs:\n    a (1.0)\n\nDEPENDENCIES\n  a!\n`,
      },
    ],
    [
      "build.sbt.lock",
      {
        "build.sbt.lock": json({
          lockVersion: 1,
          configurations: ["compile"],
          dependencies: [{ org: URL_WITH_TOKEN, name: "a", version: "1", configurations: [] }],
        }),
      },
    ],
    ["requirements.txt", { "requirements.txt": `a==1\n-r sub/https:u:${TOKEN}@h.io/x\n` }],
    [
      "uv.lock",
      {
        "uv.lock": `version = 1\n[[package]]\nname = "x"\nversion = "${URL_WITH_TOKEN}"\nsource = "${URL_WITH_TOKEN}"\n`,
      },
    ],
    [
      "composer.lock",
      {
        "composer.lock": json({
          packages: [
            {
              name: "x/x",
              version: URL_WITH_TOKEN,
              source: { type: "git", url: URL_WITH_TOKEN, reference: URL_WITH_TOKEN },
            },
          ],
        }),
      },
    ],
    [
      "packages.lock.json",
      {
        "packages.lock.json": json({
          version: 1,
          dependencies: { "net8.0": { X: { type: "Direct", resolved: URL_WITH_TOKEN } } },
        }),
      },
    ],
  ])("%s", async (path, files) => {
    const inventory = await readInventory(memorySource(files));
    expect(inventory.graphs.map((graph) => graph.path)).toEqual([path]);
    expect(inventory.graphs.flatMap(({ components }) => components).length).toBeGreaterThan(0);
    expect(json(inventory)).not.toContain(TOKEN);
  });
});

test("packages that differ in their credentials alone stay two, and edges lead to them", async () => {
  const entry = (user: string) => ({
    name: "x/x",
    version: `https://${user}:${TOKEN}@h.io`,
    require: { "y/y": "*" },
  });
  const inventory = await readInventory(
    memorySource({
      "composer.lock": json({
        packages: [entry("a"), entry("b"), { name: "y/y", version: "1.0.0" }],
      }),
    }),
  );
  const [graph] = inventory.graphs;
  const ids = graph?.components.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  for (const { from, to } of graph?.edges ?? [])
    expect(ids).toEqual(expect.arrayContaining([from, to]));
  expect(json(inventory)).not.toContain(TOKEN);
});
