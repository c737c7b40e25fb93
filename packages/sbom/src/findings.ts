import { type Finding, fingerprint, type Severity } from "@assay/core";
import type { Gap, Inventory, PackageGraph, Skipped } from "@assay/inventory";
import { sbomRules } from "./rules.ts";

/** Everything that keeps the document from being whole, most general first. */
export function sbomFindings({ graphs, skipped }: Inventory): readonly Finding[] {
  return [
    ...(graphs.length === 0 ? [nothingFound(skipped)] : []),
    ...skipped.filter(({ kind }) => kind !== "excluded").map(leftOut),
    ...graphs.filter(isEmpty).map(noComponents),
    ...graphs.flatMap(({ path, gaps }) => gaps.map((gap) => incompleteAt(path, gap))),
  ];
}

function nothingFound(skipped: readonly Skipped[]): Finding {
  const excluded = skipped.filter(({ kind }) => kind === "excluded").length;
  const aside = excluded === 0 ? "" : ` (${excluded} were left out on purpose: see the coverage)`;
  return {
    ruleId: "sbom.nothing-found",
    severity: severityOf("sbom.nothing-found"),
    message: `No lockfile was read, so there is no document${aside}`,
    fingerprint: fingerprint("sbom.nothing-found"),
    remediation: "Commit a lockfile, or set `working-directory` to the folder that holds it.",
  };
}

const RULES = {
  excluded: "sbom.unread-lockfile",
  unsupported: "sbom.unread-lockfile",
  unreadable: "sbom.broken-lockfile",
  unlocked: "sbom.no-lockfile",
} as const;

function leftOut({ item, reason, kind, ecosystem }: Skipped): Finding {
  const ruleId = RULES[kind];
  return {
    ruleId,
    severity: severityOf(ruleId),
    message: `The packages of ${item} are not in the document: ${reason}`,
    location: { path: item },
    ...(ecosystem === undefined ? {} : { subject: { name: item, ecosystem } }),
    fingerprint: fingerprint(ruleId, item),
  };
}

function isEmpty({ components, gaps }: PackageGraph): boolean {
  return gaps.length === 0 && components.every(({ firstParty }) => firstParty);
}

function noComponents({ path, ecosystem }: PackageGraph): Finding {
  return {
    ruleId: "sbom.no-components",
    severity: severityOf("sbom.no-components"),
    message: `${path} lists no package but the project's own`,
    location: { path },
    subject: { name: path, ecosystem },
    fingerprint: fingerprint("sbom.no-components", path),
  };
}

function incompleteAt(path: string, { item, reason, kind, location }: Gap): Finding {
  return {
    ruleId: "sbom.incomplete",
    // Every package is in the document then; only an edge is not known.
    severity: kind === "missing-peer" || kind === "orphan" ? "low" : severityOf("sbom.incomplete"),
    message: `${item === path ? path : `${item} in ${path}`} is not fully understood: ${reason}`,
    location: location ?? { path },
    fingerprint: fingerprint("sbom.incomplete", path, item, reason),
  };
}

function severityOf(ruleId: string): Severity {
  return sbomRules[ruleId]?.severity ?? "medium";
}
