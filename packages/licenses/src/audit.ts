import { plural, type Skipped, type Workspace } from "@assay/core";
import type { InstalledTree } from "@assay/inventory/installed";
import type { AllowList } from "@assay/spdx";
import { type CompiledClarification, whyStale } from "./clarifications.ts";
import type { CompiledException } from "./exceptions.ts";
import type { PackageVerdict } from "./package-verdict.ts";
import { createJudge } from "./package-verdict.ts";
import type { AuditPackage } from "./packages.ts";
import { readStatements } from "./statements.ts";

/** One package with everything that was decided about it. */
export interface AuditedPackage {
  readonly audited: AuditPackage;
  readonly judgement: PackageVerdict;
  /** Whether its installed manifest was read; not looked for where a clarification speaks. */
  readonly isInstalled: boolean;
  /** The exception that lets it pass. */
  readonly exception?: CompiledException;
}

export interface Audit {
  /** In the order of the packages. */
  readonly packages: readonly AuditedPackage[];
  readonly skipped: readonly Skipped[];
  readonly staleClarifications: readonly {
    readonly clarification: CompiledClarification;
    readonly audited: AuditPackage;
    readonly reason: string;
  }[];
  /** Exceptions and clarifications that at least one package needed. */
  readonly used: ReadonlySet<CompiledException | CompiledClarification>;
}

export interface AuditPolicy {
  readonly allowList: AllowList;
  readonly exceptions: readonly CompiledException[];
  readonly clarifications: readonly CompiledClarification[];
}

const CONCURRENCY = 16;

const AWAY = "a link leads out of the working directory, which is not followed";

/** Finds and judges the licence of every package. */
export async function auditPackages(
  packages: readonly AuditPackage[],
  policy: AuditPolicy,
  workspace: Workspace,
  tree: InstalledTree,
  tell: (done: number) => void,
): Promise<Audit> {
  const judge = createJudge(policy.allowList);
  const skipped: Skipped[] = [];
  let linkedAway = 0;
  const stale: Audit["staleClarifications"][number][] = [];
  const used = new Set<CompiledException | CompiledClarification>();
  const auditOne = async (audited: AuditPackage): Promise<AuditedPackage> => {
    const { subject, entries } = audited;
    const fallback = entries[0]?.location ?? { path: "" };
    for (const clarification of policy.clarifications) {
      if (!clarification.matches(subject)) continue;
      const reason = await whyStale(clarification, audited, workspace);
      if (reason !== undefined) {
        stale.push({ clarification, audited, reason });
        continue;
      }
      used.add(clarification);
      const { license } = clarification;
      const statement = { license, source: "clarification", location: fallback } as const;
      const judgement = judge.judge([statement], fallback);
      return withException({ audited, judgement, isInstalled: false }, policy, used);
    }
    const read = await readStatements(audited, tree);
    skipped.push(...read.skipped);
    linkedAway += read.linkedAway;
    const judgement = judge.judge(read.statements, fallback);
    return withException({ audited, judgement, isInstalled: read.isInstalled }, policy, used);
  };
  const results: AuditedPackage[] = [];
  for (let from = 0; from < packages.length; from += CONCURRENCY) {
    results.push(...(await Promise.all(packages.slice(from, from + CONCURRENCY).map(auditOne))));
    tell(results.length);
  }
  // Where packages are linked from a store, that is each of them: one line says it for all.
  if (linkedAway > 0) skipped.push({ item: plural(linkedAway, "installed package"), reason: AWAY });
  return {
    packages: results,
    skipped: skipped.sort((a, b) => (a.item < b.item ? -1 : 1)),
    staleClarifications: stale.sort((a, b) => (a.audited.key < b.audited.key ? -1 : 1)),
    used,
  };
}

function withException(
  each: AuditedPackage,
  { exceptions }: AuditPolicy,
  used: Set<CompiledException | CompiledClarification>,
): AuditedPackage {
  const { audited, judgement } = each;
  if (judgement.evaluation.verdict === "allow") return each;
  const matching = exceptions.filter((exception) => exception.matches(audited.subject));
  // A pin lets one licence pass: what another source says is not accepted with it.
  const covering = judgement.objectionable.map(({ license }) =>
    matching.filter((exception) => exception.covers(license)),
  );
  if (covering.some((exceptions) => exceptions.length === 0)) return each;
  for (const exception of covering.flat()) used.add(exception);
  const valid = covering.map((exceptions) => exceptions.find(({ expired }) => !expired));
  const [exception] = valid;
  return exception === undefined || valid.includes(undefined) ? each : { ...each, exception };
}
