import { realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Location, Skipped, Workspace } from "@assay/core";
import { isInside, UsageError } from "@assay/core";
import { type Component, ecosystemOf } from "@assay/inventory";
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

const MAX_MANIFEST_BYTES = 1024 * 1024;

/**
 * What the lockfile says of a package, then what its installed manifest says, where it is installed. Entries without a word
 * on the licence give no statement.
 */
export async function readStatements(
  audited: AuditPackage,
  workspace: Workspace,
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
    const manifest = await readInstalled(entry, workspace);
    if (manifest === undefined) continue;
    if (manifest === OUTSIDE) {
      linkedAway += 1;
      continue;
    }
    if (typeof manifest === "string") {
      skipped.push({ item: installedFile(entry) ?? entry.name, reason: manifest });
      continue;
    }
    isInstalled = true;
    const { slashIsOr } = ecosystemOf(entry.ecosystem)?.installed ?? {};
    const license = normalizeManifest(manifest.content, { slashIsOr });
    if (license.text === "" && license.warnings.length === 0) continue;
    installed.push({ license, source: "manifest", location: { path: manifest.path } });
  }
  return { statements: [...locked, ...installed], skipped, isInstalled, linkedAway };
}

const OUTSIDE = Symbol("behind a link that leads out");

/** The installed manifest of this very version; a clause that says why it can't be used; or nothing. */
async function readInstalled(
  entry: Component,
  workspace: Workspace,
): Promise<
  { readonly path: string; readonly content: object } | string | typeof OUTSIDE | undefined
> {
  const installed = ecosystemOf(entry.ecosystem)?.installed;
  if (installed === undefined) return undefined;
  const path = installedFile(entry);
  if (path === undefined) return undefined;
  const real = await realpath(join(workspace.root, path)).catch(() => undefined);
  if (real !== undefined && !isInside(workspace.root, real)) return OUTSIDE;
  let text: string;
  try {
    const bytes = await workspace.readIfPresent(path, MAX_MANIFEST_BYTES);
    if (bytes === undefined) return undefined;
    text = new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof UsageError) return lowerFirst(error.message);
    throw error;
  }
  const found = await installed.read(text);
  if (typeof found === "string") return found;
  if (found.name !== entry.name || found.version !== entry.version) {
    return "another version is installed than the lockfile names";
  }
  return { path, content: found.manifest };
}

/** Where the package would say its licence if it is installed. */
function installedFile({ installPath, ecosystem }: Component): string | undefined {
  const file = ecosystemOf(ecosystem)?.installed?.file;
  return installPath === undefined || file === undefined ? undefined : `${installPath}/${file}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
