import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { memorySource, readInventory } from "../../../packages/inventory/src/index.ts";
import type { NamedGraph } from "./graph.ts";
import { run } from "./run.ts";

interface Listed {
  readonly Path: string;
  readonly Version?: string;
  readonly Main?: boolean;
  readonly Dir?: string;
  readonly GoMod?: string;
  readonly Replace?: { readonly Path: string; readonly Version?: string; readonly Dir?: string };
}

interface Edited {
  readonly Require?: readonly { readonly Path: string; readonly Indirect?: boolean }[] | null;
  readonly Tool?: readonly { readonly Path: string }[] | null;
}

/** What Go says of a folder with a `go.mod` or `go.work`: the modules that these name, in the versions that it chose. */
export class GoTruth {
  readonly folder: string;
  readonly #listed: ReadonlyMap<string, Listed>;

  constructor(folder: string) {
    this.folder = folder;
    const text = go(folder, ["list", "-m", "-json", "all"]);
    const listed = JSON.parse(`[${text.trim().replaceAll(/^\}\n\{/gm, "},{")}]`) as Listed[];
    this.#listed = new Map(listed.map((each) => [each.Path, each]));
  }

  #nameOf({ Path, Version, Main, Dir, Replace }: Listed): string {
    const place = Main === true || Replace?.Version === undefined ? (Replace?.Dir ?? Dir) : Dir;
    if (Main === true || (Replace !== undefined && Replace.Version === undefined))
      return relative(this.folder, place ?? "") || ".";
    return `${Replace?.Path ?? Path}@${Replace?.Version ?? Version ?? ""}`;
  }

  /** What needs what, by the `go.mod` of each module without what is marked indirect. */
  graph(): NamedGraph {
    const packages = new Set<string>();
    const edges = new Set<string>();
    const possible = new Set<string>();
    const mains = [...this.#listed.values()].filter(({ Main }) => Main === true);
    const named = new Set<string>();
    for (const main of mains) {
      named.add(main.Path);
      for (const { Path } of edited(main.GoMod).Require ?? []) named.add(Path);
    }
    for (const path of [...named]) {
      const from = this.#listed.get(path);
      if (from === undefined) continue;
      const start = this.#nameOf(from);
      packages.add(start);
      const { Require, Tool } = edited(from.GoMod);
      const wanted = (Require ?? []).filter(({ Path }) => named.has(Path));
      const owners =
        from.Main === true ? (Tool ?? []).map((tool) => this.#ownerOf(tool.Path, named)) : [];
      for (const to of [
        ...wanted.filter(({ Indirect }) => Indirect !== true).map(({ Path }) => Path),
        ...owners,
      ]) {
        const end = this.#listed.get(to);
        if (end !== undefined && end !== from) edges.add(`${start} > ${this.#nameOf(end)}`);
      }
      for (const { Path } of from.Main === true ? wanted : []) {
        const end = this.#listed.get(Path);
        if (end !== undefined) possible.add(`${start} > ${this.#nameOf(end)}`);
      }
    }
    return { packages, edges, possible };
  }

  #ownerOf(tool: string, named: ReadonlySet<string>): string {
    const owners = [...named].filter((path) => tool === path || tool.startsWith(`${path}/`));
    return owners.sort((a, b) => b.length - a.length)[0] ?? "";
  }

  /** The modules of all packages that are built, tested or run as tools here and now. */
  used(): ReadonlySet<string> {
    const format = "{{with .Module}}{{.Path}}{{end}}";
    const paths = ["./..."].flatMap((pattern) =>
      go(this.folder, ["list", "-deps", "-test", "-f", format, pattern]).split("\n"),
    );
    const tools = edited(join(this.folder, "go.mod")).Tool ?? [];
    if (tools.length > 0)
      paths.push(...go(this.folder, ["list", "-deps", "-f", format, "tool"]).split("\n"));
    const found = [...new Set(paths)].flatMap((path) => this.#listed.get(path) ?? []);
    return new Set(found.map((each) => this.#nameOf(each)));
  }

  /** Files of the module cache as they would lie inside the project. */
  cacheFiles(): Record<string, Uint8Array> {
    const cache = go(this.folder, ["env", "GOMODCACHE"]).trim();
    const files: Record<string, Uint8Array> = {};
    for (const { GoMod = "" } of this.#listed.values())
      if (GoMod.startsWith(cache))
        files[`.go/pkg/mod/${relative(cache, GoMod)}`] = readFileSync(GoMod);
    return files;
  }
}

function edited(path: string | undefined): Edited {
  if (path === undefined || !existsSync(path)) return {};
  return JSON.parse(run(["go"], ["mod", "edit", "-json", path], join(path, ".."))) as Edited;
}

function go(folder: string, args: readonly string[]): string {
  return run(["go"], args, folder);
}

/** What our reader finds in a folder, with the module cache in it where that is given. Throws where it does not understand all of it. */
export async function ourGoGraph(
  folder: string,
  cache: Readonly<Record<string, Uint8Array>>,
): Promise<NamedGraph> {
  const { graphs, skipped } = await readInventory(memorySource({ ...goFiles(folder), ...cache }));
  const graph = graphs.find(({ path }) => path === "go.work" || path === "go.mod");
  if (graph === undefined) throw new Error(`nothing was read: ${JSON.stringify(skipped)}`);
  // That a go.mod before 1.17 leaves modules out is no difference: what it names is compared.
  const gaps = graph.gaps.filter(({ identity }) => identity !== `unlisted ${graph.path}`);
  if (gaps.length > 0)
    throw new Error(gaps.map(({ item, reason }) => `${item}: ${reason}`).join("\n"));
  const names = new Map(
    graph.components.map(({ id, name, version, firstParty, installPath = "." }) => [
      id,
      firstParty ? installPath : `${name}@${version}`,
    ]),
  );
  return {
    packages: new Set(names.values()),
    edges: new Set(graph.edges.map(({ from, to }) => `${names.get(from)} > ${names.get(to)}`)),
  };
}

function goFiles(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/(?:^|\/)(?:go\.(?:mod|sum|work|work\.sum)|vendor\/modules\.txt)$/.test(path)) continue;
    if (statSync(join(folder, path)).isFile()) files[path] = readFileSync(join(folder, path));
  }
  return files;
}
