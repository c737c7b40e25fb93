import { UsageError } from "@assay/core";
import { readDependencies, readFields } from "../../../ecosystems/cran/description.ts";
import { type RSource, sourceOf } from "../../../ecosystems/cran/source.ts";
import type { Edge, EdgeKind } from "../../../graph.ts";
import { folderOf } from "../../../paths.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import type { ImageReader } from "../../reader.ts";
import { componentOf, isNamed, textOfFile } from "../record.ts";

const MAX_BYTES = 1024 * 1024;
const FIELDS: readonly (readonly [string, EdgeKind])[] = [
  ["Depends", "runtime"],
  ["Imports", "runtime"],
  ["LinkingTo", "build"],
];

interface RPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  /** It comes with R. */
  readonly isBase: boolean;
  readonly source: RSource;
  readonly needs: readonly {
    readonly name: string;
    readonly range: string;
    readonly kind: EdgeKind;
  }[];
}

/** Installed packages of R: a `DESCRIPTION` in a library, with `Built`, which R writes when it installs. */
export const rInstalled: ImageReader<RPackage> = {
  id: "r",
  wants: ({ path }) => path.endsWith("/DESCRIPTION") && /library\/[^/]+\/DESCRIPTION$/.test(path),
  extract: async (file) => {
    const fields = readFields(await textOfFile(file, MAX_BYTES));
    const field = (name: string) => fields.get(name)?.trim() || undefined;
    const [name, version] = [field("Package"), field("Version")];
    if (field("Built") === undefined) return undefined;
    if (name === undefined || version === undefined || !isNamed(name, version))
      throw new UsageError(`${file.path} names no package and version`);
    const needs = FIELDS.flatMap(([list, kind]) =>
      readDependencies(field(list) ?? "").dependencies.map((each) => ({ ...each, kind })),
    );
    const isBase = field("Priority") === "base";
    const record = { ...Object.fromEntries(fields.entries()), Source: sourceName(field) };
    const trimmed = Object.fromEntries(
      Object.entries(record).map(([key, value]) => [key, value?.trim()]),
    );
    return {
      name,
      version,
      license: field("License"),
      isBase,
      source: isBase
        ? {}
        : sourceOf(name, version, trimmed, { urls: new Map(), bioconductor: undefined }),
      needs,
    };
  },
  assemble: async (facts) => {
    const idOf = (path: string, { name, version }: RPackage) => `${path}#${name}@${version}`;
    const byName = new Map(facts.map(({ path, fact }) => [fact.name, idOf(path, fact)]));
    const near = new Map(
      facts.map(({ path, fact }) => [`${libraryOf(path)} ${fact.name}`, idOf(path, fact)]),
    );
    const edges = facts.flatMap(({ path, fact }) =>
      fact.needs.flatMap(({ name, range, kind }): readonly Edge[] => {
        const to = near.get(`${libraryOf(path)} ${name}`) ?? byName.get(name);
        if (to === undefined) return [];
        const from = idOf(path, fact);
        return [{ from, to, kind, ...(range === "" ? {} : { requirement: range }) }];
      }),
    );
    return {
      components: facts.map(({ fact, ...place }) => {
        const { name, version, license, isBase, source } = fact;
        return componentOf(place, {
          name,
          version,
          ecosystem: "cran",
          purl: source.purl,
          artifacts: source.artifacts ?? [],
          declaredLicense: license,
          flags: isBase ? ["bundled"] : [],
        });
      }),
      edges: sortedEdges(edges.filter(({ from, to }) => from !== to)),
      explained: facts.map(({ path }) => `${folderOf(path)}/`),
    };
  },
};

function libraryOf(path: string): string {
  return folderOf(folderOf(path));
}

/** As renv calls it: https://rstudio.github.io/renv/reference/lockfiles.html */
function sourceName(field: (name: string) => string | undefined): string | undefined {
  const remote = field("RemoteType")?.toLowerCase();
  if (remote !== undefined && !/^(?:standard|cran|any|bioc\w*|repository)$/.test(remote))
    return remote;
  return field("biocViews") === undefined ? "Repository" : "Bioconductor";
}
