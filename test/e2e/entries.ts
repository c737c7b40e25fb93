import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { REPORT_FORMATS } from "@assay/core";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const CLI = join(root, "dist/cli.js");

if (!existsSync(CLI)) throw new Error("dist/ is not there: run `npm run build` first");

let downloaded: string | undefined;

/** The folder of an action's `action.yml`, as a runner downloads it; `check` is the one at the root. */
export function actionFolder(name: string): string {
  downloaded ??= download();
  return name === "check" ? downloaded : join(downloaded, "actions", name);
}

/**
 * What the archive of a commit holds, of the files as they lie here: the command line's own parts are not in it. The late part of
 * `actions/image` is, as after its first step.
 */
function download(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-archive-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const git = (args: readonly string[], input?: string) =>
    execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      ...(input !== undefined && { input }),
    });
  const paths = ["action.yml", "actions/*/action.yml", "dist"];
  const listed = git(["ls-files", "-z", "--cached", "--others", "--", ...paths]);
  // "<path> NUL <attribute> NUL <value> NUL"
  const said = git(["check-attr", "-z", "--stdin", "export-ignore"], listed).split("\0");
  for (let at = 0; at + 2 < said.length; at += 3) {
    const path = said[at] ?? "";
    if (said[at + 2] !== "set" && existsSync(join(root, path)))
      cpSync(join(root, path), join(folder, path));
  }
  const late = join(root, "dist/shared/cli-image.json");
  for (const name of ["cli-image.json", ...Object.keys(JSON.parse(readFileSync(late, "utf8")))])
    cpSync(join(root, "dist/shared", name), join(folder, "dist/shared", name));
  return folder;
}

/** For `report-formats`: all that there are. */
export const EVERY_FORMAT = REPORT_FORMATS.join(",");
