import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { REPORT_FORMATS } from "@assay/core";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const CLI = join(root, "dist/cli.js");

if (!existsSync(CLI)) throw new Error("dist/ is not there: run `npm run build` first");

/** The folder of an action's `action.yml`; `check` is the one at the root. */
export function actionFolder(name: string): string {
  return name === "check" ? root : join(root, "actions", name);
}

/** For `report-formats`: all that there are. */
export const EVERY_FORMAT = REPORT_FORMATS.join(",");
