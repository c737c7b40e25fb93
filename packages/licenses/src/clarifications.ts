import { createHash } from "node:crypto";
import type { Subject, Workspace } from "@assay/core";
import { isInside, UsageError } from "@assay/core";
import type { DeclaredLicense } from "@assay/spdx";
import { normalizeDeclared, parseExpression } from "@assay/spdx";
import { selector, throwAll } from "./exceptions.ts";
import type { ClarificationEntry } from "./options.ts";
import type { AuditPackage } from "./packages.ts";

export interface CompiledClarification {
  readonly entry: ClarificationEntry;
  readonly license: DeclaredLicense;
  matches(subject: Subject): boolean;
}

const MAX_LICENSE_FILE_BYTES = 10 * 1024 * 1024;

/** @throws UsageError for entries that are not valid, all at once. */
export function compileClarifications(
  entries: readonly ClarificationEntry[],
  placeOf: (index: number) => string = () => "",
): readonly CompiledClarification[] {
  const problems: string[] = [];
  const compiled = entries.map((entry, index) => {
    const key = `${placeOf(index)}licenses.clarifications[${index}]`;
    const parsed = parseExpression(entry.license);
    if (!parsed.ok) {
      problems.push(`${key}.license is no SPDX expression: ${parsed.problem.message}`);
    }
    if (entry.files.length === 0) problems.push(`${key}.files is empty; name what was read`);
    return {
      entry,
      license: normalizeDeclared(entry.license),
      matches: selector(entry.package, `${key}.package`, problems),
    };
  });
  throwAll(problems, "licence clarification");
  return compiled;
}

/** What a clarification is about can't be read, and not because anything changed. */
export const NOT_INSTALLED = "the package is not installed";

/**
 * Why a clarification does not hold for a package, as a clause; `undefined` where every file is as it was read, in every place
 * where the package is installed.
 */
export async function whyStale(
  { entry }: CompiledClarification,
  { entries }: AuditPackage,
  workspace: Workspace,
): Promise<string | undefined> {
  for (const { installPath } of entries) {
    if (installPath === undefined || !(await exists(installPath, workspace))) return NOT_INSTALLED;
    for (const file of entry.files) {
      const reason = await whyFileStale(file, installPath, workspace);
      if (reason !== undefined) return `${file.path} ${reason}`;
    }
  }
  return undefined;
}

async function exists(folder: string, workspace: Workspace): Promise<boolean> {
  try {
    return (await workspace.readIfPresent(folder)) !== undefined;
  } catch (error) {
    // It is there, and no file.
    if (error instanceof UsageError) return true;
    throw error;
  }
}

async function whyFileStale(
  file: ClarificationEntry["files"][number],
  folder: string,
  workspace: Workspace,
): Promise<string | undefined> {
  try {
    const path = `${folder}/${file.path}`;
    if (!isInside(await workspace.resolve(folder), await workspace.resolve(path))) {
      return "lies outside the package";
    }
    const bytes = await workspace.read(path, MAX_LICENSE_FILE_BYTES);
    const found = createHash("sha256").update(bytes).digest("hex");
    return found === file.sha256 ? undefined : `has the SHA-256 ${found}`;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return "is missing or can't be read";
  }
}
