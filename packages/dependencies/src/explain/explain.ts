import {
  type AdvisoryRecord,
  evaluateRecord,
  type PackageQuery,
  packageKey,
} from "@assay/advisories";
import { type CheckResult, plural, type ResultTable, UsageError } from "@assay/core";
import { packageSelector } from "@assay/purl";
import { type Audit, auditDependencies } from "../check.ts";
import type { GateContext } from "../comparison.ts";
import type { DependenciesOptions } from "../inputs.ts";
import { type LockedPackage, nameOf, subjectOf } from "../packages.ts";

/** As databases write them; no registry has packages like these. */
const IS_ID = /^(?:[A-Z]{2,}|cve|ghsa)-[\w.:-]+$/;
const MAX_RECORDS = 100;

/**
 * What is known of each id and package, and how it is decided.
 *
 * @throws UsageError where nothing of that name is in the lockfiles or in the advisories.
 */
export async function explain(
  context: GateContext,
  what: readonly string[],
  options: DependenciesOptions,
): Promise<CheckResult> {
  const audit = await auditDependencies(context, options);
  const explained = await Promise.all(what.map((each) => explainOne(audit, each)));
  const shown = new Set(explained.flatMap(({ findings }) => findings));
  const { coverage } = audit.result;
  return {
    ...audit.result,
    findings: audit.findings.filter(({ fingerprint }) => shown.has(fingerprint)),
    coverage: {
      ...coverage,
      scope: "change",
      summary: explained.map(({ said }) => said).join("; "),
    },
    tables: [
      ...explained.flatMap(({ tables }) => tables),
      ...(audit.result.tables ?? []).filter(({ title }) => title === "Advisory data"),
    ],
  };
}

interface Explained {
  readonly said: string;
  /** Fingerprints. */
  readonly findings: readonly string[];
  readonly tables: readonly ResultTable[];
}

async function explainOne(audit: Audit, what: string): Promise<Explained> {
  const wanted = what.toLowerCase();
  const hits = audit.vulnerabilities.filter(({ match }) =>
    match.group.ids.some((id) => id.toLowerCase() === wanted),
  );
  if (hits.length > 0) {
    const ids = new Set(hits.map(({ match }) => match.group.canonicalId));
    const findings = audit.findings.filter(({ variant }) => ids.has(variant?.id ?? ""));
    return {
      said: `${what}: ${plural(hits.length, "package")} concerned`,
      findings: findings.map(({ fingerprint }) => fingerprint),
      tables: [],
    };
  }
  const isMeant = IS_ID.test(what) ? () => false : packageSelector(what, "what");
  const packages = audit.packages.filter(({ component }) => isMeant(subjectOf(component)));
  const [first] = packages;
  if (first === undefined) {
    if (IS_ID.test(what))
      return { said: `${what} concerns no package that is locked here`, findings: [], tables: [] };
    throw new UsageError(`No lockfile has a package ${JSON.stringify(what.slice(0, 200))}`, {
      hint: "Write a name, `name@version`, a purl, or the id of an advisory.",
    });
  }
  const about = new Set(packages.map(({ component }) => component.location));
  const findings = audit.findings.filter(({ location }) => location && about.has(location));
  return {
    said: `${what}: ${plural(packages.length, "locked package")}, ${plural(findings.length, "finding")}`,
    findings: findings.map(({ fingerprint }) => fingerprint),
    tables: [await recordTable(audit, what, packages)],
  };
}

/** Every record that names the packages, with what it says of the version. */
async function recordTable(
  { answer }: Audit,
  what: string,
  packages: readonly LockedPackage[],
): Promise<ResultTable> {
  const queries = [...new Set(packages.flatMap(({ query }) => query ?? []))];
  const found = await answer.data?.lookup(queries);
  const rows = queries.flatMap((query) =>
    (found?.get(packageKey(query)) ?? []).map(({ record }) => [
      nameOf(query),
      record.id,
      verdictOf(record, query),
      record.summary ?? "",
    ]),
  );
  return {
    title: `Advisories that name ${what}`,
    open: true,
    columns: ["Package", "Advisory", "Verdict", "Summary"],
    rows: rows.length === 0 ? [[what, "", "no advisory names it", ""]] : rows.slice(0, MAX_RECORDS),
  };
}

function verdictOf(record: AdvisoryRecord, query: PackageQuery): string {
  if (record.withdrawn !== undefined) return `withdrawn on ${record.withdrawn.slice(0, 10)}`;
  const match = evaluateRecord(record, query);
  return match === undefined ? "not affected" : `${match.verdict}: ${match.reason}`;
}
