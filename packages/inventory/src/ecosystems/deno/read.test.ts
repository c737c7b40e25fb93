import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { memorySource, readInventory } from "../../index.ts";
import { HEX, lockOf, PROJECT, sri } from "./test/sample.ts";

test("aliases, two versions, peers, platforms, JSR, members and code are edges of their own", async () => {
  const graph = await graphOf(PROJECT);
  expect(edgesOf(graph)).toEqual([
    ". > chalk@5.6.2 runtime",
    ". > jsr:@std/path@1.1.0 runtime",
    ". > left-pad@1.3.0 runtime",
    "jsr:@std/path@1.1.0 > chalk@5.6.2 runtime",
    "jsr:@std/path@1.1.0 > jsr:@std/internal@1.0.5 runtime",
    "pkg > tool runtime",
    "pkg > w@8.0.2 runtime",
    "tool > s@4.2.3 development [as old]",
    "tool > s@5.1.2 runtime",
    "w@8.0.2 > @o/os@1.0.0 optional {os=darwin & (cpu=arm64 | cpu=x64)}",
    "w@8.0.2 > e@0.2.0_s@5.1.2 runtime",
    "w@8.0.2 > s@4.2.3 runtime [as s-cjs]",
    "w@8.0.2 > s@5.1.2 runtime",
  ]);
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.covers).toEqual([
    "deno.jsonc",
    "empty/package.json",
    "pkg/deno.json",
    "tool/package.json",
  ]);
  expect(graph.roots).toEqual([
    "deno.lock#.",
    "deno.lock#pkg",
    "deno.lock#tool",
    "deno.lock#empty",
  ]);
  expect(fieldOf(graph, "scope")).toMatchObject({
    "s@4.2.3": "runtime",
    "@o/os@1.0.0": "optional",
  });
  expect(fieldOf(graph, "direct")).toMatchObject({
    "s@5.1.2": true,
    "e@0.2.0_s@5.1.2": false,
    "jsr:@std/internal@1.0.5": false,
    "left-pad@1.3.0": true,
  });
  expect(graph.edges.find(({ to }) => to.endsWith("#left-pad@1.3.0"))?.requirement).toBe("1");
});

test("packages of npm are npm's, those of JSR are generic, members are the project's own", async () => {
  const graph = await graphOf(PROJECT);
  const byId = new Map(graph.components.map((each) => [each.id, each]));
  expect(byId.get("deno.lock#e@0.2.0_s@5.1.2")).toEqual({
    id: "deno.lock#e@0.2.0_s@5.1.2",
    name: "e",
    version: "0.2.0",
    kind: "library",
    ecosystem: "npm",
    purl: "pkg:npm/e@0.2.0",
    firstParty: false,
    scope: "runtime",
    direct: false,
    artifacts: [{ hashes: [{ algorithm: "SHA-512", value: "03".repeat(64) }] }],
    location: { path: "deno.lock", startLine: lineOf('"e@0.2.0_s@5.1.2"') },
    installPath: "node_modules/.deno/e@0.2.0/node_modules/e",
    aliases: [],
    flags: ["deprecated", "hasInstallScript"],
  });
  expect(byId.get("deno.lock#jsr:@std/path@1.1.0")).toMatchObject({
    name: "@std/path",
    ecosystem: "deno",
    purl: "pkg:generic/%40std/path@1.1.0?repository_url=https:%2F%2Fjsr.io",
    artifacts: [],
  });
  expect(fieldOf(graph, "purl")).toMatchObject({
    pkg: "pkg:generic/%40acme/pkg@1.0.0#pkg",
    tool: "pkg:generic/tool@2.0.0#tool",
    "left-pad@1.3.0": "pkg:npm/left-pad@1.3.0?repository_url=https:%2F%2Fnpm.example",
  });
  expect(byId.get("deno.lock#left-pad@1.3.0")?.artifacts[0]?.url).toBe(
    "https://npm.example/left-pad/-/left-pad-1.3.0.tgz",
  );
});

test("files of servers are a graph of their own, without credentials", async () => {
  const url = "https://user:secret@deno.land/std@0.1.0/path/mod.ts?token=x";
  const text = lockOf({ version: "5", redirects: { a: "b" }, remote: { [url]: HEX } });
  const { graphs } = await readInventory(
    memorySource({ "deno.lock": text, "deno.json": '{"imports": {"a": "https://deno.land/x"}}' }),
  );
  expect(graphs).toHaveLength(1);
  expect(graphs[0]).toMatchObject({ edgeCompleteness: "unknown", covers: ["deno.json"], gaps: [] });
  expect(graphs[0]?.components).toEqual([
    {
      id: "deno.lock#https://deno.land/std@0.1.0/path/mod.ts",
      name: "https://deno.land/std@0.1.0/path/mod.ts",
      kind: "file",
      ecosystem: "deno",
      purl: `pkg:generic/mod.ts?checksum=sha256:${HEX}&download_url=https:%2F%2Fdeno.land%2Fstd%400.1.0%2Fpath%2Fmod.ts`,
      firstParty: false,
      scope: "runtime",
      artifacts: [
        {
          hashes: [{ algorithm: "SHA-256", value: HEX }],
          url: "https://deno.land/std@0.1.0/path/mod.ts",
        },
      ],
      location: { path: "deno.lock", startLine: 7 },
      aliases: [],
      flags: [],
    },
  ]);
});

const NPM_3 = {
  "w@8.0.2": { integrity: sri(1), dependencies: { s: "s@5.1.2", old: "s@4.2.3" } },
  "s@5.1.2": { integrity: sri(2), dependencies: {} },
  "s@4.2.3": { integrity: sri(3), dependencies: {} },
};
const EDGES_3 = ["w@8.0.2 > s@4.2.3 runtime [as old]", "w@8.0.2 > s@5.1.2 runtime"];

test("older versions say the same", async () => {
  const second = await graphOf({
    "deno.lock": lockOf({
      version: "2",
      remote: {},
      npm: { specifiers: { "w@8": "w@8.0.2" }, packages: NPM_3 },
    }),
  });
  expect(edgesOf(second)).toEqual([". > w@8.0.2 runtime", ...EDGES_3]);
  const third = await graphOf({
    "deno.lock": lockOf({
      version: "3",
      packages: {
        specifiers: {
          "npm:w@8": "npm:w@8.0.2",
          "jsr:@a/b@^1": "jsr:@a/b@1.0.0",
          "npm:s@4": "npm:s@4.2.3",
        },
        jsr: { "@a/b@1.0.0": { integrity: HEX, dependencies: ["npm:s@4"] } },
        npm: NPM_3,
      },
      remote: {},
      workspace: { dependencies: ["jsr:@a/b@^1"] },
    }),
  });
  expect(edgesOf(third)).toEqual([
    ". > jsr:@a/b@1.0.0 runtime",
    ". > w@8.0.2 runtime",
    "jsr:@a/b@1.0.0 > s@4.2.3 runtime",
    ...EDGES_3,
  ]);
  expect(gapsOf(second)).toEqual([]);
  expect(gapsOf(third)).toEqual([]);
  const first = await graphOf({ "deno.lock": lockOf({ "https://deno.land/x/a.ts": HEX }) });
  expect(first.components.map(({ name }) => name)).toEqual(["https://deno.land/x/a.ts"]);
});

test("a folder that stands for a package has no place in a registry", async () => {
  const graph = await graphOf({
    "deno.lock": lockOf({
      version: "5",
      specifiers: { "npm:s@5": "5.0.0" },
      npm: { "s@5.0.0": {} },
      workspace: {
        dependencies: ["jsr:@a/linked@1", "npm:s@5"],
        links: { "npm:s@5.0.0": {}, "jsr:@a/linked@1.0.0": {} },
      },
    }),
  });
  expect(graph.gaps).toEqual([]);
  expect(graph.components.find(({ name }) => name === "s")).not.toHaveProperty("purl");
});

test("a manifest is covered by the lockfile, and package.json where Deno has looked at it", async () => {
  const lock = lockOf({
    version: "5",
    specifiers: { "npm:s@5": "5.0.0" },
    npm: { "s@5.0.0": { integrity: sri(1) } },
    workspace: { packageJson: { dependencies: ["npm:s@5"] } },
  });
  const manifest = '{"dependencies": {"s": "^5.0.0"}}';
  expect(await skippedOf({ "deno.lock": lock, "package.json": manifest })).toEqual([]);
  const unlocked = "it asks for packages, and no lockfile says which versions those are";
  const other = lockOf({ version: "5", specifiers: {}, npm: {} });
  expect(await skippedOf({ "deno.lock": other, "package.json": manifest })).toEqual([
    `unlocked package.json: ${unlocked}`,
  ]);
  expect(
    await skippedOf({
      "a/deno.json": '{"imports": {"x": "npm:x@1"}, /* no lockfile */ }',
      "b/deno.json": '{"tasks": {"a": "b"}, "imports": {"~/": "./"}}',
    }),
  ).toEqual([`unlocked a/deno.json: ${unlocked}`]);
});

function lineOf(text: string): number {
  const lock = PROJECT["deno.lock"];
  return lock.slice(0, lock.indexOf(`${text}: {`)).split("\n").length;
}
