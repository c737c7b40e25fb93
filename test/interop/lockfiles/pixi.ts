import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { memorySource, readInventory } from "../../../packages/inventory/src/index.ts";
import { peer } from "../peers.ts";
import type { InteropCase } from "../suite.ts";
import { differences, type NamedGraph } from "./graph.ts";
import { run } from "./run.ts";

/** Environments by name and platform, and what their packages ask for. */
type MadeUp = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string[]>>>>>
>;

const PIXI: Readonly<Record<string, MadeUp>> = {
  "one platform": { default: { "linux-64": { a: ["b >=1", "__glibc >=2.17"], b: [] } } },
  "two platforms": {
    default: { "linux-64": { a: ["b"], b: ["c"], c: [] }, "win-64": { a: ["c"], c: ["a"] } },
  },
  "several environments": {
    default: { "linux-64": { a: ["b"], b: [] } },
    test: { "linux-64": { a: ["b"], b: [], t: ["a", "x[version='>=2']"], x: [] } },
    empty: { "osx-arm64": {} },
  },
  circles: { default: { noarch: { a: ["b"], b: ["c"], c: ["a", "b=1"] } } },
  channels: { default: { "linux-64": { _x: ["y.z::q", "q 1.* *_0"], q: ["_x==1"] } } },
};

/** Lockfiles that rattler, Pixi's own library, writes here, and those of the given folders that have a `pixi.lock`. */
export function pixiCases(
  scratch: () => string,
  repositories: readonly string[],
): readonly InteropCase[] {
  const madeUp = Object.entries(PIXI).map(([project, environments]) => ({
    name: `pixi: ${project}`,
    run: async () => {
      const folder = mkdtempSync(join(scratch(), "project-"));
      run([peer("rattler")], ["-c", WRITE, JSON.stringify(environments)], folder);
      await compare(folder);
    },
  }));
  const real = repositories
    .filter((folder) => existsSync(join(folder, "pixi.lock")))
    .map((folder) => ({ name: `pixi: ${folder}`, run: () => compare(folder) }));
  return [...madeUp, ...real];
}

/** Conda's part: of sources rattler shows Python no more than the name, and of builds nothing. */
async function compare(folder: string): Promise<void> {
  const text = readFileSync(join(folder, "pixi.lock"), "utf8");
  const { graphs, skipped } = await readInventory(memorySource({ "pixi.lock": text }));
  const [graph] = graphs;
  if (graph === undefined) throw new Error(`nothing was read: ${JSON.stringify(skipped)}`);
  const odd = graph.gaps.filter(({ kind, item }) => kind === "entry" && item !== "pixi.lock");
  assert.deepEqual(odd, []);
  const names = new Map(graph.components.map(({ id, purl = "" }) => [id, nameOf(purl)]));
  const theirs = JSON.parse(run([peer("rattler")], ["-c", READ, folder], folder)) as Readonly<
    Record<"packages" | "edges", readonly string[]>
  >;
  const isBuilt = graph.edges.some(({ kind }) => kind === "build");
  const ours: NamedGraph = {
    packages: new Set([...names.values()].filter((each) => each !== undefined)),
    edges: new Set(
      graph.edges
        .map(({ from, to }) => [names.get(from), names.get(to)])
        .filter((ends) => ends.every((each) => each !== undefined))
        .map((ends) => ends.join(" > ")),
    ),
  };
  const found = differences(ours, {
    packages: new Set(theirs.packages),
    edges: new Set(theirs.edges),
  });
  assert.deepEqual(isBuilt ? found.filter((each) => !each.startsWith("false ")) : found, []);
}

/** `name version build subdir` of a package of a channel. */
function nameOf(purl: string): string | undefined {
  const [, name, version, query] = /^pkg:conda\/([^@]+)@([^?]+)\?(.*)$/.exec(purl) ?? [];
  if (name === undefined || version === undefined) return undefined;
  const qualifiers = new URLSearchParams(query);
  return [
    name,
    decodeURIComponent(version),
    qualifiers.get("build"),
    qualifiers.get("subdir"),
  ].join(" ");
}

const WRITE = `
import json, sys
from rattler import LockFile, PackageRecord, RepoDataRecord
from rattler.package import BuildString
from rattler.lock import LockChannel, LockPlatform
environments = json.loads(sys.argv[1])
platforms = {p: LockPlatform(p) for e in environments.values() for p in e}
lock = LockFile(list(platforms.values()))
base = "https://conda.anaconda.org/conda-forge"
for name, on in environments.items():
    lock.set_channels(name, [LockChannel(base)])
    for platform, packages in on.items():
        for package, depends in packages.items():
            record = PackageRecord(package, "1.0", BuildString("h_0"), 0, platform, depends=depends, sha256=bytes(32))
            file = package + "-1.0-h_0.conda"
            url = base + "/" + platform + "/" + file
            lock.add_conda_package(name, platforms[platform], RepoDataRecord(record, file, url, base))
lock.to_path("pixi.lock")
`;

const READ = `
import json, re, sys
from rattler import LockFile
packages, edges = set(), set()
for _, environment in LockFile.from_path(sys.argv[1] + "/pixi.lock").environments():
    for platform in environment.platforms():
        named, asked = {}, []
        for package in environment.packages(platform) or []:
            if hasattr(package, "requires_dist"):
                continue
            record = package.package_record
            if record is None:
                continue
            key = f"{record.name.normalized} {record.version} {record.build} {record.subdir}"
            named[record.name.normalized] = key
            asked.append((key, [str(each) for each in record.depends]))
        packages.update(named.values())
        for key, specs in asked:
            for spec in specs:
                to = named.get(re.match(r"\\s*(?:[^\\s\\[:]*::)?([\\w.-]+)", spec).group(1).lower())
                if to is not None and to != key:
                    edges.add(f"{key} > {to}")
print(json.dumps({"packages": sorted(packages), "edges": sorted(edges)}))
`;
