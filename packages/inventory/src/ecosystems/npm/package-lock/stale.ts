import { semverRange } from "@assay/versions";
import { listed } from "../../../assemble/stale.ts";
import { withoutCredentials } from "../../../credentials.ts";
import { isPeerAlone } from "../lock-graph/stale.ts";
import { type Unmet, wantedBy } from "./edges.ts";
import type { NpmLockfile, NpmProblem } from "./entry.ts";
import type { NpmManifest } from "./manifests.ts";
import { nodeResolution, type Resolve } from "./resolution.ts";

/**
 * What the manifests ask for and the lockfile does not say, or says otherwise: a problem for each manifest. A range that was
 * changed counts only where the locked version does not fulfil it, as in `npm ci`.
 */
export function staleProblems(
  { entries, nested }: NpmLockfile,
  manifests: ReadonlyMap<string, NpmManifest>,
  unmet: readonly Unmet[],
): readonly NpmProblem[] {
  const resolve = nodeResolution(entries);
  const problems: NpmProblem[] = [];
  for (const [key, manifest] of manifests) {
    const entry = entries.get(key);
    if (entry === undefined) continue;
    // Version 1 has no entry for the project: its manifest stands in for it.
    const differences =
      nested && key === ""
        ? unmet.filter(isOfProject).map(({ name }) => `${name} is not locked`)
        : compare(manifest, wantedBy(entry), resolve, { key, nested });
    if (differences.length === 0) continue;
    const { text, identity } = listed(differences);
    const reason = `${manifest.path} asks for other packages: ${text}`;
    problems.push({ key, line: entry.line, kind: "stale", reason, identity });
  }
  return problems;
}

/** Whether the project itself asks for it, and not for a peer. */
export function isOfProject({ from, kind }: Unmet): boolean {
  return from.key === "" && kind !== "peer";
}

function compare(
  { entry }: NpmManifest,
  locked: ReturnType<typeof wantedBy>,
  resolve: Resolve,
  { key, nested }: { readonly key: string; readonly nested: boolean },
): readonly string[] {
  const asked = wantedBy(entry);
  const differences: string[] = [];
  for (const [name, { kind, range }] of asked) {
    const before = locked.get(name);
    // Version 1 keeps neither the kinds of what a member asks for nor its peers.
    if (before === undefined) {
      if (!nested || !isPeerAlone(entry, name)) differences.push(`${name} is not locked`);
    } else if (!nested && before.kind !== kind)
      differences.push(`${name} is locked as ${before.kind}`);
    else if (
      spelled(before.range) !== spelled(range) &&
      !fulfils(resolve(key, name)?.version, range)
    )
      differences.push(
        `${name} is locked for ${withoutCredentials(before.range) || "any version"}`,
      );
  }
  for (const name of locked.keys())
    if (!asked.has(name)) differences.push(`${name} is no longer asked for`);
  return differences;
}

/** Two spellings of one requirement: npm writes them alike. */
function spelled(range: string): string {
  const text = range.trim().replace(/\s+/g, " ");
  return text.startsWith("file:")
    ? text.replace(/^file:(?:\.\/)+/, "file:").replace(/\/+$/, "")
    : text;
}

function fulfils(version: string | undefined, range: string): boolean {
  return version !== undefined && (semverRange(range)?.(version) ?? false);
}
