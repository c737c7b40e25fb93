import type { CheckResult, Finding } from "@assay/core";
import { fingerprint, parseDuration } from "@assay/core";
import {
  ciInventory,
  type InventoryMaterial,
  inventoryOf,
  knowsAllPackages,
  type PackageGraph,
} from "@assay/inventory";
import { type Answer, askAdvisories } from "./ask.ts";
import { changeFindings } from "./change-findings.ts";
import { type PackageChange, packageChanges } from "./changes.ts";
import { datesOf } from "./clocks.ts";
import {
  baseManifests,
  type Comparison,
  compareWith,
  type GateContext,
  prepareComparison,
} from "./comparison.ts";
import { compileDeny, deniedFindings } from "./denied.ts";
import { readExploited } from "./exploited.ts";
import { vulnerabilityFinding } from "./findings.ts";
import { planFixes } from "./fix/plan.ts";
import type { FixSuggestion } from "./fix/suggestion.ts";
import { type Exceptions, readExceptions } from "./ignores/read.ts";
import type { DependenciesOptions } from "./inputs.ts";
import { type LockedPackage, packageReader } from "./packages.ts";
import { resultOf } from "./result.ts";
import { isUpdateEvent, updateFindings } from "./update/findings.ts";
import type { UpdateReview } from "./update/review.ts";
import {
  byKeyAtHead,
  type FoundVulnerability,
  findVulnerabilities,
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
  /** What to change for what is open at the head, the worst first. */
  readonly fixes: readonly FixSuggestion[];
  /** Of a pull request: whether it is an update that may be merged without a person. */
  readonly review?: UpdateReview;
  readonly findings: readonly Finding[];
  readonly result: CheckResult;
}

/**
 * Judges every dependency by what advisories say of it, by the deny list, and by what the change does to it.
 *
 * @throws UsageError when `max-age` or the deny list is wrong, or a named base is not there.
 * @throws ExternalError where advisories are missing or too old and `on-data-error` is `fail`.
 */
export async function auditDependencies(
  context: GateContext,
  options: DependenciesOptions,
): Promise<Audit> {
  // What is wrong with the settings is said before anything is read.
  parseDuration(options.maxAge, "max-age");
  const prepared = prepareComparison(context, options);
  const material = await inventoryOf(context).finally(() => prepared);
  const ci = await ciInventory(context, material.repository);
  const graphs = [...material.inventory.graphs, ...ci.inventory.graphs];
  const lockedPackages = packageReader();
  const packages = lockedPackages(graphs);
  // The policy first: a wrong one must not look like a verdict.
  const deny = compileDeny(options.deny, options.placeOf);
  const exploited = await readExploited(context, options);
  const comparison = await compareWith(context, options);
  const skipped = [...material.inventory.skipped, ...ci.inventory.skipped];
  // What can't be read now is not gone.
  const unread = new Set(skipped.map(({ item }) => item));
  const baseGraphs =
    comparison.kind === "base" ? comparison.graphs.filter(({ path }) => !unread.has(path)) : [];
  const base = lockedPackages(baseGraphs);
  const manifests = baseManifests(graphs, baseGraphs);
  const answer = await askAdvisories(context, [...packages, ...base], options);
  const before = findVulnerabilities(base, answer.matches);
  const known = byKeyAtHead(before, manifests);
  const found = withPaths(findVulnerabilities(packages, answer.matches), graphs);
  const vulnerabilities = found.map((each) => ({ ...each, ...changeOf(each, comparison, known) }));
  // Git looks for the dates while the fixes are planned.
  const [since, fixes] = await Promise.all([
    datesOf(context, vulnerabilities, known, comparison),
    planFixes(context, vulnerabilities, answer.data),
  ]);
  const exceptions = await readExceptions(
    context,
    {
      ignores: options.ignores,
      "ignore-policy": options.ignorePolicy,
      firstSeen: (each) => since(each as FoundVulnerability).firstSeen,
      vex: options.vex,
      origin: material.repository.origin,
      isWhole: answer.problems.length === 0 && knowsAllPackages(material.inventory),
    },
    vulnerabilities,
  );
  const denied = deniedFindings(packages, [...deny, ...compileDeny(exceptions.denied)]);
  const remaining = new Set(found.map(({ key }) => key));
  const fixed = before.filter((each) =>
    [...byKeyAtHead([each], manifests).keys()].every((key) => !remaining.has(key)),
  );
  const isCompared = ({ graph }: LockedPackage) =>
    comparison.kind === "base" && !comparison.unreadable.has(graph.path);
  // A lockfile with the bytes of the base was read once, and nothing of it changes.
  const [now, then] = [new Set(graphs), new Set(baseGraphs)];
  const changes = packageChanges(
    packages.filter((each) => isCompared(each) && !then.has(each.graph)),
    base.filter(({ graph }) => !now.has(graph)),
    manifests,
  );
  const judged = [
    ...denied,
    ...changeFindings(changes, base),
    ...vulnerabilities.map((each) => ({
      ...vulnerabilityFinding(each, options, exceptions, fixes, exploited(each)),
      ...since(each),
    })),
    ...exceptions.findings,
    ...staleData(answer.problems),
    ...missingBase(comparison, options),
  ];
  const facts = { material, graphs, comparison, changes, vulnerabilities, fixed };
  const review = isUpdateEvent(context.event)
    ? await (await import("./update/gate.ts")).reviewOf(
        context,
        { ...facts, findings: judged },
        options,
      )
    : undefined;
  const findings = [...judged, ...updateFindings(review)].map(
    (each): Finding => (options.warnOnly ? { ...each, threshold: "never" } : each),
  );
  const audit = {
    ...{ ...facts, exceptions, fixes, packages, answer, findings },
    ...(review !== undefined && { review }),
  };
  const artifacts = await exceptionDocuments(context, audit, options.vex);
  return { ...audit, result: { ...resultOf(audit, options, ci.inventory.skipped), artifacts } };
}

async function exceptionDocuments(
  context: GateContext,
  { material, vulnerabilities, exceptions }: Omit<Audit, "result">,
  vex: DependenciesOptions["vex"],
) {
  if (vex === undefined || vex.documents.length === 0) return [];
  const { vexDocuments } = await import("./vex/documents.ts");
  return vexDocuments(context, vex, material, vulnerabilities, exceptions);
}

function changeOf(
  { key, graph, component }: FoundVulnerability,
  comparison: Comparison,
  known: ReadonlyMap<string, Pick<FoundVulnerability, "component">>,
): { readonly change?: "new" | "existing" } {
  if (comparison.kind === "existing") return { change: "existing" };
  if (comparison.kind !== "base" || comparison.unreadable.has(graph.path)) return {};
  const before = known.get(key)?.component;
  // What only development or a choice needed was judged by another threshold: in the product it is new.
  const isRaised = component.scope === "runtime" && before?.scope !== "runtime";
  return { change: before === undefined || isRaised ? "new" : "existing" };
}

function staleData(problems: readonly string[]): readonly Finding[] {
  if (problems.length === 0) return [];
  const ruleId = "dependencies.stale-data";
  const message = problems.join("; ");
  return [
    { ruleId, severity: "high", threshold: "never", message, fingerprint: fingerprint(ruleId) },
  ];
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
