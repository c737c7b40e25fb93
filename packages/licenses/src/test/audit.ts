import type { CheckContext, CheckResult, Finding, TriggerEvent } from "@assay/core";
import { fixedClock, NO_CONFIG } from "@assay/core";
import { DEFAULT_ALLOW } from "@assay/spdx/default-allow";
import { checkContext, temporaryFolder, writeFiles } from "@assay/testkit";
import { auditLicenses } from "../check.ts";
import type { LicensesOptions } from "../command.ts";

export const TODAY = "2026-12-01T12:00:00Z";

export type LockEntries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A package-lock.json, version 3, in which the root needs every entry that has no `dev`. */
export function packageLock(entries: LockEntries, root: Record<string, unknown> = {}): string {
  const names = (dev: boolean) =>
    Object.fromEntries(
      Object.entries(entries)
        .filter(
          ([path, entry]) => !path.includes("/node_modules/") && (entry["dev"] ?? false) === dev,
        )
        .map(([path, entry]) => [path.replace("node_modules/", ""), String(entry["version"])]),
    );
  const own = {
    name: "app",
    version: "1.0.0",
    dependencies: names(false),
    devDependencies: names(true),
  };
  const packages = { "": { ...own, ...root }, ...withIntegrity(entries) };
  return JSON.stringify({ name: "app", version: "1.0.0", lockfileVersion: 3, packages }, null, 2);
}

const INTEGRITY = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;

/** That entries have no checksum is not what these tests are about. */
function withIntegrity(entries: LockEntries): LockEntries {
  return Object.fromEntries(
    Object.entries(entries).map(([path, entry]) => {
      const isOwn = !path.includes("node_modules/") || entry["link"] === true;
      return [path, isOwn ? entry : { integrity: INTEGRITY, ...entry }];
    }),
  );
}

/** A folder with these files. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, files);
  return folder;
}

/** A folder with one lockfile of these entries, and further files. */
export function projectWith(
  entries: LockEntries,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  return folderWith({ "package-lock.json": packageLock(entries), ...files });
}

/** What a check gets in a folder. */
export function contextAt(root: string, event: TriggerEvent | null = null): CheckContext {
  return checkContext(root, { event, clock: fixedClock(TODAY) });
}

/** What the command passes on where nothing is set. */
export const DEFAULTS = {
  allow: DEFAULT_ALLOW,
  mode: "auto",
  scope: "all",
  onUnknown: "high",
  onInvalid: "high",
} as const satisfies LicensesOptions;

export function audit(
  root: string,
  options: Partial<LicensesOptions> = {},
  event: TriggerEvent | null = null,
  config: Readonly<Record<string, object>> = {},
): Promise<CheckResult> {
  const reader = { ...NO_CONFIG, section: <T>(key: string) => config[key] as T | undefined };
  return auditLicenses({ ...contextAt(root, event), config: reader }, { ...DEFAULTS, ...options });
}

/** `rule name@version`, in the order of the report. */
export function reported(result: CheckResult): readonly string[] {
  return result.findings.map(({ ruleId, subject }) =>
    subject === undefined ? ruleId : `${ruleId} ${subject.name}@${subject.version ?? ""}`,
  );
}

/** The only finding of a rule. */
export function only(result: CheckResult, ruleId: string): Finding {
  const found = result.findings.filter((finding) => finding.ruleId === ruleId);
  const [first] = found;
  if (first === undefined || found.length !== 1) {
    throw new Error(`${found.length} findings of ${ruleId}: ${reported(result).join(", ")}`);
  }
  return first;
}
