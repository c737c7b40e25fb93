import { isRecord, UsageError } from "@assay/core";
import { folderOf } from "../../../paths.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import { purlOf } from "../../purl.ts";
import type { ImageComponent, ImageReader } from "../../reader.ts";
import {
  baseName,
  componentOf,
  type FactPlace,
  isNamed,
  joinPath,
  oddEntries,
  ownPackage,
  parseJson,
  textOfFile,
} from "../record.ts";

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_LIBRARIES = 20_000;

interface DotnetFact {
  readonly libraries: readonly Library[];
  /** Names of the files that they bring. */
  readonly files: readonly string[];
  readonly odd: readonly string[];
}

interface Library {
  /** `name/version`. */
  readonly key: string;
  readonly name: string;
  readonly version: string;
  /** `package`, `project`, `runtimepack`, `reference`, … */
  readonly type: string;
  /** Versions by name. */
  readonly needs: readonly (readonly [string, string])[];
}

/** Packages of .NET by the `*.deps.json` of applications and frameworks: https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md */
export const dotnetInstalled: ImageReader<DotnetFact> = {
  id: "dotnet",
  wants: ({ path }) => path.endsWith(".deps.json"),
  extract: async (file) => {
    const text = await textOfFile(file, MAX_BYTES);
    const json = parseJson(file.path, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    const { libraries, targets, runtimeTarget } = isRecord(json) ? json : {};
    if (!isRecord(libraries) || !isRecord(targets)) return undefined;
    const named = isRecord(runtimeTarget) ? runtimeTarget["name"] : runtimeTarget;
    const target = targets[String(named)] ?? Object.values(targets)[0];
    const entries = Object.entries(libraries);
    if (entries.length > MAX_LIBRARIES)
      throw new UsageError(`${file.path} lists more than ${MAX_LIBRARIES} libraries`);
    const read = entries.map(([key, library]) =>
      libraryOf(key, library, isRecord(target) ? target[key] : undefined),
    );
    return {
      libraries: read.filter((each) => each !== undefined),
      files: filesOf(target),
      odd: entries.flatMap(([key], index) => (read[index] === undefined ? [key] : [])),
    };
  },
  assemble: async (facts) => {
    const components: ImageComponent[] = [];
    const edges = facts.flatMap(({ fact, ...place }) => {
      const known = fact.libraries.filter(({ type }) => type !== "reference");
      components.push(...known.map((each) => toComponent(place, each)));
      const byName = new Map(known.map((each) => [each.name.toLowerCase(), each]));
      return known.flatMap((from) =>
        from.needs.flatMap(([name, requirement]) => {
          const to = byName.get(name.toLowerCase());
          if (to === undefined || to === from) return [];
          const ids = { from: `${place.path}#${from.key}`, to: `${place.path}#${to.key}` };
          return [{ ...ids, kind: "runtime" as const, requirement }];
        }),
      );
    });
    return {
      components,
      edges: sortedEdges(edges),
      explained: facts.flatMap(({ path, fact }) => explainedBy(path, fact)),
      skipped: facts.flatMap(({ path, fact }) => oddEntries(path, "nuget", fact.odd)),
    };
  },
};

const ASSETS = ["runtime", "native", "runtimeTargets", "resources"];

/** By their last names: they lie beside the record, or below it where they are for one runtime or language. */
function filesOf(target: unknown): readonly string[] {
  const libraries = isRecord(target) ? Object.values(target) : [];
  const paths = libraries.flatMap((library) =>
    ASSETS.flatMap((kind) => {
      const assets = isRecord(library) ? library[kind] : undefined;
      return isRecord(assets) ? Object.keys(assets) : [];
    }),
  );
  return [...new Set(paths.flatMap((path) => [path, baseName(path)]))];
}

/** All of a framework; of an application what its record lists, and its program. */
function explainedBy(path: string, { files }: DotnetFact): readonly string[] {
  const folder = folderOf(path);
  if (FRAMEWORK.test(path) || SDK.test(path)) return [`${folder}/`];
  const stem = path.slice(0, -".deps.json".length);
  const own = ["", ".dll", ".exe"].map((end) => `${stem}${end}`);
  return [...own, ...files.flatMap((file) => joinPath(folder, file) ?? [])];
}

function libraryOf(key: string, library: unknown, target: unknown): Library | undefined {
  const slash = key.indexOf("/");
  const [name, version] = [key.slice(0, Math.max(slash, 0)), key.slice(slash + 1)];
  if (!/^\w[\w.-]*$/.test(name) || !isRecord(library) || !isNamed(name, version)) return undefined;
  const needs = isRecord(target) && isRecord(target["dependencies"]) ? target["dependencies"] : {};
  const asked = Object.entries(needs).map(([id, range]) => [id, String(range)] as const);
  return { key, name, version, type: String(library["type"]), needs: asked };
}

/** Frameworks lie in `shared/<name>/<version>/`; what the SDK is made of is Microsoft's own, as its projects are. */
const FRAMEWORK = /(?:^|\/)shared\/([^/]+)\/[^/]+\/\1\.deps\.json$/;
const SDK = /(?:^|\/)sdk\/\d+\.\d[^/]*\//;

function toComponent(place: FactPlace, { key, name, version, type }: Library): ImageComponent {
  const common = { key, version, ecosystem: "nuget" };
  if (type === "project" && SDK.test(place.path))
    return componentOf(place, { ...common, name, kind: "application" });
  if (type === "project") {
    // The application itself is called as the file; others are its libraries.
    const isMain = `${name}.deps.json` === baseName(place.path);
    const own = ownPackage(name, version, folderOf(place.path));
    return componentOf(place, { ...common, name, ...own, kind: isMain ? own.kind : "library" });
  }
  const isPack = type === "runtimepack";
  const id = isPack ? name.replace(/^runtimepack\./, "") : name;
  const isFramework = isPack || FRAMEWORK.test(place.path);
  return componentOf(place, {
    ...common,
    name: id,
    kind: isFramework ? "framework" : "library",
    purl: purlOf({ type: "nuget", name: id, version }),
  });
}
