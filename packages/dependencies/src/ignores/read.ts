import {
  addTo,
  type CheckContext,
  type ConfigReader,
  type Evidence,
  type Finding,
  type Severity,
  type SloTarget,
} from "@assay/core";
import type { Origin } from "@assay/inventory";
import { acknowledgement, byVex, vexOf } from "../vex/exceptions.ts";
import type { Justification } from "../vex/statement.ts";
import type { Vulnerability } from "../vulnerability.ts";
import type { ImportedDenial } from "./collect.ts";
import { type Ignore, type IgnoreEntry, lastDay } from "./entry.ts";
import { ignoreFindings } from "./findings.ts";
import { importIgnores } from "./imported.ts";
import type { VexOptions } from "./inputs.ts";
import { type Judged, judge } from "./judge.ts";
import { ownIgnores } from "./own.ts";
import { type IgnorePolicyConfig, ignorePolicy } from "./policy.ts";
import { entryToPaste } from "./to-paste.ts";

/** Why an advisory does not count for a package: shown with the finding, which stays listed. */
export interface AppliedException {
  readonly by: "ignore" | "vex";
  /** The entry's own word for the advisory, or the package. */
  readonly id: string;
  /** Where it stands, for people: `assay.yml:4:5`. */
  readonly source: string;
  readonly reason: string;
  readonly owner?: string;
  /** The last day, `YYYY-MM-DD` in UTC, on which it holds. */
  readonly expires?: string;
  readonly approvedBy?: readonly string[];
  readonly justification?: Justification;
  /** Of VEX. */
  readonly status?: "not_affected" | "fixed";
  /** Of VEX: ISO 8601, when it was said. */
  readonly at?: string;
}

/** Somebody has answered: the clock of the answer ends. */
export interface Acknowledgement {
  /** Who: the author of the VEX document. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly status: "under_investigation" | "affected";
  /** Where it stands, for people. */
  readonly source: string;
  /** What is done about it, where it says so. */
  readonly note?: string;
}

export interface Exceptions {
  of(vulnerability: Vulnerability): AppliedException | undefined;
  acknowledged(vulnerability: Vulnerability): Acknowledgement | undefined;
  /** The ignore that accepts a vulnerability, to be copied. */
  toPaste(vulnerability: Vulnerability): Evidence;
  /** About the entries themselves. */
  readonly findings: readonly Finding[];
  readonly denied: readonly ImportedDenial[];
}

export interface ExceptionsOptions {
  readonly ignores?: readonly IgnoreEntry[] | undefined;
  readonly "ignore-policy"?: IgnorePolicyConfig | undefined;
  /** The vulnerabilities are those of the whole tree, and it is known whole: unused entries are reported only then. */
  readonly isWhole: boolean;
  readonly vex?: VexOptions | undefined;
  /** The repository that is looked at; that of the run where it is not given. */
  readonly origin?: Pick<Origin, "serverUrl" | "repository"> | undefined;
  /** ISO 8601: when the clock of a finding starts, where that is known. */
  firstSeen?(vulnerability: Vulnerability): string | undefined;
}

/**
 * Everything that says of an advisory that it does not count: ignores of the config file and of other tools' files, and VEX. All
 * files are read through `context.settings`: whoever brings a change does not bring what forgives it.
 *
 * @param vulnerabilities All that were found, in the change and beside it.
 * @throws UsageError for an entry of the config file that is not valid.
 */
export async function readExceptions(
  context: CheckContext & { readonly config?: ConfigReader },
  options: ExceptionsOptions,
  vulnerabilities: readonly Vulnerability[],
): Promise<Exceptions> {
  const { config } = context;
  const now = context.clock.wall().getTime();
  const slo = config?.section<Partial<Record<Severity, Partial<SloTarget>>>>("slo");
  const policy = ignorePolicy(options["ignore-policy"], slo);
  const own = ownIgnores(options.ignores ?? [], (index) =>
    config?.place(`dependencies.ignores.${index}`),
  );
  const imported = await importIgnores(context, [
    "",
    ...vulnerabilities.map(({ graph }) => folderOf(graph.path)),
  ]);
  const versions = new Map(vulnerabilities.map((each) => [each, versionsOf(each)]));
  const origins = new Map(
    [...versions].flatMap(([whole, each]) => each.map((version) => [version, whole] as const)),
  );
  const firstSeen = (each: Vulnerability) => options.firstSeen?.(origins.get(each) ?? each);
  const candidates = byAdvisory([...versions.values()].flat());
  const applied = new Map<Vulnerability, AppliedException>();
  const findings: Finding[] = [...imported.findings];
  // Our own first: they say most.
  for (const ignore of [...own, ...imported.ignores]) {
    const uses: Judged[] = candidates(ignore.advisory)
      .filter((each) => ignore.matches(each))
      .map((each) => judge(ignore, each, { policy, now, firstSeen }));
    for (const { vulnerability, problem } of uses)
      if (problem === undefined && !applied.has(vulnerability))
        applied.set(vulnerability, appliedOf(ignore));
    findings.push(...ignoreFindings(ignore, uses, { policy, now, isWhole: options.isWhole }));
  }
  const { newest, findings: faults } = await vexOf(context, options, candidates, now);
  findings.push(...faults);
  for (const [vulnerability, statement] of newest) {
    const exception = byVex(vulnerability, statement);
    if (exception !== undefined) applied.set(vulnerability, exception);
  }
  return {
    of: (vulnerability) => {
      const each = (versions.get(vulnerability) ?? []).map((version) => applied.get(version));
      return each.includes(undefined) ? undefined : each[0];
    },
    acknowledged: (vulnerability) => {
      const each = (versions.get(vulnerability) ?? []).map((version) =>
        acknowledgement(newest.get(version)),
      );
      return each.includes(undefined) ? undefined : each[0];
    },
    toPaste: (vulnerability) =>
      entryToPaste(vulnerability, context.clock.wall(), options.firstSeen?.(vulnerability), policy),
    findings,
    denied: imported.denied,
  };
}

/** One for each version: an exception for one of them leaves the others open. */
function versionsOf(vulnerability: Vulnerability): readonly Vulnerability[] {
  const { component, entries = [] } = vulnerability;
  const byVersion = new Map(
    [{ component }, ...entries].map((each) => [
      `${each.component.purl} ${each.component.version}`,
      each.component,
    ]),
  );
  return [...byVersion.values()].map((each) => ({ ...vulnerability, component: each }));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** Finds those whose group has an id, in lower case; all of them where none is named. */
function byAdvisory(vulnerabilities: readonly Vulnerability[]) {
  const byId = new Map<string, Vulnerability[]>();
  for (const each of vulnerabilities)
    for (const id of new Set(each.match.group.ids.map((name) => name.toLowerCase())))
      addTo(byId, id, each);
  return (advisory: string | undefined): readonly Vulnerability[] =>
    advisory === undefined ? vulnerabilities : (byId.get(advisory) ?? []);
}

function appliedOf({
  id,
  source,
  justification,
  reason,
  owner,
  endsAt,
  approvedBy,
}: Ignore): AppliedException {
  const { path, startLine } = source;
  return {
    by: "ignore",
    id,
    source: startLine === undefined ? path : `${path}:${startLine}`,
    reason: reason || "no reason is given",
    ...(owner !== undefined && { owner }),
    ...(endsAt !== undefined && { expires: lastDay(endsAt) }),
    ...(justification !== undefined && { justification }),
    ...(approvedBy !== undefined && { approvedBy }),
  };
}
