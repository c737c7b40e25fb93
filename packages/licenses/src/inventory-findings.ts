import type { Finding, Skipped } from "@assay/core";
import { fingerprint } from "@assay/core";
import type { Inventory } from "@assay/inventory";
import type { Collected } from "./packages.ts";
import { shown } from "./wording.ts";

/** What could not be read. Packages may be missing there, so each is a finding and no mere note. */
export function inventoryFindings(
  inventory: Inventory,
  base: Inventory | undefined,
): readonly Finding[] {
  const before = new Set(base === undefined ? [] : gaps(base).map(identity));
  return gaps(inventory).map((gap) => ({
    ruleId: "licenses.incomplete",
    severity: gap.isBroken ? "high" : "medium",
    message: `Packages of ${shown(gap.item)} may be missing: ${shown(gap.reason)}`,
    location: gap.location,
    fingerprint: fingerprint("licenses.incomplete", identity(gap)),
    remediation: gap.remediation,
    ...(base === undefined ? {} : { change: before.has(identity(gap)) ? "existing" : "new" }),
  }));
}

/** What was left out on purpose. */
export function inventorySkips(inventory: Inventory): readonly Skipped[] {
  const peers = inventory.graphs.flatMap(({ gaps }) =>
    gaps.filter(({ kind }) => kind === "missing-peer"),
  );
  return [...inventory.skipped, ...peers].map(({ item, reason }) => ({ item, reason }));
}

/** Nothing was found: a pass would say nothing. */
export function emptyFinding(
  inventory: Inventory,
  { packages, firstParty }: Collected,
): Omit<Finding, "severity"> | undefined {
  if (packages.length + firstParty > 0) return undefined;
  const seen = inventory.skipped.length;
  return {
    ruleId: "licenses.nothing-audited",
    message:
      seen === 0
        ? "No lockfile was found, so no licence was audited"
        : `None of the ${seen} lockfiles that were found could be read, so no licence was audited`,
    fingerprint: fingerprint("licenses.nothing-audited"),
    remediation:
      "Commit the lockfile, set `working-directory` to the folder that has it, or lower `licenses.on-empty` if the project has no dependencies.",
  };
}

interface LockfileGap {
  readonly item: string;
  readonly reason: string;
  readonly location: { readonly path: string };
  readonly isBroken: boolean;
  readonly remediation: string;
}

const REMEDIES = {
  unreadable: "Mend the lockfile by installing again.",
  unsupported: "Audit this ecosystem with another tool, and suppress the finding with that reason.",
  unlocked:
    "Commit a lockfile for it, or audit it with another tool and suppress the finding with that reason.",
} as const;

function gaps(inventory: Inventory): readonly LockfileGap[] {
  const unread = inventory.skipped.flatMap(({ item, reason, kind }) =>
    kind === "excluded"
      ? []
      : {
          item,
          reason,
          location: { path: item },
          isBroken: kind === "unreadable",
          remediation: REMEDIES[kind],
        },
  );
  const partial = inventory.graphs.flatMap((graph) =>
    graph.gaps
      .filter(({ kind }) => kind !== "missing-peer")
      .map(({ item, reason, location }) => ({
        item,
        reason,
        location: location ?? { path: graph.path },
        isBroken: false,
        remediation: "Install again with the package manager that wrote the lockfile.",
      })),
  );
  return [...unread, ...partial];
}

function identity(gap: LockfileGap): string {
  return `${gap.location.path}\0${gap.item}\0${gap.reason}`;
}
