import type { CheckContext, CheckResult, ConfigReader } from "@assay/core";
import { openWorkspace, plural } from "@assay/core";
import { withFirstSeen } from "@assay/git";
import { inventoryOf, knowsAllPackages } from "@assay/inventory";
import { installedPackages } from "@assay/inventory/installed";
import { loadAllowList } from "@assay/spdx";
import { acceptedTables } from "./accepted.ts";
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
import { missingLicenseNotices } from "./missing-licenses.ts";
import { packageFindings } from "./package-findings.ts";
import type { AuditPackage } from "./packages.ts";
import { collectPackages } from "./packages.ts";
import { policyFindings } from "./policy-findings.ts";

/**
 * Judges the licence of every dependency against the allow list. What the inventory does not know is reported with the inventory.
 *
 * @throws UsageError when the allow list, an exception or a clarification is wrong, or when a named base is not there.
 */
export async function auditLicenses(
  context: CheckContext & { readonly config?: ConfigReader },
  options: LicensesOptions,
): Promise<CheckResult> {
  const placeOf = (list: string) => (index: number) => options.placeOf?.(`${list}.${index}`) ?? "";
  // The policy first: a wrong one must not look like a verdict.
  const allowList = loadAllowList(options.allow, placeOf("licenses.allow"));
  const exceptions = compileExceptions(
    options.exceptions ?? [],
    context.clock.wall(),
    placeOf("licenses.exceptions"),
  );
  const clarifications = compileClarifications(
    options.clarifications ?? [],
    placeOf("licenses.clarifications"),
  );
  const workspace = await openWorkspace(context.root);
  const { inventory } = await inventoryOf(context);
  const collected = collectPackages(inventory);
  const base = wantsChanges(options, context) ? await readBase(context, options) : undefined;
  const comparison = typeof base === "object" ? base : undefined;
  // Everything is judged, for exceptions are compared with the whole tree; reported is what is in scope and in the change.
  const audit = await auditPackages(
    collected.packages,
    { allowList, exceptions, clarifications },
    workspace,
    await installedPackages(context),
    (done) => context.progress.update("licences", done, collected.packages.length),
  );
  const selected = select(audit.packages, options, comparison);
  const shown = selected.map(({ each }) => each);
  return {
    check: "licenses",
    findings: [
      ...(await withFirstSeen(
        context,
        selected.flatMap(({ each, change }) => packageFindings(each, change, options, context)),
      )),
      ...policyFindings(audit, exceptions, clarifications, knowsAllPackages(inventory)),
    ],
    artifacts: [licensesDocument(shown)],
    coverage: {
      inspected: {
        lockfiles: inventory.graphs.length,
        packages: selected.length,
        "first-party packages": collected.firstParty,
      },
      skipped: audit.skipped,
      summary: summary(
        selected.length,
        collected.packages.length,
        inventory.graphs.length,
        comparison,
      ),
      ...(comparison === undefined ? {} : { scope: "change" }),
      // The findings of the inventory say why, and fail the run.
      ...(inventory.graphs.length === 0 ? { nothingToDo: "no lockfile was read" } : {}),
    },
    tables: acceptedTables(shown),
    notices: [
      ...(typeof base === "string" ? [base] : []),
      ...missingLicenseNotices(inventory, shown),
    ],
  };
}

interface Selected {
  readonly each: AuditedPackage;
  readonly change: PackageChange | undefined;
}

/** The packages that the verdict is about. */
function select(
  packages: readonly AuditedPackage[],
  { scope }: LicensesOptions,
  base: Base | undefined,
): readonly Selected[] {
  const inScope = ({ subject }: AuditPackage) => scope === "all" || subject.scope !== "development";
  const changeOf = base === undefined ? undefined : changesSince(base.inventory, inScope);
  return packages
    .filter(({ audited }) => inScope(audited))
    .map((each) => ({ each, change: changeOf?.(each.audited) }))
    .filter(({ change }) => change?.kind !== "unchanged");
}

function summary(selected: number, all: number, lockfiles: number, base: Base | undefined): string {
  if (lockfiles === 0) return "No lockfile was read, so no licence was audited";
  const whole = `${plural(all, "package")} of ${plural(lockfiles, "lockfile")}`;
  if (base !== undefined) return `${selected} of ${whole}: what is new in the ${base.description}`;
  return selected === all ? `${whole}, the whole tree` : `${selected} of ${whole}: those in scope`;
}
