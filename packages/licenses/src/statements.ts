import type { Location, Skipped } from "@assay/core";
import { ecosystemOf } from "@assay/inventory";
import type { InstalledTree } from "@assay/inventory/installed";
import type { DeclaredLicense } from "@assay/spdx";
import { normalizeDeclared, normalizeManifest } from "@assay/spdx";
import type { AuditPackage } from "./packages.ts";

/** Who says what a package's licence is. */
export type StatementSource = "clarification" | "lockfile" | "manifest";

export interface Statement {
  readonly license: DeclaredLicense;
  readonly source: StatementSource;
  readonly location: Location;
}

export interface Statements {
  /** In the order in which they are believed. */
  readonly statements: readonly Statement[];
  readonly skipped: readonly Skipped[];
  /** Whether a manifest of this very version was read, whatever it says. */
  readonly isInstalled: boolean;
  /** Installed manifests behind links that lead out of the working directory: not followed. */
  readonly linkedAway: number;
}

/**
 * What the lockfile says of a package, then what its installed manifest says, where it is installed. Entries without a word
 * on the licence give no statement.
 */
export async function readStatements(
  audited: AuditPackage,
  tree: InstalledTree,
): Promise<Statements> {
  const skipped: Skipped[] = [];
  const locked = audited.entries
    .filter((entry) => entry.declaredLicense !== undefined)
    .map((entry): Statement => {
      const license = normalizeDeclared(entry.declaredLicense);
      return { license, source: "lockfile", location: entry.location };
    });
  const installed: Statement[] = [];
  let isInstalled = false;
  let linkedAway = 0;
  for (const entry of audited.entries) {
    const there = await tree.find(entry);
    if (there?.kind === "outside") linkedAway += 1;
    if (there?.kind === "unusable") skipped.push({ item: there.path, reason: there.reason });
    if (there?.kind !== "found" || there.found.manifest === undefined) continue;
    isInstalled = true;
    const { path, manifest } = there.found;
    const { slashIsOr } = ecosystemOf(entry.ecosystem)?.installed ?? {};
    const license = normalizeManifest(manifest, { slashIsOr });
    if (license.text === "" && license.warnings.length === 0) continue;
    installed.push({ license, source: "manifest", location: { path } });
  }
  return { statements: [...locked, ...installed], skipped, isInstalled, linkedAway };
}
