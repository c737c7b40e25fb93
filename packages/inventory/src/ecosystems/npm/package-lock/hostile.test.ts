import { describe, expect, test } from "vitest";
import { memorySource, readInventory } from "../../../index.ts";

async function inventoryOf(text: string | Uint8Array) {
  return readInventory(memorySource({ "package-lock.json": text }));
}

async function gapsOf(text: string) {
  const { graphs } = await inventoryOf(text);
  return graphs[0]?.gaps.map(({ item, reason }) => `${item}: ${reason}`);
}

const lock = (packages: string) => `{"lockfileVersion": 3, "packages": {"": {}, ${packages}}}`;
const SMALL = JSON.stringify({ lockfileVersion: 3, packages: { "": { name: "a" } } }, null, 2);

describe("broken files are skipped with a reason, never passed over", () => {
  test.each([
    ["cut off", SMALL.slice(0, -5), "is no JSON"],
    ["a list", "[]", "is no JSON object"],
    ["empty", "", "is no JSON"],
    ["a newer version", '{"lockfileVersion": 9, "packages": {}}', "lockfileVersion 9"],
    ["a version of another type", '{"lockfileVersion": {"x": 1}}', "lockfileVersion {"],
    ["no packages", '{"lockfileVersion": 3}', "has no `packages`"],
    ["a list of packages", '{"lockfileVersion": 3, "packages": []}', "has no `packages`"],
    ["dependencies of no object", '{"lockfileVersion": 1, "dependencies": []}', "are no object"],
    [
      "a merge conflict",
      `${"<".repeat(7)} ours\n{}\n=======\n{}\n${">".repeat(7)} theirs\n`,
      "merge conflict",
    ],
    ["Latin-1", new Uint8Array([0x7b, 0xe9, 0x7d]), "is not UTF-8"],
  ])("%s", async (_, text, reason) => {
    const { graphs, skipped } = await inventoryOf(text);
    expect(graphs).toEqual([]);
    expect(skipped).toMatchObject([{ item: "package-lock.json", kind: "unreadable" }]);
    expect(skipped[0]?.reason).toContain(reason);
  });

  test("too large", async () => {
    const source = memorySource({ "package-lock.json": new Uint8Array(100 * 1024 * 1024 + 1) });
    const { skipped } = await readInventory(source);
    expect(skipped[0]).toMatchObject({ kind: "unreadable" });
    expect(skipped[0]?.reason).toContain("at most 104857600");
  });

  test("one broken lockfile does not hide the others", async () => {
    const source = memorySource({ "a/package-lock.json": "{", "b/package-lock.json": SMALL });
    const { graphs, skipped } = await readInventory(source);
    expect(graphs.map(({ path }) => path)).toEqual(["b/package-lock.json"]);
    expect(skipped.map(({ item }) => item)).toEqual(["a/package-lock.json"]);
  });
});

describe("odd encodings are read", () => {
  test.each([
    ["a byte order mark", new TextEncoder().encode(`\uFEFF${SMALL}`)],
    ["CRLF", new TextEncoder().encode(SMALL.replaceAll("\n", "\r\n"))],
    ["UTF-16 with a mark", new Uint8Array(Buffer.from(`\uFEFF${SMALL}`, "utf16le"))],
  ])("%s", async (_, bytes) => {
    const { graphs } = await inventoryOf(bytes);
    expect(graphs[0]?.components[0]).toMatchObject({ name: "a", location: { startLine: 4 } });
  });
});

describe("entries that can't be are gaps", () => {
  test.each([
    ['"/etc/node_modules/a": {"version": "1.0.0"}', "the path is absolute"],
    ['"C:/node_modules/a": {"version": "1.0.0"}', "the path is absolute"],
    ['"node_modules/../../a": {"version": "1.0.0"}', "the path is not in its shortest form"],
    ['"node_modules//a": {"version": "1.0.0"}', "the path is not in its shortest form"],
    [
      '"node_modules\\\\a": {"version": "1.0.0"}',
      "the path holds characters that npm never writes",
    ],
    ['"node_modules/a\\u0000": {}', "the path holds characters that npm never writes"],
    [`"node_modules/${"a/".repeat(3000)}b": {}`, "the path is longer than 4096 characters"],
    ['"node_modules/a": 1', "the entry is no object"],
    ['"node_modules/a": {}', "the entry has no version"],
    ['"node_modules/a": {"version": 1}', "`version` is no text"],
    ['"node_modules/a": {"version": "1.0.0", "dependencies": []}', "`dependencies` is no object"],
    [
      '"node_modules/a": {"version": "1.0.0", "integrity": "sha512-AAAA"}',
      "a part of `integrity` is no known hash",
    ],
    ['"node_modules/a": {"version": "1.0.0", "resolved": "::"}', "`resolved` is no URL"],
    ['"node_modules/a": {"version": "1.0.0", "name": "../../x"}', "`name` is no package name"],
    [
      '"node_modules/a": {"version": "1.0.0", "license": [[[[[[]]]]]]}',
      "`license` is nested too deeply",
    ],
    ['"node_modules/a": {"link": true, "resolved": "../../etc"}', "the link leads to no entry"],
    ['"../../out": {"version": "1.0.0"}', "the folder lies outside the repository"],
  ])("%s", async (packages, reason) => {
    const gaps = await gapsOf(lock(packages));
    expect(gaps?.some((gap) => gap.endsWith(`: ${reason}`))).toBe(true);
  });

  test("an entry that stands there twice", async () => {
    const text = lock(
      '"node_modules/a": {"version": "1.0.0"},\n"node_modules/a": {"version": "2.0.0"}',
    );
    const { graphs } = await inventoryOf(text);
    expect(graphs[0]?.gaps.find(({ reason }) => reason.includes("more than once"))).toMatchObject({
      item: "node_modules/a",
      location: { startLine: 2 },
    });
    expect(await gapsOf(text)).toContain(
      "node_modules/a: the entry stands in the lockfile more than once; the last one was read",
    );
  });

  test("`packages` that stands there twice", async () => {
    const text = '{"lockfileVersion": 3, "packages": {"": {}}, "packages": {"": {"name": "b"}}}';
    expect(await gapsOf(text)).toEqual([
      "package-lock.json: the entry stands in the lockfile more than once; the last one was read",
    ]);
  });

  test("packages without the project's own entry", async () => {
    expect(
      await gapsOf(
        '{"lockfileVersion": 3, "packages": {"node_modules/a": {"version": "1.0.0", "link": true}}}',
      ),
    ).toContain("package-lock.json: the lockfile has no entry for the project itself");
  });
});

test("names that are special to objects are ordinary names", async () => {
  const names = ["__proto__", "constructor", "hasOwnProperty"];
  const entries = names.map((name) => `"node_modules/${name}": {"version": "1.0.0"}`).join(",");
  const asked = names.map((name) => `"${name}": "1"`).join(",");
  const text = `{"lockfileVersion": 3, "__proto__": {"x": 1}, "packages": {"": {"dependencies": {${asked}}}, ${entries}}}`;
  const { graphs } = await inventoryOf(text);
  expect(graphs[0]?.gaps.map(({ kind }) => kind)).toEqual(["no-integrity"]);
  expect(graphs[0]?.edges).toHaveLength(3);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

test("deep nesting does not overflow the stack", async () => {
  const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
  const packages = lock(
    `"node_modules/a": {"version": "1.0.0", "license": ${deep}, "funding": ${deep}}`,
  );
  expect(await gapsOf(packages)).toContain("node_modules/a: `license` is nested too deeply");
  const nested = `${'{"dependencies":{"a":'.repeat(50_000)}{}${"}}".repeat(50_000)}`;
  const { graphs } = await inventoryOf(nested.replace("{", '{"lockfileVersion": 1,'));
  expect(graphs[0]?.gaps.some(({ reason }) => reason === "it is nested too deeply")).toBe(true);
});

test("no path of this machine's gets into the graph", async () => {
  const { graphs } = await inventoryOf(
    lock('"node_modules/a": {"version": "1.0.0", "resolved": "file:/home/somebody/a.tgz"}'),
  );
  expect(JSON.stringify(graphs)).not.toContain("somebody");
});
