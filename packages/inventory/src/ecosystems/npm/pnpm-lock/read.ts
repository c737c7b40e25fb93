import { UsageError } from "@assay/core";
import type { PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import { readYaml } from "../../../yaml/read.ts";
import { isYamlMap, mapAt, textAt, type YamlMap } from "../../../yaml/value.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { LockProblem } from "../lock-graph/node.ts";
import { type Registries, readNpmrcRegistries, registriesFrom } from "../lock-graph/registries.ts";
import { lockfileSettings } from "../lockfile-settings.ts";
import { wantedBy } from "../package-lock/edges.ts";
import { readProjectManifest } from "../project-manifest.ts";
import { type DepPathStyle, styleOf } from "./dep-path.ts";
import { documentGraph } from "./graph.ts";
import { IMPORTER_GROUPS, type PnpmDocument, readDocument } from "./lockfile.ts";

/**
 * The graphs of a `pnpm-lock.yaml` (https://github.com/pnpm/spec/tree/master/lockfile), versions 5, 6, 7 and 9: one for the project
 * with all members of its workspace, and, where pnpm keeps its own environment in a document of its own, one for that.
 *
 * @throws UsageError when it is no such YAML, or of a version that is not known.
 */
export async function readPnpmLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { documents, duplicates } = readYaml(input.path, input.text);
  const tops = documents.flatMap(({ value }) => (isYamlMap(value) ? [value] : []));
  if (tops.length === 0 || tops.length < documents.length)
    throw new UsageError(`${input.path} holds no pnpm lockfile: a document is no mapping`);
  const problems: LockProblem[] = duplicates.map(({ key, line }) => ({
    item: key,
    line,
    reason: "the entry stands in the lockfile more than once; the last one was read",
  }));
  problems.push(...(await lockfileSettings(input, "pnpm")));
  const registries = await registriesOf(input, problems);
  const graphs: PackageGraph[] = [];
  let projects = 0;
  for (const top of tops) {
    const document = readDocument(top, styleFor(input.path, top));
    const isProject = !isEnvironment(top);
    projects += isProject ? 1 : 0;
    const part = isProject ? (projects === 1 ? "" : `document ${projects}:`) : "environment:";
    const own = isProject && projects === 1 ? problems : [];
    graphs.push(await documentGraph(input, document, registries, part, own));
  }
  if (projects === 0) {
    if (await mayAsk(input))
      problems.push({ reason: "the lockfile has no document for the project itself" });
    graphs.unshift(await documentGraph(input, NO_PROJECT, registries, "", problems));
  }
  return graphs;
}

const NO_PROJECT: PnpmDocument = {
  style: "snapshots",
  top: { line: 1, entries: new Map() },
  importers: new Map([["", { folder: "", line: 1, requirements: [] }]]),
  snapshots: new Map(),
  problems: [],
};

/** Whether the project may need packages: pnpm writes no document for one that needs none. */
async function mayAsk(input: ReaderInput): Promise<boolean> {
  const path = fromLockfileFolder(input.path, "package.json");
  const manifest = path === undefined ? undefined : await readProjectManifest(input, path);
  return typeof manifest !== "object" || wantedBy(manifest.entry).size > 0;
}

function styleFor(path: string, top: YamlMap): DepPathStyle {
  const version = textAt(top, "lockfileVersion");
  const style = styleOf(version);
  if (style === "packages" && mapAt(top, "snapshots") !== undefined) return "snapshots";
  if (style !== undefined) return style;
  const old = textAt(top, "shrinkwrapVersion");
  const what =
    version === undefined && old !== undefined
      ? `shrinkwrapVersion ${old}`
      : `lockfileVersion ${JSON.stringify(version ?? null)}`;
  throw new UsageError(`${path} has ${what.slice(0, 80)}; 5, 6, 7 and 9 are known`, {
    hint: "Write it again with `pnpm install --lockfile-only` of pnpm 9, 10, 11 or 12.",
  });
}

const PROJECT_GROUPS: readonly string[] = IMPORTER_GROUPS.slice(0, 3);
const ENVIRONMENT_GROUPS: readonly string[] = IMPORTER_GROUPS.slice(3);

/** pnpm's own packages: by what the importers have, for the document may stand first or alone. */
function isEnvironment(top: YamlMap): boolean {
  return hasGroup(top, ENVIRONMENT_GROUPS) && !hasGroup(top, PROJECT_GROUPS);
}

function hasGroup(top: YamlMap, groups: readonly string[]): boolean {
  const importers = mapAt(top, "importers");
  return [...(importers?.entries.keys() ?? [])].some((key) =>
    groups.some((group) => mapAt(importers, key)?.entries.has(group)),
  );
}

async function registriesOf(input: ReaderInput, problems: LockProblem[]): Promise<Registries> {
  const path = fromLockfileFolder(input.path, ".npmrc");
  try {
    const text = path === undefined ? undefined : await input.readText(path);
    return registriesFrom(text === undefined ? new Map() : readNpmrcRegistries(text));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push({ reason: `which registries serve the packages is not known: ${error.message}` });
    return registriesFrom(new Map());
  }
}
