import { expect, test } from "vitest";
import type { Component, Edge } from "../graph.ts";
import type { ImageInventory } from "./image.ts";
import { imageMaterial, type ReadImage } from "./material.ts";

const NOW = new Date("2026-11-22T00:00:00Z");

const component = (name: string, architecture: string): Component => ({
  id: `dpkg:${name}`,
  name,
  version: "1",
  kind: "library",
  ecosystem: "deb",
  purl: `pkg:deb/debian/${name}@1?arch=${architecture}&distro=debian-12`,
  firstParty: false,
  scope: "runtime",
  artifacts: [],
  location: { path: "var/lib/dpkg/status", startLine: 1 },
  aliases: [],
  flags: [],
});

/** Packages of Debian by name, each with the layer since which it is there. */
function read(
  architecture: string,
  since: Readonly<Record<string, number>>,
  edges: readonly Edge[] = [],
  more: Partial<ImageInventory> = {},
): ReadImage {
  const components = Object.keys(since).map((name) => component(name, architecture));
  const places = (name: string) => ({
    path: "var/lib/dpkg/status",
    ...{ layer: 1, since: since[name] ?? 0, evidence: "installed" as const },
  });
  const image: ImageInventory = {
    inventory: {
      graphs: [
        {
          path: "var/lib/dpkg/status",
          ...{ format: "dpkg", ecosystem: "deb", roots: [], components, edges },
          ...{ edgeCompleteness: "complete", covers: [], gaps: [] },
        },
      ],
      skipped: [],
    },
    components: new Map(
      components.map((each) => [each.id, { component: each, places: [places(each.name)] }]),
    ),
    ...{ distribution: undefined, layers: [], parts: new Map(), unidentified: [], files: 1 },
    ...{ skipped: [], notices: [], isHidden: () => false },
    ...more,
  };
  return { platform: { os: "linux", architecture }, image, baseLayers: 1 };
}

const needs = (from: string, to: string): Edge => ({
  from: `dpkg:${from}`,
  to: `dpkg:${to}`,
  kind: "runtime",
});

test("a package of all platforms stands once; what one lacks is in a graph that names those that have it", () => {
  const edges = [needs("b", "a"), needs("b", "c")];
  const { inventory, result } = imageMaterial(
    [
      read("amd64", { a: 0, b: 1, c: 1, only: 1 }, [...edges, needs("only", "c")]),
      read("arm64", { a: 0, b: 1, c: 1 }, edges),
    ],
    NOW,
    "app:1.0",
  );
  const graphs = inventory.graphs.map((graph) => {
    const nameOf = new Map(graph.components.map(({ id, name }) => [id, name]));
    return {
      path: graph.path,
      components: graph.components.map(({ name, location }) => `${name} ${location.path}`),
      edges: graph.edges.map(({ from, to }) => `${nameOf.get(from)} ${nameOf.get(to)}`),
    };
  });
  expect(graphs).toEqual([
    {
      path: "base-image/var/lib/dpkg/status",
      components: ["a base-image/var/lib/dpkg/status"],
      edges: [],
    },
    {
      path: "image/var/lib/dpkg/status",
      components: ["b image/var/lib/dpkg/status", "c image/var/lib/dpkg/status"],
      edges: ["b c"],
    },
    {
      path: "image/linux-amd64/var/lib/dpkg/status",
      components: ["only image/linux-amd64/var/lib/dpkg/status"],
      edges: [],
    },
  ]);
  expect([result.findings, result.coverage.summary]).toEqual([
    [],
    "4 packages in app:1.0 (linux/amd64, linux/arm64)",
  ]);
});

test("what could not be read is a finding, with the platform where it was; single records weigh little", () => {
  const unread = (item: string, reason = "cut off") =>
    ({ kind: "unreadable", item, reason }) as const;
  const skipped = [
    unread("var/lib/rpm/rpmdb.sqlite"),
    unread("app/node_modules/a/test/package.json", "no JSON"),
    unread("node_modules/b/package.json", "It has 5 bytes; at most 4 of such a file are read"),
    unread("bin/a", "its name leads out of the image, in layer 2 (sha256:ab)"),
  ];
  const { result } = imageMaterial(
    [read("amd64", { a: 1 }, [], { skipped }), read("arm64", { a: 1 })],
    NOW,
  );
  expect(
    result.findings.map(({ ruleId, severity, message }) => [ruleId, severity, message]),
  ).toEqual([
    [
      "inventory.unread-image",
      "high",
      "image/linux-amd64/bin/a was not read: its name leads out of the image, in layer 2 (sha256:ab)",
    ],
    [
      "inventory.unread-image",
      "high",
      "image/linux-amd64/node_modules/b/package.json was not read: It has 5 bytes; at most 4 of such a file are read",
    ],
    [
      "inventory.unread-image",
      "high",
      "image/linux-amd64/var/lib/rpm/rpmdb.sqlite was not read: cut off",
    ],
    [
      "inventory.unread-record",
      "low",
      "image/linux-amd64/app/node_modules/a/test/package.json was not read: no JSON",
    ],
  ]);
});

test("of many broken records the first are listed", () => {
  const skipped = Array.from({ length: 25 }, (_, at) => ({
    ...{ kind: "unreadable" as const, item: `a/${10 + at}/package.json`, reason: "no JSON" },
  }));
  const { findings } = imageMaterial([read("amd64", { a: 1 }, [], { skipped })], NOW).result;
  expect([findings.length, findings.at(-1)?.message]).toEqual([
    21,
    "5 more records of packages could not be read",
  ]);
});

test("an image without any package does not pass unsaid", () => {
  const { image } = read("amd64", {});
  const empty = { ...image, inventory: { graphs: [], skipped: [] } };
  expect(imageMaterial([{ image: empty }], NOW).result.findings).toMatchObject([
    { ruleId: "inventory.nothing-found", severity: "high" },
  ]);
});

test("a layer that hides something, a database that can't be read, and files too many to be named are parts of the image", () => {
  const reason = "it has data after its end";
  const items = [
    ...["layer 2 (sha256:ab)", "(others)", "var/lib/chisel/manifest.wall"],
    ...["nix/var/nix/db/db.sqlite", "usr/lib/sysimage/rpm-ostree-base-db/rpmdb.sqlite"],
  ];
  const skipped = items.map((item) => ({ kind: "unreadable" as const, item, reason }));
  const { result } = imageMaterial([read("amd64", { bash: 0 }, [], { skipped })], NOW);
  expect(result.findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual(
    items.map(() => ["inventory.unread-image", "high"]),
  );
});
