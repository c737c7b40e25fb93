import { describe, expect, test } from "vitest";
import { gapsOf, graphOf } from "../../assemble/test/graphs.ts";
import { lockOf, PROJECT, sri } from "./test/sample.ts";

const LOCK = lockOf({
  version: "5",
  specifiers: { "npm:a@1": "1.2.0", "npm:b@2": "2.0.0" },
  npm: { "a@1.2.0": { integrity: sri(1) }, "b@2.0.0": { integrity: sri(2) } },
  workspace: { dependencies: ["npm:a@1"], packageJson: { dependencies: ["npm:b@2"] } },
});
const MANIFESTS = {
  "deno.json": '{"imports": {"a": "npm:a@^1.0.0"}}',
  "package.json": '{"devDependencies": {"b": "2"}}',
};

test("what asks for the same is not stale", async () => {
  expect(gapsOf(await graphOf({ "deno.lock": LOCK, ...MANIFESTS }))).toEqual([]);
  expect(gapsOf(await graphOf({ "deno.lock": LOCK }))).toEqual([]);
});

describe("a manifest asks for other packages", () => {
  test.each([
    ["deno.json", '{"imports": {"a": "npm:a@2"}}', "npm:a is locked for 1"],
    ["deno.json", '{"imports": {"a": "npm:a", "c": "jsr:@c/c@1"}}', "jsr:@c/c is not locked"],
    ["deno.json", "{}", "npm:a is no longer asked for"],
    ["package.json", '{"dependencies": {"b": "^3"}}', "npm:b is locked for 2"],
    [
      "package.json",
      '{"dependencies": {"b": "jsr:@b/b@2"}}',
      "jsr:@b/b is not locked, npm:b is no longer asked for",
    ],
  ])("%s: %s", async (path, text, difference) => {
    const graph = await graphOf({ "deno.lock": LOCK, ...MANIFESTS, [path]: text });
    expect(gapsOf(graph)).toEqual([`stale ${path}: it asks for other packages: ${difference}`]);
  });
});

test("what the workspace asks for and nobody has looked up is not locked", async () => {
  const lock = LOCK.replace('"npm:a@1": "1.2.0",', "");
  expect(gapsOf(await graphOf({ "deno.lock": lock, ...MANIFESTS }))).toEqual([
    "stale deno.json: it asks for other packages: npm:a@1 is not locked",
    "orphan a@1.2.0: no dependency in the lockfile leads to it",
  ]);
});

test("nobody can say where a manifest or an import map can't be read, or lies on a server", async () => {
  const gaps = async (text: string) =>
    gapsOf(await graphOf({ "deno.lock": LOCK, ...MANIFESTS, "deno.json": text }));
  expect(await gaps("{")).toEqual([
    "entry deno.lock: nobody can say whether it fits deno.json: deno.json is no JSON",
  ]);
  expect(await gaps('{"importMap": "https://example.test/map.json"}')).toEqual([]);
});

test("before it knew of workspaces, Deno locked what code asked for", async () => {
  const lock = lockOf({
    version: "2",
    npm: { specifiers: { "a@1": "a@1.2.0" }, packages: { "a@1.2.0": { integrity: sri(1) } } },
  });
  const manifest = '{"imports": {"a": "npm:a@^1", "b": "npm:b@1"}}';
  expect(gapsOf(await graphOf({ "deno.lock": lock, "deno.json": manifest }))).toEqual([
    "stale deno.json: it asks for other packages: npm:b is not locked",
  ]);
});

test("a member that the lockfile has nothing of is compared too", async () => {
  const files = { ...PROJECT, "empty/deno.json": '{"imports": {"z": "npm:z@1"}}' };
  expect(gapsOf(await graphOf(files))).toEqual([
    "stale empty/deno.json: it asks for other packages: npm:z is not locked",
  ]);
});
