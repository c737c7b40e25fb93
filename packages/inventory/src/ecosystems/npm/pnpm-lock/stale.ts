import { matchesWildcard, UsageError } from "@assay/core";
import { fromLockfileFolder } from "../../../paths.ts";
import { readYaml } from "../../../yaml/read.ts";
import { isYamlMap, mapAt, textAt, textsAt, type YamlMap } from "../../../yaml/value.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { Member } from "../lock-graph/members.ts";
import type { LockProblem } from "../lock-graph/node.ts";
import { type LockedRequirement, staleProblem } from "../lock-graph/stale.ts";
import { candidateKeys } from "./dep-path.ts";
import type { ImporterGroup, PnpmDocument } from "./lockfile.ts";

const KINDS: Readonly<Partial<Record<ImporterGroup, LockedRequirement["kind"]>>> = {
  dependencies: "runtime",
  optionalDependencies: "optional",
  devDependencies: "development",
};

/** What manifests and `pnpm-workspace.yaml` ask for and the lockfile has otherwise. */
export async function staleProblems(
  input: ReaderInput,
  document: PnpmDocument,
  members: readonly Member[],
): Promise<readonly LockProblem[]> {
  if (!input.compareManifests) return [];
  const { top } = document;
  const overridden = [...(mapAt(top, "overrides")?.entries.keys() ?? [])].map(overriddenName);
  const ignored = textsAt(top, "ignoredOptionalDependencies");
  const withoutLinks = textAt(mapAt(top, "settings"), "excludeLinksFromLockfile") === "true";
  const problems = members.flatMap((member) =>
    staleProblem(member, lockedBy(member, document), {
      isOverridden: (name) => overridden.includes(name),
      mayLack: (name, range, kind) =>
        (kind === "optional" && ignored.some((pattern) => matchesWildcard(pattern, name))) ||
        (withoutLinks && /^(?:link|workspace|file):/.test(range)),
    }),
  );
  return [...problems, ...(await catalogProblems(input, document))];
}

function lockedBy(
  { folder }: Member,
  { importers, snapshots, style }: PnpmDocument,
): ReadonlyMap<string, LockedRequirement> {
  const locked = new Map<string, LockedRequirement>();
  for (const { group, name, specifier = "", version } of importers.get(folder)?.requirements ??
    []) {
    const kind = KINDS[group];
    if (kind === undefined) continue;
    const key = candidateKeys(name, version, style).find((each) => snapshots.has(each));
    const found = key === undefined ? undefined : snapshots.get(key);
    locked.set(name, { kind, range: specifier, version: found?.version });
  }
  return locked;
}

/** `a`, `a@1`, `parent>a@2`: the package whose range it decides. */
function overriddenName(selector: string): string {
  const last = selector.slice(selector.lastIndexOf(">") + 1);
  const at = last.indexOf("@", 1);
  return at < 0 ? last : last.slice(0, at);
}

/** The ranges of catalogs stand in `pnpm-workspace.yaml`, and what they were when the lockfile was written stands there. */
async function catalogProblems(
  input: ReaderInput,
  { top }: PnpmDocument,
): Promise<readonly LockProblem[]> {
  const locked = mapAt(top, "catalogs");
  const path = fromLockfileFolder(input.path, "pnpm-workspace.yaml");
  if (locked === undefined || path === undefined) return [];
  let workspace: YamlMap | undefined;
  try {
    const text = await input.readText(path);
    if (text === undefined) return [];
    const value = readYaml(path, text).documents[0]?.value;
    workspace = isYamlMap(value) ? value : undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [{ reason: `nobody can say whether its catalogs fit ${path}: ${error.message}` }];
  }
  const differences: string[] = [];
  for (const name of locked.entries.keys()) {
    const catalog = mapAt(mapAt(workspace, "catalogs"), name);
    const asked = catalog ?? (name === "default" ? mapAt(workspace, "catalog") : undefined);
    for (const dependency of mapAt(locked, name)?.entries.keys() ?? []) {
      const before = textAt(mapAt(mapAt(locked, name), dependency), "specifier");
      if (textAt(asked, dependency) !== before)
        differences.push(`${dependency} is locked for ${before}`);
    }
  }
  if (differences.length === 0) return [];
  const reason = `${path} asks for other packages: ${differences.slice(0, 5).join(", ")}`;
  return [{ kind: "stale", line: locked.line, reason, identity: differences.join("\n") }];
}
