import { addTo } from "@assay/core";
import { parseRequirement } from "../../../ecosystems/pypi/requirement.ts";
import { archiveSource, gitSource, type PythonSource } from "../../../ecosystems/pypi/source.ts";
import type { Edge } from "../../../graph.ts";
import { folderOf } from "../../../paths.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import { purlOf } from "../../purl.ts";
import type { ImageComponent, ImageFact, ImageReader } from "../../reader.ts";
import { componentOf, joinPath, ownPackage, type RecordedPackage } from "../record.ts";
import { isPythonRecord, type PythonFact, readPythonRecord } from "./facts.ts";

/** All that the files of one package's metadata say. */
interface Distribution {
  readonly at: ImageFact<PythonFact>;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly license: unknown;
  readonly requires: readonly string[];
  /** The folder that it is imported from. */
  readonly packages: string;
  /** The folder of its metadata, or the file. */
  readonly folder: string;
}

/** Packages of Python by the metadata that installers leave. */
export const pythonInstalled: ImageReader<PythonFact> = {
  id: "python",
  wants: ({ path }) => isPythonRecord(path),
  extract: readPythonRecord,
  assemble: async (facts, tree) => {
    const beside = new Map<string, ImageFact<PythonFact>>();
    for (const each of facts) beside.set(`${folderOf(each.path)} ${each.fact.kind}`, each);
    const factOf = <K extends PythonFact["kind"]>(folder: string, kind: K) =>
      beside.get(`${folder} ${kind}`)?.fact as Extract<PythonFact, { kind: K }> | undefined;
    const all = facts.flatMap((each) => {
      const found = distributionOf(each);
      const requires = found && factOf(found.folder, "requires")?.requires;
      return found === undefined ? [] : [requires === undefined ? found : { ...found, requires }];
    });
    const asked = new Set(all.filter(({ folder }) => tree.has(`${folder}/REQUESTED`)));
    const told = new Set([...asked].map(({ packages }) => packages));
    const components = all.map((each) => {
      const origin = factOf(each.folder, "origin");
      const installer = factOf(each.folder, "installer")?.name;
      const direct = told.has(each.packages) ? asked.has(each) : undefined;
      return toComponent(each, origin, direct, installer);
    });
    const owned = all.flatMap(({ id, packages, folder }) => {
      const files = factOf(folder, "files");
      return files === undefined ? [] : [[id, ownedFiles(files.paths, packages)] as const];
    });
    return {
      components: [...components, ...facts.flatMap(vendoredComponents)],
      edges: sortedEdges(edgesOf(all)),
      // An egg is one folder with all that is in it.
      explained: all
        .flatMap(({ folder }) => /^.*\.egg(?=\/EGG-INFO$)/.exec(folder)?.[0] ?? [])
        .map((egg) => `${egg}/`),
      owned: new Map(owned),
    };
  },
};

function distributionOf(at: ImageFact<PythonFact>): Distribution | undefined {
  const { path, fact } = at;
  if (fact.kind !== "metadata") return undefined;
  const { name, version, license, requires } = fact;
  // The metadata of an egg lies inside of it, and what is imported beside it.
  const [, folder = path] = /^(.*\.(?:dist-info|egg-info|egg\/EGG-INFO))\/[^/]+$/.exec(path) ?? [];
  const packages = folderOf(folder.replace(/\/EGG-INFO$/, ""));
  const id = `${path}#${name}@${version}`;
  return { at, id, name, version, license, requires, packages, folder };
}

function toComponent(
  { at, name, version, license, packages, folder }: Distribution,
  origin: Extract<PythonFact, { kind: "origin" }> | undefined,
  direct: boolean | undefined,
  installer: string | undefined,
): ImageComponent {
  const from = origin?.origin;
  const isBundled = /(?:^|\/)_vendor(?:\/|$)/.test(packages);
  // What setuptools leaves beside the sources that it was run in.
  const isSource =
    folder.endsWith(".egg-info") && !/(?:^|\/)(?:site|dist)-packages(?:\/|$)/.test(packages);
  const said: RecordedPackage = {
    name,
    version,
    ecosystem: "pypi",
    declaredLicense: license,
    direct,
    flags: isBundled ? ["bundled"] : [],
  };
  const properties = installer === undefined ? [] : [["assay:image:installer", installer] as const];
  if (from?.isFolder || isSource)
    return componentOf(
      at,
      { ...said, ...ownPackage(name, version, isSource ? packages : ownFolder(from?.url)) },
      "installed",
      properties,
    );
  const source = from === undefined ? undefined : sourceOf(from);
  const { hashes = [] } = from ?? {};
  const url = source?.url;
  return componentOf(
    at,
    {
      ...said,
      purl: purlOf({ type: "pypi", name, version, qualifiers: source?.qualifiers }),
      artifacts:
        url === undefined && hashes.length === 0
          ? []
          : [{ hashes, ...(url === undefined ? {} : { url }) }],
    },
    "installed",
    properties,
  );
}

/** A wheel that lay on a disk is what it is called: images are built of wheels that an earlier stage downloaded. */
function sourceOf({ url, commit, subdirectory }: NonNullable<OriginOf>): PythonSource {
  return commit === undefined ? archiveSource(url) : gitSource(url, commit, subdirectory);
}

type OriginOf = Extract<PythonFact, { kind: "origin" }>["origin"];

/** Where its sources lay, if that is a path of the image. */
function ownFolder(url = ""): string {
  return /^file:\/\/\/(?!.*[?#%])(.*)$/.exec(url)?.[1] ?? "";
}

/** pip's own `RECORD`, too: paths are relative to the folder that is imported from. */
function* ownedFiles(paths: string, packages: string): Generator<string> {
  for (const path of paths.split("\n")) {
    const at = joinPath(packages, path);
    if (at !== undefined) yield at;
  }
}

/** Of those that are imported together: its own folder first, then those of the same Python. */
function edgesOf(all: readonly Distribution[]): readonly Edge[] {
  const byName = new Map<string, Distribution[]>();
  for (const each of all) addTo(byName, each.name, each);
  return all.flatMap((from) =>
    from.requires.flatMap((text): readonly Edge[] => {
      const wanted = parseRequirement(text);
      if (wanted === undefined || wanted.name === from.name) return [];
      const some = byName.get(wanted.name) ?? [];
      const to =
        some.find(({ packages }) => packages === from.packages) ??
        some.find(({ packages }) => prefixOf(packages) === prefixOf(from.packages));
      if (to === undefined) return [];
      const { specifier, marker } = wanted;
      return [
        {
          from: from.id,
          to: to.id,
          kind: /\bextra\s*==/.test(marker ?? "") ? "optional" : "runtime",
          ...(specifier === "" ? {} : { requirement: specifier }),
          ...(marker === undefined ? {} : { condition: marker }),
        },
      ];
    }),
  );
}

/** The folder of the Python or the virtual environment; what lies in `/usr/local` sees what lies in `/usr`. */
function prefixOf(packages: string): string {
  const [prefix = packages] = packages.split(/(?:^|\/)lib(?:64)?\/python[\d.]*\//, 1);
  return prefix === "usr/local" ? "usr" : prefix;
}

function vendoredComponents(at: ImageFact<PythonFact>): readonly ImageComponent[] {
  if (at.fact.kind !== "vendored") return [];
  return at.fact.packages.map(([name, version]) =>
    componentOf(
      at,
      {
        name,
        version,
        ecosystem: "pypi",
        purl: purlOf({ type: "pypi", name, version }),
        flags: ["bundled"],
      },
      "archive",
    ),
  );
}
