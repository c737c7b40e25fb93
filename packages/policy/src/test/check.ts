import type { CheckContext } from "@assay/core";
import { fixedClock } from "@assay/core";
import { checkContext, temporaryFolder, writeFiles } from "@assay/testkit";
import { checkPolicy } from "../check.ts";
import type { PolicyOptions } from "../command.ts";
import { SETTINGS } from "./repository.ts";

/** A folder with these files, which is no repository of git. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, files);
  return folder;
}

export function contextAt(root: string): CheckContext {
  return checkContext(root, { clock: fixedClock("2026-12-01T12:00:00Z") });
}

/** The frame at the example of one rule, `workflow.timeout`. */
export function check(root: string, options: Partial<PolicyOptions> = {}) {
  return checkPolicy(contextAt(root), {
    ...SETTINGS,
    preset: [],
    enable: ["workflow.timeout"],
    mode: "tree",
    badge: false,
    advisories: { advisorySource: "snapshot", maxAge: "7d", requireSignedSnapshot: false },
    ...options,
  });
}
