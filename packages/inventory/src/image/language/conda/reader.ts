import { isRecord, UsageError } from "@assay/core";
import { needsOf } from "../../../ecosystems/conda/conda-entry.ts";
import { digests } from "../../../ecosystems/conda/digests.ts";
import { condaPlace, condaPurl } from "../../../ecosystems/conda/place.ts";
import { textOf, textsOf } from "../../../fields.ts";
import type { Edge, PackageArtifact } from "../../../graph.ts";
import { folderOf } from "../../../paths.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import { purlOf } from "../../purl.ts";
import type { ImageReader } from "../../reader.ts";
import { componentOf, isNamed, joinPath, parseJson, textOfFile } from "../record.ts";

const MAX_BYTES = 128 * 1024 * 1024;

interface CondaRecord {
  readonly name: string;
  readonly version: string;
  readonly purl: string | undefined;
  readonly license: string | undefined;
  readonly artifacts: readonly PackageArtifact[];
  /** `undefined` where the record does not say it. */
  readonly isAsked: boolean | undefined;
  readonly needs: readonly { readonly name: string; readonly requirement?: string }[];
  /** Relative to the environment, a line each. */
  readonly files: string;
}

/** Packages of conda's environments: https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/environments.html */
export const condaInstalled: ImageReader<CondaRecord> = {
  id: "conda",
  wants: ({ path }) =>
    path.endsWith(".json") && /(?:^|\/)conda-meta\/[^/]+-[^/]+-[^/]+$/.test(path),
  extract: async (file) => {
    const json = parseJson(file.path, await textOfFile(file, MAX_BYTES));
    const record = isRecord(json) ? recordOf(json) : undefined;
    if (record === undefined) throw new UsageError(`${file.path} names no package and version`);
    return record;
  },
  assemble: async (facts) => {
    const idOf = (path: string, { name, version }: CondaRecord) => `${path}#${name}@${version}`;
    const byName = new Map(
      facts.map(({ path, fact }) => [`${folderOf(path)} ${fact.name}`, idOf(path, fact)]),
    );
    const edges = facts.flatMap(({ path, fact }) =>
      fact.needs.flatMap(({ name, requirement }): readonly Edge[] => {
        const [from, to] = [idOf(path, fact), byName.get(`${folderOf(path)} ${name}`)];
        if (to === undefined || to === from) return [];
        return [{ from, to, kind: "runtime", ...(requirement ? { requirement } : {}) }];
      }),
    );
    return {
      components: facts.map(({ fact, ...place }) => {
        const { name, version, purl, license, artifacts, isAsked: direct } = fact;
        const said = { name, version, purl, artifacts, direct, declaredLicense: license };
        return componentOf(place, { ...said, ecosystem: "conda" });
      }),
      edges: sortedEdges(edges),
      owned: new Map(
        facts.map(({ path, fact }) => [
          idOf(path, fact),
          ownedFiles(folderOf(folderOf(path)), fact.files, path),
        ]),
      ),
    };
  },
};

function* ownedFiles(environment: string, files: string, record: string): Generator<string> {
  yield record;
  for (const path of files.split("\n")) {
    const at = path === "" ? undefined : joinPath(environment, path);
    if (at !== undefined) yield at;
  }
}

function recordOf(json: Readonly<Record<string, unknown>>): CondaRecord | undefined {
  const text = (field: string) => textOf(json[field]);
  const [name, version] = [text("name"), text("version")];
  if (name === undefined || version === undefined || !isNamed(name, version)) return undefined;
  const location = text("url") ?? `${text("channel") ?? ""}/${text("fn") ?? ""}`;
  const place = condaPlace(location);
  const { hashes } = digests({ sha256: text("sha256"), md5: text("md5") });
  const url = place?.url;
  const isStated = json["requested_spec"] !== undefined || json["requested_specs"] !== undefined;
  const asked = [text("requested_spec"), ...textsOf(json["requested_specs"])];
  const [build, subdir] = [text("build"), text("subdir")];
  return {
    name: name.toLowerCase(),
    version,
    purl:
      // What lay on a disk may be anybody's, but it is called as the package of a channel.
      place === undefined
        ? purlOf({ type: "conda", name, version, qualifiers: { build, subdir } })
        : condaPurl(name.toLowerCase(), version, {
            ...place,
            ...(build === undefined ? {} : { build }),
            ...(subdir === undefined ? {} : { subdir }),
          }),
    license: text("license") === "None" ? undefined : text("license"),
    artifacts:
      hashes.length === 0 && url === undefined
        ? []
        : [{ hashes, ...(url === undefined ? {} : { url }) }],
    isAsked: isStated ? asked.some((spec) => spec !== undefined && spec !== "None") : undefined,
    needs: needsOf(textsOf(json["depends"])).needs,
    files: textsOf(json["files"]).join("\n"),
  };
}
