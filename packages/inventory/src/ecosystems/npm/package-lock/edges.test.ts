import { describe, expect, test } from "vitest";
import type { PackageGraph } from "../../../graph.ts";
import { edgesOf, graphOf } from "../test/graphs.ts";

function scopesOf({ components, path }: PackageGraph): Record<string, string> {
  return Object.fromEntries(components.map(({ id, scope }) => [id.slice(path.length + 1), scope]));
}

describe("edges follow Node's resolution", () => {
  test("the nearest node_modules wins, for scoped names too", async () => {
    const graph = await graphOf({
      "": { dependencies: { a: "1", "@s/b": "1", c: "2" } },
      "node_modules/a": { version: "1.0.0", dependencies: { c: "1" } },
      "node_modules/a/node_modules/c": { version: "1.0.0", dependencies: { "@s/b": "1" } },
      "node_modules/c": { version: "2.0.0" },
      "node_modules/@s/b": { version: "1.0.0", dependencies: { c: "2" } },
    });
    expect(edgesOf(graph)).toEqual([
      ". > node_modules/@s/b runtime",
      ". > node_modules/a runtime",
      ". > node_modules/c runtime",
      "node_modules/@s/b > node_modules/c runtime",
      "node_modules/a > node_modules/a/node_modules/c runtime",
      "node_modules/a/node_modules/c > node_modules/@s/b runtime",
    ]);
    expect(graph.gaps).toEqual([]);
  });

  test("a workspace looks in its own node_modules, then in the root's; links lead to their targets", async () => {
    const graph = await graphOf({
      "": { name: "root", workspaces: ["packages/*"], devDependencies: { tool: "1" } },
      "node_modules/@me/a": { resolved: "packages/a", link: true },
      "node_modules/@me/b": { resolved: "packages/b", link: true },
      "node_modules/dep": { version: "2.0.0" },
      "node_modules/tool": { version: "1.0.0", dev: true },
      "packages/a": { name: "@me/a", version: "0.1.0", dependencies: { "@me/b": "*", dep: "1" } },
      "packages/a/node_modules/dep": { version: "1.0.0" },
      "packages/b": {
        version: "0.2.0",
        dependencies: { dep: "2" },
        devDependencies: { tool: "1" },
      },
    });
    expect(edgesOf(graph)).toEqual([
      ". > node_modules/tool development",
      ". > packages/a runtime",
      ". > packages/b runtime",
      "packages/a > packages/a/node_modules/dep runtime",
      "packages/a > packages/b runtime",
      "packages/b > node_modules/dep runtime",
      "packages/b > node_modules/tool development",
    ]);
    const b = graph.components.find(({ id }) => id.endsWith("#packages/b"));
    expect(b).toMatchObject({
      name: "@me/b",
      firstParty: true,
      purl: "pkg:generic/%40me/b@0.2.0#packages/b",
    });
    expect(graph.components).toHaveLength(6);
  });

  test("a linked folder that is no workspace gets no edge from the root", async () => {
    const graph = await graphOf({
      "": { workspaces: ["packages/*"] },
      "node_modules/a": { resolved: "packages/a", link: true },
      "node_modules/lib": { resolved: "lib", link: true },
      "packages/a": { dependencies: { lib: "file:../../lib" } },
      lib: { version: "1.0.0" },
    });
    expect(edgesOf(graph)).toEqual([". > packages/a runtime", "packages/a > lib runtime"]);
  });

  test("a package's development dependencies do not count, a linked folder's do", async () => {
    const graph = await graphOf({
      "": { dependencies: { a: "1", local: "file:local" } },
      "node_modules/a": { version: "1.0.0", devDependencies: { missing: "1" } },
      "node_modules/local": { resolved: "local", link: true },
      "node_modules/t": { version: "1.0.0", dev: true },
      local: { version: "1.0.0", devDependencies: { t: "1" } },
    });
    expect(edgesOf(graph)).toContain("local > node_modules/t development");
    expect(graph.gaps).toEqual([]);
  });

  test("peers: required ones are edges, optional ones are optional edges, missing optional ones are nothing", async () => {
    const graph = await graphOf({
      "": { dependencies: { p: "1", react: "1", extra: "1" } },
      "node_modules/p": {
        version: "1.0.0",
        peerDependencies: { react: "1", extra: "1", absent: "1" },
        peerDependenciesMeta: { extra: { optional: true }, absent: { optional: true } },
        optionalDependencies: { "not-here": "1" },
      },
      "node_modules/react": { version: "1.0.0" },
      "node_modules/extra": { version: "1.0.0" },
    });
    expect(edgesOf(graph).slice(-2)).toEqual([
      "node_modules/p > node_modules/extra optional",
      "node_modules/p > node_modules/react peer",
    ]);
    expect(graph.gaps).toEqual([]);
  });

  test("what must be there and is not is a gap at the line of the entry that asks for it", async () => {
    const graph = await graphOf({
      "": { dependencies: { a: "1" } },
      "node_modules/a": {
        version: "1.0.0",
        dependencies: { gone: "1" },
        peerDependencies: { peer: "1" },
      },
    });
    expect(graph.gaps).toMatchObject([
      {
        item: "node_modules/a",
        reason: "its dependency gone is not in the lockfile",
        kind: "entry",
        location: { path: "package-lock.json", startLine: 11 },
        componentId: "package-lock.json#node_modules/a",
      },
      { reason: "its peer dependency peer is not in the lockfile", kind: "missing-peer" },
    ]);
  });

  test("cycles and links to the root itself end", async () => {
    const graph = await graphOf({
      "": { name: "self", dependencies: { a: "1", self: "file:." } },
      "node_modules/self": { resolved: "", link: true },
      "node_modules/a": { version: "1.0.0", dependencies: { b: "1", self: "*" } },
      "node_modules/b": { version: "1.0.0", dependencies: { a: "1" } },
    });
    expect(edgesOf(graph)).toEqual([
      ". > node_modules/a runtime",
      "node_modules/a > . runtime",
      "node_modules/a > node_modules/b runtime",
      "node_modules/b > node_modules/a runtime",
    ]);
  });
});

describe("scope is reachability", () => {
  test("runtime, then optional, then development; flags that say otherwise are told", async () => {
    const graph = await graphOf({
      "": {
        dependencies: { a: "1" },
        optionalDependencies: { o: "1" },
        devDependencies: { d: "1" },
      },
      "node_modules/a": { version: "1.0.0", dependencies: { shared: "1" } },
      "node_modules/o": { version: "1.0.0", optional: true, dependencies: { shared: "1", x: "1" } },
      "node_modules/d": { version: "1.0.0", dev: true, dependencies: { x: "1", y: "1" } },
      "node_modules/shared": { version: "1.0.0", dev: true },
      "node_modules/x": { version: "1.0.0", devOptional: true },
      "node_modules/y": { version: "1.0.0", dev: true },
    });
    expect(scopesOf(graph)).toEqual({
      "": "runtime",
      "node_modules/a": "runtime",
      "node_modules/o": "optional",
      "node_modules/d": "development",
      "node_modules/shared": "runtime",
      "node_modules/x": "optional",
      "node_modules/y": "development",
    });
    const wrong = graph.components.filter(({ flags }) => flags.includes("scopeMismatch"));
    expect(wrong.map(({ name }) => name)).toEqual(["shared"]);
  });

  test("an entry that nothing leads to keeps the lockfile's word and is a gap", async () => {
    const graph = await graphOf({
      "": {},
      "node_modules/stray": { version: "1.0.0", extraneous: true, dev: true },
    });
    expect(graph.components[1]).toMatchObject({ scope: "development", flags: ["extraneous"] });
    expect(graph.gaps).toMatchObject([
      { kind: "orphan", reason: "no dependency in the lockfile leads to it" },
    ]);
  });
});
