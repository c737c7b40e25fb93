import type { CheckResult, Finding } from "@assay/core";
import { addTo, fingerprint, plural } from "@assay/core";
import {
  ciInventory,
  type InventoryMaterial,
  inventoryOf,
  knowsAllPackages,
  type PackageGraph,
} from "@assay/inventory";
import { type Answer, askAdvisories, baseEcosystem } from "./ask.ts";
import { changeFindings } from "./change-findings.ts";
import { type PackageChange, packageChanges } from "./changes.ts";
import { baseManifests, type Comparison, compareWith, type GateContext } from "./comparison.ts";
import { compileDeny, deniedFindings } from "./denied.ts";
import { vulnerabilityFinding } from "./findings.ts";
import { type Exceptions, readExceptions } from "./ignores/read.ts";
import type { DependenciesOptions } from "./inputs.ts";
import { type LockedPackage, lockedPackages, nameOf } from "./packages.ts";
import { auditTables } from "./tables.ts";
import {
  type FoundVulnerability,
  findVulnerabilities,
  keysAtHead,
  withPaths,
} from "./vulnerabilities.ts";

/** Everything that a run knows: what reports, `explain` and suggestions for a fix are made of. */
export interface Audit {
  readonly material: InventoryMaterial;
  readonly graphs: readonly PackageGraph[];
  readonly packages: readonly LockedPackage[];
  readonly comparison: Comparison;
  readonly changes: readonly PackageChange[];
  readonly answer: Answer;
  readonly vulnerabilities: readonly FoundVulnerability[];
  /** Of the base alone; each under the lockfile that it had there. */
  readonly fixed: readonly Omit<FoundVulnerability, "path">[];
  readonly exceptions: Exceptions;
  readonly findings: readonly Finding[];
  readonly result: CheckResult;
}

/**
 * Judges every dependency by what advisories say of it, by the deny list, and by what the change does to it.
 *
 * @throws UsageError when the deny list is wrong or a named base is not there.
 * @throws ExternalError where advisories are missing or too old and `on-data-error` is `fail`.
 */
export async function auditDependencies(
  context: GateContext,
  options: DependenciesOptions,
): Promise<Audit> {
  const material = await inventoryOf(context);
  const ci = await ciInventory(context, material.repository);
  const graphs = [...material.inventory.graphs, ...ci.inventory.graphs];
  const packages = lockedPackages(graphs);
  // The policy first: a wrong one must not look like a verdict.
  const deny = compileDeny(options.deny, options.placeOf);
  const comparison = await compareWith(context, options);
  const base = comparison.kind === "base" ? lockedPackages(comparison.graphs) : [];
  const manifests =
    comparison.kind === "base" ? baseManifests(graphs, comparison.graphs) : new Map();
  const answer = await askAdvisories(context, [...packages, ...base], options);
  const before = findVulnerabilities(base, answer.matches);
  const known = keysAtHead(before, manifests);
  const found = withPaths(findVulnerabilities(packages, answer.matches), graphs);
  const vulnerabilities = found.map((each) => ({ ...each, ...changeOf(each, comparison, known) }));
  const exceptions = await readExceptions(
    context,
    {
      ignores: options.ignores,
      "ignore-policy": options.ignorePolicy,
      isWhole: answer.problems.length === 0 && knowsAllPackages(material.inventory),
    },
    vulnerabilities,
  );
  const denied = deniedFindings(packages, [...deny, ...compileDeny(exceptions.denied)]);
  const remaining = new Set(found.map(({ key }) => key));
  const fixed = before.filter((each) =>
    [...keysAtHead([each], manifests)].every((key) => !remaining.has(key)),
  );
  const isCompared = ({ graph }: LockedPackage) =>
    comparison.kind === "base" && !comparison.unreadable.has(graph.path);
  const changes = packageChanges(packages.filter(isCompared), base, manifests);
  const findings = [
    ...denied,
    ...changeFindings(changes, base),
    ...vulnerabilities.map((each) => vulnerabilityFinding(each, options, exceptions)),
    ...exceptions.findings,
    ...answer.problems.map(staleData),
    ...missingBase(comparison, options),
  ].map((each): Finding => (options.warnOnly ? { ...each, threshold: "never" } : each));
  const audit = {
    exceptions,
    ...{ material, graphs, packages, comparison, changes, answer, vulnerabilities, fixed },
    findings,
  };
  const unread = ci.inventory.skipped.map(({ item, reason }) => ({ item, reason }));
  return { ...audit, result: resultOf(audit, options, unread) };
}

function changeOf(
  { key, graph }: FoundVulnerability,
  comparison: Comparison,
  known: ReadonlySet<string>,
): { readonly change?: "new" | "existing" } {
  if (comparison.kind === "existing") return { change: "existing" };
  if (comparison.kind !== "base" || comparison.unreadable.has(graph.path)) return {};
  return { change: known.has(key) ? "existing" : "new" };
}

function staleData(problem: string): Finding {
  return {
    ruleId: "dependencies.stale-data",
    severity: "high",
    threshold: "never",
    message: problem,
    fingerprint: fingerprint("dependencies.stale-data"),
  };
}

function missingBase(
  comparison: Comparison,
  { onMissingBase }: DependenciesOptions,
): readonly Finding[] {
  if (comparison.kind !== "missing") return [];
  const isFatal = onMissingBase === "fail";
  return [
    {
      ruleId: "dependencies.no-base",
      severity: isFatal ? "critical" : "low",
      message: `${comparison.reason}: every vulnerability counts as if it were new`,
      fingerprint: fingerprint("dependencies.no-base"),
      ...(!isFatal && { threshold: "never" as const }),
    },
  ];
}

function resultOf(
  audit: Omit<Audit, "result">,
  { warnOnly }: DependenciesOptions,
  unread: CheckResult["coverage"]["skipped"],
): CheckResult {
  const { packages, answer, vulnerabilities, fixed, changes, graphs, findings, exceptions } = audit;
  const asked = packages.filter(
    ({ query }) => query !== undefined && !answer.missing.includes(baseEcosystem(query)),
  );
  const firstParty = graphs.flatMap(({ components }) => components).filter((one) => one.firstParty);
  return {
    check: "dependencies",
    findings,
    artifacts: [],
    coverage: {
      inspected: {
        lockfiles: graphs.length,
        packages: new Set(asked.map(({ query }) => query)).size,
        "first-party packages": firstParty.length,
      },
      skipped: [...unread, ...uncovered(packages, answer)],
      summary: summaryOf(audit),
      ...(graphs.length === 0 ? { nothingToDo: "no lockfile was read" } : {}),
    },
    tables: auditTables(vulnerabilities, fixed, changes, answer),
    notices: [
      ...(warnOnly ? ["`warn-only` is on: nothing that was found fails the run."] : []),
      ...exceptions.notices,
    ],
  };
}

/** The packages that nobody was asked about, each once, by why. */
function uncovered(
  packages: readonly LockedPackage[],
  { missing }: Answer,
): CheckResult["coverage"]["skipped"] {
  const reasons = new Map<string, string[]>();
  for (const { component, query } of packages) {
    if (query === undefined)
      addTo(
        reasons,
        `no advisory database covers ${component.ecosystem} packages of this kind`,
        nameOf(component),
      );
    else if (missing.includes(baseEcosystem(query)))
      addTo(reasons, `there is no data for ${baseEcosystem(query)}`, nameOf(component));
  }
  return [...reasons].flatMap(([reason, names]) =>
    [...new Set(names)].map((item) => ({ item, reason })),
  );
}

function summaryOf({
  packages,
  graphs,
  comparison,
  answer,
  vulnerabilities,
  fixed,
}: Omit<Audit, "result">): string {
  if (graphs.length === 0) return "No lockfile was read, so nothing was compared with advisories";
  const age = answer.age === undefined ? "" : `, data ${answer.age.text} old`;
  const whole = `${plural(packages.length, "package")} of ${plural(graphs.length, "lockfile")}${age}`;
  if (comparison.kind !== "base") return `${whole}, the whole tree`;
  const count = (change: "new" | "existing") =>
    vulnerabilities.filter((each) => each.change === change).length;
  return `${whole}; ${count("new")} new, ${count("existing")} existing and ${fixed.length} fixed in the ${comparison.description}`;
}
