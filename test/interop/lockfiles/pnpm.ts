import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { NamedGraph } from "./graph.ts";
import { run } from "./run.ts";

interface Listed {
  readonly path: string;
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
  readonly optionalDependencies?: Dependencies;
}

interface Installed {
  readonly from: string;
  readonly version: string;
  readonly path: string;
  readonly dependencies?: Dependencies;
}

type Dependencies = Readonly<Record<string, Installed>>;

/** What `pnpm list` says; a package is told in full at one of its places alone, so all of them count. */
export function graph(folder: string, pnpm: readonly string[], isInstalled = false): NamedGraph {
  const only = isInstalled ? [] : ["--lockfile-only"];
  // Without a workspace `-r` lists every folder that has a manifest, as a project of its own.
  const all = existsSync(join(folder, "pnpm-workspace.yaml")) ? ["-r"] : [];
  const text = run(pnpm, ["list", ...all, ...only, "--depth", "Infinity", "--json"], folder);
  const projects = JSON.parse(text) as readonly Listed[];
  const own = new Set(projects.map(({ path }) => relative(folder, path) || "."));
  const packages = new Set(own);
  const edges = new Set<string>();
  const walk = (from: string, dependencies: Dependencies) => {
    for (const each of Object.values(dependencies)) {
      const place = placeOf(each, folder);
      const to = place !== undefined && own.has(place) ? place : nameOf(each, place, folder);
      packages.add(to);
      if (from !== to) edges.add(`${from} > ${to}`);
      walk(to, each.dependencies ?? {});
    }
  };
  for (const project of projects) {
    const from = relative(folder, project.path) || ".";
    for (const group of ["dependencies", "devDependencies", "optionalDependencies"] as const)
      walk(from, project[group] ?? {});
  }
  return { packages, edges };
}

/** The folder that a package is a link to or, where it is injected, a copy of. */
function placeOf({ version, path }: Installed, folder: string): string | undefined {
  if (version.startsWith("link:")) return relative(folder, path) || ".";
  return /(?:^|@)file:([^(]+)/.exec(version)?.[1];
}

/** pnpm names what is linked after the dependency; the name is what its manifest says. */
function nameOf({ from, version }: Installed, place: string | undefined, folder: string): string {
  if (place === undefined) return `${from}@${version}`;
  const path = join(folder, place, "package.json");
  if (!existsSync(path)) return `${from}@`;
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { name: string; version?: string };
  return `${manifest.name}@${version.startsWith("link:") ? (manifest.version ?? "") : ""}`;
}
