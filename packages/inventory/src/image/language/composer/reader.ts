import { isRecord, UsageError } from "@assay/core";
import {
  isPackageName,
  isPlatformPackage,
  packageLinks,
} from "../../../ecosystems/composer/names.ts";
import { type ComposerSource, composerSource } from "../../../ecosystems/composer/source.ts";
import type { Edge } from "../../../graph.ts";
import { folderOf } from "../../../paths.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import type { ImageReader } from "../../reader.ts";
import {
  componentOf,
  isNamed,
  joinPath,
  oddEntries,
  ownPackage,
  parseJson,
  textOfFile,
} from "../record.ts";

const MAX_BYTES = 64 * 1024 * 1024;

interface ComposerFact {
  readonly packages: readonly ComposerPackage[];
  readonly odd: readonly string[];
}

interface ComposerPackage {
  readonly name: string;
  readonly version: string | undefined;
  readonly license: unknown;
  readonly isDev: boolean;
  readonly isAbandoned: boolean;
  readonly source: ComposerSource;
  readonly requires: ReadonlyMap<string, string>;
  readonly provides: readonly string[];
  /** Relative to the folder of the record. */
  readonly folder: string | undefined;
}

/** What Composer wrote of its folder `vendor`, in the forms of its versions 1 and 2. */
export const composerInstalled: ImageReader<ComposerFact> = {
  id: "composer",
  wants: ({ path }) => /(?:^|\/)composer\/installed\.json$/.test(path),
  extract: async (file) => {
    const json = parseJson(file.path, await textOfFile(file, MAX_BYTES));
    const list = isRecord(json) ? json["packages"] : json;
    if (!Array.isArray(list)) throw new UsageError(`${file.path} has no list of packages`);
    const names = isRecord(json) ? json["dev-package-names"] : undefined;
    const dev = new Set(
      Array.isArray(names) ? names.map((each) => String(each).toLowerCase()) : [],
    );
    const read = list.map((entry) => packageOf(entry, dev));
    return {
      packages: read.filter((each) => each !== undefined),
      odd: read.flatMap((each, index) => (each === undefined ? [`packages[${index}]`] : [])),
    };
  },
  assemble: async (facts, tree) => {
    const edges: Edge[] = [];
    const components = facts.flatMap(({ fact, ...place }) => {
      const base = folderOf(place.path);
      // What somebody removed from the folder is not installed any more.
      const there = fact.packages.filter(({ folder }) => {
        const path = folder === undefined ? undefined : joinPath(base, folder);
        return path === undefined || tree.has(path);
      });
      const idOf = ({ name }: ComposerPackage) => `${place.path}#${name.toLowerCase()}`;
      const byName = new Map<string, string>();
      for (const each of there) for (const name of each.provides) byName.set(name, idOf(each));
      for (const each of there) byName.set(each.name.toLowerCase(), idOf(each));
      for (const each of there)
        for (const [name, requirement] of each.requires) {
          const [from, to] = [idOf(each), byName.get(name)];
          if (to !== undefined && to !== from)
            edges.push({ from, to, kind: "runtime", ...(requirement ? { requirement } : {}) });
        }
      return there.map((each) => {
        const { name, version, license, isDev, isAbandoned, source, folder = "" } = each;
        const own =
          source.path === undefined
            ? { purl: source.purl }
            : {
                ...ownPackage(name, version, joinPath(base, folder) ?? ""),
                kind: "library" as const,
              };
        return componentOf(place, {
          key: name.toLowerCase(),
          name,
          version,
          ecosystem: "composer",
          declaredLicense: license,
          scope: isDev ? "development" : "runtime",
          artifacts: source.artifacts,
          flags: isAbandoned ? ["deprecated"] : [],
          ...own,
        });
      });
    });
    return {
      components,
      edges: sortedEdges(edges),
      skipped: facts.flatMap(({ path, fact }) => oddEntries(path, "composer", fact.odd)),
    };
  },
};

function packageOf(entry: unknown, dev: ReadonlySet<string>): ComposerPackage | undefined {
  if (!isRecord(entry)) return undefined;
  const { name, version, license, abandoned, "install-path": folder } = entry;
  if (typeof name !== "string" || !isPackageName(name) || !isNamed(name, version)) return undefined;
  const requires = [...packageLinks(entry["require"])].filter(([each]) => !isPlatformPackage(each));
  return {
    name,
    version: version === undefined ? undefined : String(version),
    // A list is a choice; nearly all have one member.
    license: Array.isArray(license) && license.length < 2 ? license[0] : license,
    isDev: dev.has(name.toLowerCase()),
    isAbandoned: abandoned !== undefined && abandoned !== false,
    source: composerSource(name, version === undefined ? undefined : String(version), entry),
    requires: new Map(requires),
    provides: ["replace", "provide"].flatMap((field) => [...packageLinks(entry[field]).keys()]),
    folder: typeof folder === "string" ? folder : undefined,
  };
}
