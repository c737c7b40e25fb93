import { describe, expect, test } from "vitest";
import { memorySource, readInventory } from "../../../index.ts";
import { edgesOf, graphOf } from "../test/graphs.ts";

describe("components", () => {
  test("an alias has its real name", async () => {
    const graph = await graphOf({
      "": { dependencies: { short: "npm:@s/long@1" } },
      "node_modules/short": { name: "@s/long", version: "1.2.3" },
    });
    expect(graph.components[1]).toMatchObject({
      name: "@s/long",
      purl: "pkg:npm/%40s/long@1.2.3",
      aliases: ["short"],
      direct: true,
    });
    expect(edgesOf(graph)).toEqual([". > node_modules/short runtime"]);
    expect(graph.edges[0]).toMatchObject({ requirement: "npm:@s/long@1", alias: "short" });
  });

  test("hash, licence, URL, flags, place and line come from the entry", async () => {
    const sha512 = Buffer.alloc(64, 7);
    const graph = await graphOf({
      "": { dependencies: { a: "1" } },
      "node_modules/a": {
        version: "1.0.0",
        resolved: "https://user:secret@registry.npmjs.org/a/-/a-1.0.0.tgz?token=t",
        integrity: `sha512-${sha512.toString("base64")} sha1-${Buffer.alloc(20, 1).toString("base64")}`,
        license: { type: "MIT" },
        inBundle: true,
        hasInstallScript: true,
        deprecated: "use b",
        peer: true,
      },
    });
    expect(graph.components[1]).toEqual({
      id: "package-lock.json#node_modules/a",
      name: "a",
      version: "1.0.0",
      ecosystem: "npm",
      purl: "pkg:npm/a@1.0.0",
      firstParty: false,
      scope: "runtime",
      direct: true,
      kind: "library",
      artifacts: [
        {
          hashes: [
            { algorithm: "SHA-1", value: "01".repeat(20) },
            { algorithm: "SHA-512", value: "07".repeat(64) },
          ],
          url: "https://registry.npmjs.org/a/-/a-1.0.0.tgz",
        },
      ],
      declaredLicense: { type: "MIT" },
      location: { path: "package-lock.json", startLine: 11 },
      installPath: "node_modules/a",
      aliases: [],
      flags: ["bundled", "deprecated", "hasInstallScript", "peer"],
    });
  });

  test("a lockfile in a folder: places are relative to the root, links may lead to a sister folder", async () => {
    const graph = await graphOf(
      {
        "": { dependencies: { lib: "file:../lib" } },
        "node_modules/lib": { resolved: "../lib", link: true },
        "../lib": { version: "2.0.0", dependencies: { inner: "1" } },
        "../lib/node_modules/inner": { version: "1.0.0" },
      },
      "apps/web/package-lock.json",
    );
    expect(
      graph.components.map(({ installPath, firstParty }) => [installPath, firstParty]),
    ).toEqual([
      ["apps/web", true],
      ["apps/lib", false],
      ["apps/lib/node_modules/inner", false],
    ]);
    expect(edgesOf(graph)).toEqual([
      ". > ../lib runtime",
      "../lib > ../lib/node_modules/inner runtime",
    ]);
    expect(graph.gaps).toEqual([]);
  });

  test("a lockfile without a name takes the folder's", async () => {
    const graph = await graphOf({ "": {} }, "apps/web/package-lock.json", {});
    expect(graph.components[0]?.name).toBe("web");
    const atRoot = await graphOf({ "": {} }, "package-lock.json", {});
    expect(atRoot.components[0]?.name).toBe("project");
  });

  test("first-party packages are called after their place in the repository where it is known", async () => {
    const text = JSON.stringify({ lockfileVersion: 3, packages: { "": { name: "app" } } });
    const origin = {
      serverUrl: "https://github.com",
      repository: "Acme/App",
      revision: "a".repeat(40),
      folder: "sub",
    };
    const source = memorySource({ "web/package-lock.json": text });
    const { graphs } = await readInventory(source, { origin });
    expect(graphs[0]?.components[0]?.purl).toBe(`pkg:github/acme/app@${"a".repeat(40)}#sub/web`);
  });
});
