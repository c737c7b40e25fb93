import { UsageError } from "@assay/core";
import { textOf, textsOf } from "../../../fields.ts";
import type { PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import { type Table, tableOf, tablesOf } from "../../../toml.ts";
import { parseTableList } from "../../../toml-list.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { assemble } from "../assemble.ts";
import { anyOf } from "../condition.ts";
import type { Problem, PythonEntry } from "../entry.ts";
import { installedFolders } from "../installed.ts";
import { folderName, MANIFESTS } from "../manifests.ts";
import { isPackageName, normalizeName } from "../names.ts";
import { type Declared, readDeclarations } from "../pyproject.ts";
import { parseRequirement } from "../requirement.ts";
import { folderSource } from "../source.ts";
import { readPyproject, staleProblem } from "../stale.ts";
import { matchesContentHash } from "./content-hash.ts";
import { readEntries } from "./entries.ts";
import { readNeeds, resolver, rootNeeds } from "./needs.ts";

const HINT = "Restore it from git, or remove it and run `pdm lock`.";
const ROOT = ".";

/**
 * The graph of a `pdm.lock` of the versions 3.1 and 4.x (https://pdm-project.org/latest/usage/lockfile/). What the project asks for stands in
 * `pyproject.toml` alone.
 *
 * @throws UsageError when it is no TOML, or of a version that is not known
 */
export async function readPdmLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { rest: lock, taken } = parseTableList(
    input.path,
    input.text,
    "package",
    (listed) => listed,
    HINT,
  );
  const metadata = tableOf(lock["metadata"]);
  checkVersion(input.path, metadata);
  const { entries, problems } = readEntries(lock, taken);
  const manifest = fromLockfileFolder(input.path, "pyproject.toml") ?? "pyproject.toml";
  const { table, problems: unread } = await readPyproject(manifest, input);
  const overrides = tableOf(tableOf(ownSection(table)["resolution"])["overrides"]);
  const overruled = new Set(Object.keys(overrides).map(normalizeName));
  const resolve = resolver(entries, targetMarker(metadata), overruled);
  const { needs, problems: unmet } = readNeeds(entries, resolve);
  const root =
    table === undefined
      ? undefined
      : rootNeeds(ROOT, declaredIn(table), new Set(textsOf(metadata["groups"])), resolve);
  // Of 3.1 it is not known what the hash is made of.
  const hash = metadata["lock_version"] === "3.1" ? undefined : textOf(metadata["content_hash"]);
  const stale =
    table === undefined || root === undefined || !input.compareManifests
      ? []
      : staleProblems(manifest, hash, table, root.missing);
  return [
    assemble(input, {
      format: "pdm",
      entries: table === undefined ? entries : [rootEntry(table, manifest, input), ...entries],
      roots: table === undefined ? [] : [ROOT],
      needs: [...needs, ...(root?.needs ?? [])],
      edgeCompleteness: "complete",
      covers: MANIFESTS.flatMap((file) => fromLockfileFolder(input.path, file) ?? []),
      problems: [...problems, ...unmet, ...unread, ...stale],
      installed: await installedFolders(input),
    }),
  ];
}

function checkVersion(path: string, metadata: Table): void {
  const version = metadata["lock_version"];
  if (typeof version === "string" && /^(?:3\.1|4(?:\.\d+)*)$/.test(version)) return;
  const stated =
    JSON.stringify(version)?.slice(0, 50) ?? "no `lock_version`: it is cut off, or older than 3.1";
  throw new UsageError(
    `${path} has ${version === undefined ? "" : "lock_version "}${stated}; 3.1 and 4.x are known`,
    {
      hint: HINT,
    },
  );
}

/** The versions of Python that were locked for, over all targets. */
function targetMarker(metadata: Table): string | undefined {
  return anyOf(
    tablesOf(metadata["targets"]).map((target) =>
      textOf(target?.["requires_python"])
        ?.split(",")
        .map((clause) =>
          clause.trim().replace(/^([=!<>~]+)\s*(.*)$/, "python_full_version $1 '$2'"),
        )
        .join(" and "),
    ),
  );
}

function ownSection(pyproject: Table | undefined): Table {
  return tableOf(tableOf(pyproject?.["tool"])["pdm"]);
}

/** The standard lists, and the development groups of PDM's own section. */
function declaredIn(pyproject: Table): readonly Declared[] {
  const own = tableOf(ownSection(pyproject)["dev-dependencies"]);
  const added = Object.entries(own).flatMap(([group, list]) =>
    textsOf(list).flatMap((text): readonly Declared[] => {
      const requirement = parseRequirement(text.replace(/^-e\s+\S+#egg=/, ""));
      return requirement === undefined ? [] : [{ requirement, group: normalizeName(group) }];
    }),
  );
  const project = normalizeName(textOf(tableOf(pyproject["project"])["name"]) ?? "");
  const { declared } = readDeclarations(pyproject);
  return [...declared, ...added].filter(({ requirement }) => requirement.name !== project);
}

function rootEntry(pyproject: Table, manifest: string, input: ReaderInput): PythonEntry {
  const project = tableOf(pyproject["project"]);
  const name = textOf(project["name"]) ?? "";
  return {
    key: ROOT,
    name: isPackageName(name) ? normalizeName(name) : folderName(input),
    version: textOf(project["version"]),
    line: undefined,
    path: manifest,
    source: folderSource(ROOT, true),
    artifacts: [],
  };
}

function staleProblems(
  manifest: string,
  hash: string | undefined,
  pyproject: Table,
  missing: readonly string[],
): readonly Problem[] {
  const named = staleProblem(
    manifest,
    missing.map((each) => `${each} is not locked`),
  );
  if (named !== undefined) return [named];
  if (hash === undefined || matchesContentHash(hash, pyproject) !== false) return [];
  const reason = `it was not made from ${manifest} as it is now: the \`content_hash\` is another one`;
  return [{ kind: "stale", reason }];
}
