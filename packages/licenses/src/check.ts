import type { CheckContext, CheckResult } from "@assay/core";
import { openWorkspace } from "@assay/core";
import { readInventory, workTreeSource } from "@assay/inventory";
import { loadAllowList } from "@assay/spdx";
import type { AuditedPackage } from "./audit.ts";
import { auditPackages } from "./audit.ts";
import type { Base } from "./base.ts";
import { readBase, wantsChanges } from "./base.ts";
import type { PackageChange } from "./change.ts";
import { changesSince } from "./change.ts";
import { compileClarifications } from "./clarifications.ts";
import type { LicensesOptions } from "./command.ts";
import { licensesDocument } from "./document.ts";
import { compileExceptions } from "./exceptions.ts";
import { emptyFinding, inventoryFindings, inventorySkips } from "./inventory-findings.ts";
import { packageFindings } from "./package-findings.ts";
import type { AuditPackage } from "./packages.ts";
import { collectPackages } from "./packages.ts";
import { policyFindings } from "./policy-findings.ts";
import { silenceNotices } from "./silence.ts";
import { count } from "./wording.ts";

/**
 * Judges the licence of every dependency against the allow list.
 *
 * @throws UsageError when the allow list, an exception or a clarification is wrong, or when a named base is not there.
 */
export async function auditLicenses(
  context: CheckContext,
  options: LicensesOptions,
): Promise<CheckResult> {
  // The policy first: a wrong one must not look like a verdict.
  const allowList = loadAllowList(options.allow);
  const exceptions = compileExceptions(options.exceptions ?? [], context.clock.wall());
  const clarifications = compileClarifications(options.clarifications ?? []);
  const workspace = await openWorkspace(context.root);
  const inventory = await readInventory(workTreeSource(workspace));
  const collected = collectPackages(inventory);
  const base = wantsChanges(options, context) ? await readBase(context, options) : undefined;
  const comparison = typeof base === "object" ? base : undefined;
  // Everything is judged, for exceptions are compared with the whole tree; told is what is in scope and in the change.
  const audit = await auditPackages(
    collected.packages,
    { allowList, exceptions, clarifications },
    workspace,
    (done) => context.progress.update("licences", done, collected.packages.length),
  );
  const told = select(audit.packages, options, comparison);
  const gaps = inventoryFindings(inventory, comparison?.inventory);
  const empty = emptyFinding(inventory, collected);
  const heard = told.map(({ each }) => each);
  return {
    check: "licenses",
    title: "Licences",
    findings: [
      ...(empty === undefined ? [] : [{ ...empty, severity: options.onEmpty }]),
      ...gaps,
      ...told.flatMap(({ each, change }) => packageFindings(each, change, options, context)),
      ...policyFindings(audit, exceptions, clarifications, gaps.length === 0),
    ],
    artifacts: [licensesDocument(heard)],
    coverage: {
      inspected: {
        lockfiles: inventory.graphs.length,
        packages: told.length,
        "first-party packages": collected.firstParty,
      },
      skipped: [...inventorySkips(inventory), ...audit.skipped],
      summary: summary(told.length, collected.packages.length, inventory.graphs.length, comparison),
      ...(comparison === undefined ? {} : { scope: "change" }),
    },
    notices: [...(typeof base === "string" ? [base] : []), ...silenceNotices(inventory, heard)],
  };
}

interface Told {
  readonly each: AuditedPackage;
  readonly change: PackageChange | undefined;
}

/** The packages that the verdict is about. */
function select(
  packages: readonly AuditedPackage[],
  { scope }: LicensesOptions,
  base: Base | undefined,
): readonly Told[] {
  const inScope = ({ subject }: AuditPackage) => scope === "all" || subject.scope !== "development";
  const changeOf = base === undefined ? undefined : changesSince(base.inventory, inScope);
  return packages
    .filter(({ audited }) => inScope(audited))
    .map((each) => ({ each, change: changeOf?.(each.audited) }))
    .filter(({ change }) => change?.kind !== "unchanged");
}

function summary(told: number, all: number, lockfiles: number, base: Base | undefined): string {
  const whole = `${count(all, "package")} of ${count(lockfiles, "lockfile")}`;
  if (base !== undefined) return `${told} of ${whole}: what is new in the ${base.description}`;
  return told === all ? `${whole}, the whole tree` : `${told} of ${whole}: those in scope`;
}
