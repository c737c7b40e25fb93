import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import {
  type Component,
  memorySource,
  type PackageGraph,
  readInventory,
} from "../../../packages/inventory/src/index.ts";
import type { NamedGraph } from "./graph.ts";
import { run } from "./run.ts";

interface Metadata {
  readonly packages: readonly {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly source: string | null;
    readonly manifest_path: string;
  }[];
  readonly workspace_members: readonly string[];
  readonly resolve: {
    readonly nodes: readonly {
      readonly id: string;
      readonly deps: readonly {
        readonly pkg: string;
        readonly dep_kinds: readonly {
          readonly kind: string | null;
          readonly target: string | null;
        }[];
      }[];
    }[];
  };
}

/**
 * What `cargo metadata` says. Edges of what lies in a folder have their kind and platform; of what a crate of a registry needs the lockfile
 * says neither.
 */
export function cargoGraph(folder: string): NamedGraph {
  const args = ["metadata", "--format-version", "1", "--locked", "--all-features"];
  const { packages, workspace_members, resolve } = JSON.parse(
    run(["cargo"], args, folder),
  ) as Metadata;
  const members = new Set(workspace_members);
  const names = new Map(
    packages.map(({ id, name, version, source, manifest_path }) => [
      id,
      members.has(id)
        ? relative(folder, join(manifest_path, "..")) || "."
        : labelled(name, version, source ?? undefined),
    ]),
  );
  const inFolder = new Set(packages.filter(({ source }) => source === null).map(({ id }) => id));
  return {
    packages: new Set(names.values()),
    edges: new Set(
      resolve.nodes.flatMap(({ id, deps }) =>
        deps
          .filter(({ pkg }) => pkg !== id)
          .flatMap(({ pkg, dep_kinds }) => {
            const ends = `${names.get(id)} > ${names.get(pkg)}`;
            if (!inFolder.has(id)) return [ends];
            const isAlways = (kind: string | null) =>
              dep_kinds.some((each) => each.kind === kind && each.target === null);
            return dep_kinds
              .filter(({ kind, target }) => target === null || !isAlways(kind))
              .map(({ kind, target }) =>
                `${ends} ${kind ?? "normal"} ${spaced(target ?? "")}`.trimEnd(),
              );
          }),
      ),
    ),
  };
}

/** Cargo writes conditions anew, ours are as they stand in the manifest. */
function spaced(condition: string): string {
  return condition.replaceAll(/\s*=\s*/g, " = ");
}

const KINDS: Readonly<Record<string, string>> = {
  runtime: "normal",
  optional: "normal",
  development: "dev",
  build: "build",
};

/** What our reader finds in the same folder. Throws where it does not understand all of it. */
export async function ourCargoGraph(folder: string): Promise<NamedGraph> {
  const { graphs, skipped } = await readInventory(memorySource(cargoFiles(folder)));
  const graph = graphs.find(({ path }) => path === "Cargo.lock");
  if (graph === undefined) throw new Error(`nothing was read: ${JSON.stringify(skipped)}`);
  if (graph.gaps.length > 0)
    throw new Error(graph.gaps.map(({ item, reason }) => `${item}: ${reason}`).join("\n"));
  const components = new Map(graph.components.map((each) => [each.id, each]));
  const edge = ({ from, to, kind, condition = "" }: PackageGraph["edges"][number]) => {
    const [start, end] = [components.get(from), components.get(to)];
    if (start === undefined || end === undefined) throw new Error("an edge leads nowhere");
    const ends = `${nameOf(start)} > ${nameOf(end)}`;
    const inFolder = start.firstParty || start.purl === undefined;
    return inFolder ? `${ends} ${KINDS[kind]} ${spaced(condition)}`.trimEnd() : ends;
  };
  return {
    packages: new Set([...components.values()].map(nameOf)),
    edges: new Set(graph.edges.map(edge)),
  };
}

function nameOf({ name, version = "", firstParty, installPath = ".", purl, artifacts }: Component) {
  if (firstParty) return installPath;
  const url = artifacts[0]?.url;
  if (purl === undefined) return labelled(name, version, undefined);
  return labelled(name, version, url?.startsWith("git+") === true ? url.replace("@", "#") : "");
}

/** The source tells packages of one name and version apart. */
function labelled(name: string, version: string, source: string | undefined): string {
  if (source === undefined) return `${name}@${version} (folder)`;
  const [, repository, commit] = /^git\+([^?#]+)(?:\?[^#]*)?#(.*)$/.exec(source) ?? [];
  return `${name}@${version}${repository === undefined ? "" : ` (${repository} ${commit})`}`;
}

function cargoFiles(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (/^(?:target|\.git)\//.test(path) || !/(?:^|\/)Cargo\.(?:toml|lock)$/.test(path)) continue;
    if (statSync(join(folder, path)).isFile()) files[path] = readFileSync(join(folder, path));
  }
  return files;
}
