import { npmPurl } from "../../../ecosystems/npm/purl.ts";
import { readResolved } from "../../../ecosystems/npm/source.ts";
import type { Edge, PackageArtifact } from "../../../graph.ts";
import { parseIntegrity } from "../../../integrity.ts";
import { folderOf } from "../../../paths.ts";
import { edgesBySource, scopesFrom, strongerScope } from "../../../reachability.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import type { ImageComponent, ImageFact, ImageReader, ImageTree } from "../../reader.ts";
import { componentOf, foldersFrom, ownPackage, type RecordedPackage } from "../record.ts";
import { type ArchivedPackages, isYarnArchive, readYarnArchive } from "./archives.ts";
import {
  type NpmPackage,
  type NpmTree,
  type NpmTreeEntry,
  readManifest,
  readTree,
} from "./facts.ts";
import { installName, manifestKind } from "./place.ts";

type Fact = NpmPackage | NpmTree | ArchivedPackages;
type Found<F extends Fact> = ImageFact<F>;

/** Packages of npm where they are installed, whichever package manager did it; packed ones of Yarn's Plug'n'Play. */
export const npmInstalled: ImageReader<Fact> = {
  id: "npm",
  wants: ({ path }) =>
    manifestKind(path) !== undefined ||
    path.endsWith("node_modules/.package-lock.json") ||
    isYarnArchive(path),
  extract: async (file) =>
    file.path.endsWith(".zip")
      ? readYarnArchive(file)
      : file.path.endsWith("/.package-lock.json")
        ? readTree(file)
        : readManifest(file),
  assemble: async (facts, tree) => {
    const packages = facts.filter((each): each is Found<NpmPackage> => "needs" in each.fact);
    const archives = facts.filter((each): each is Found<ArchivedPackages> => "packed" in each.fact);
    const byFolder = new Map(packages.map((each) => [folderOf(each.path), each]));
    const trees = new Map(
      facts.flatMap((each) =>
        "entries" in each.fact ? [[folderOf(folderOf(each.path)), each.fact.entries]] : [],
      ),
    );
    const ids = new Map<Found<NpmPackage>, string>();
    const edges = linksOf(packages, byFolder, tree, (each) => {
      const id = ids.get(each) ?? `${each.path}#${each.fact.name}@${each.fact.version ?? ""}`;
      ids.set(each, id);
      return id;
    });
    const projects = projectsAmong(packages, new Set(edges.map(({ to }) => to)), ids);
    const projectIds = [...projects].map((each) => ids.get(each) ?? "");
    const kept = new Set([...packages.filter(isInstalled), ...projects]);
    const keptIds = new Set([...kept].map((each) => ids.get(each)));
    const keptEdges = edges.filter(({ from, to }) => keptIds.has(from) && keptIds.has(to));
    const own = new Set(projectIds);
    const scopes = scopesFrom(projectIds, keptEdges);
    const bySource = edgesBySource(keptEdges);
    const direct = new Set(projectIds.flatMap((id) => (bySource.get(id) ?? []).map((e) => e.to)));
    const components = [...kept].map((each) => {
      const id = ids.get(each) ?? "";
      if (own.has(id)) return projectComponent(each);
      const entry = entryOf(each.path, trees);
      const stated =
        entry && (entry.isDev ? "development" : entry.isOptional ? "optional" : "runtime");
      return packageComponent(each, byFolder, entry, {
        scope: strongerScope(scopes.get(id), stated),
        ...(own.size === 0 ? {} : { direct: direct.has(id) }),
      });
    });
    const packed = archives.flatMap(archivedComponents);
    return {
      components: [...components, ...packed],
      edges: sortedEdges(keptEdges),
      withoutEdges: packed.map(({ component }) => component.id),
      // A native module belongs to the package in whose folder it was built.
      explained: packages.filter(isInstalled).map(({ path }) => `${folderOf(path)}/`),
    };
  },
};

const isInstalled = ({ fact }: Found<NpmPackage>) => fact.kind === "package";

/** Who needs what, as Node.js looks for it: in `node_modules` of the package's own folder, then of each folder above. */
function linksOf(
  packages: readonly Found<NpmPackage>[],
  byFolder: ReadonlyMap<string, Found<NpmPackage>>,
  tree: ImageTree,
  idOf: (each: Found<NpmPackage>) => string,
): readonly Edge[] {
  const found = (folder: string): Found<NpmPackage> | undefined => {
    const here = byFolder.get(folder);
    if (here !== undefined) return here;
    if (tree.linkAt(folder) === undefined) return undefined;
    const real = tree.resolve(folder);
    return real === undefined ? undefined : byFolder.get(real);
  };
  const edges: Edge[] = [];
  for (const each of packages) {
    const from = idOf(each);
    const places = [...foldersFrom(folderOf(each.path))].filter(
      (at) => !/(?:^|\/)node_modules$/.test(at),
    );
    for (const { name, range, kind } of each.fact.needs) {
      for (const at of places) {
        const target = found(`${at === "" ? "" : `${at}/`}node_modules/${name}`);
        if (target === undefined) continue;
        const alias = target.fact.name === name ? {} : { alias: name };
        const requirement = range === "" ? {} : { requirement: range };
        if (target !== each) edges.push({ from, to: idOf(target), kind, ...requirement, ...alias });
        break;
      }
    }
  }
  return edges;
}

/** Folders with an installed tree, and what is linked into one: another `package.json` may be anything. */
function projectsAmong(
  packages: readonly Found<NpmPackage>[],
  asked: ReadonlySet<string>,
  ids: ReadonlyMap<Found<NpmPackage>, string>,
): ReadonlySet<Found<NpmPackage>> {
  const roots = new Set(
    packages.filter(isInstalled).map(({ path }) => path.slice(0, path.indexOf("node_modules/"))),
  );
  return new Set(
    packages.filter(
      (each) =>
        !isInstalled(each) &&
        (roots.has(each.path.slice(0, -"package.json".length)) || asked.has(ids.get(each) ?? "")),
    ),
  );
}

/** What npm wrote of the package in the tree that it is in. */
function entryOf(
  path: string,
  trees: ReadonlyMap<string, ReadonlyMap<string, NpmTreeEntry>>,
): NpmTreeEntry | undefined {
  for (const folder of trees.size === 0 ? [] : foldersFrom(folderOf(path))) {
    const key = folderOf(folder === "" ? path : path.slice(folder.length + 1));
    const entry = trees.get(folder)?.get(key);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function projectComponent(found: Found<NpmPackage>): ImageComponent {
  const { name, version, license } = found.fact;
  const own = ownPackage(name, version, folderOf(found.path));
  return componentOf(found, {
    name,
    version,
    ecosystem: "npm",
    declaredLicense: license,
    ...own,
    direct: false,
  });
}

function packageComponent(
  found: Found<NpmPackage>,
  byFolder: ReadonlyMap<string, Found<NpmPackage>>,
  entry: NpmTreeEntry | undefined,
  use: Pick<RecordedPackage, "scope" | "direct">,
): ImageComponent {
  const { name, version, license, flags } = found.fact;
  const { url, ...source } = readResolved(name, entry?.resolved, version);
  const { hashes } = parseIntegrity(entry?.integrity ?? "");
  const artifact: PackageArtifact = { hashes, ...(url === undefined ? {} : { url }) };
  const folder = folderOf(found.path);
  const above = /^(.*)\/node_modules\/(?:@[^/]+\/)?[^/]+$/.exec(folder)?.[1] ?? "";
  const isBundled = entry?.isBundled || byFolder.get(above)?.fact.bundles === true;
  const asked = installName(folder);
  return componentOf(found, {
    name,
    version,
    ecosystem: "npm",
    purl:
      source.kind === "file" || version === undefined ? undefined : npmPurl(name, version, source),
    declaredLicense: license,
    artifacts: hashes.length === 0 && url === undefined ? [] : [artifact],
    aliases: asked === name ? [] : [asked],
    flags: isBundled ? ["bundled", ...flags] : flags,
    ...use,
  });
}

function archivedComponents(found: Found<ArchivedPackages>): readonly ImageComponent[] {
  return found.fact.packed.map(({ name, version, license }) =>
    componentOf(
      found,
      {
        name,
        version,
        ecosystem: "npm",
        purl: version === undefined ? undefined : npmPurl(name, version, {}),
        declaredLicense: license,
      },
      "archive",
    ),
  );
}
