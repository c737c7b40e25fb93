import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Workspace } from "@assay/core";

/** Something that the repository has set up already, and what becomes of it. */
export interface ExistingTool {
  /** The file in which it stands. */
  readonly path: string;
  /** A sentence: what it is, and what to do with it. */
  readonly advice: string;
}

/** Files of other tools that Assay reads as they are, or whose settings have a place in `assay.yml`. */
const FILES: readonly (readonly [path: string, advice: string])[] = [
  [".gitleaks.toml", "The secrets check reads it as gitleaks does: keep it."],
  [".gitleaksignore", "The secrets check reads it as gitleaks does: keep it."],
  [
    ".github/dependency-review-config.yml",
    "Its `allow-licenses` is `licenses.allow` here; `allow-dependencies-licenses` becomes entries of `licenses.exceptions`.",
  ],
];

/** Actions that a workflow may use, by the beginning of their name. */
const ACTIONS: readonly (readonly [name: string, advice: string])[] = [
  ["gitleaks/gitleaks-action", "the secrets check does the same"],
  ["actions/dependency-review-action", "the licences check does its part on licences"],
  ["anchore/sbom-action", "the SBOM check does the same"],
  ["sigstore/cosign-installer", "`actions/sign` makes bundles that cosign verifies"],
  ["sigstore/gh-action-sigstore-python", "`actions/sign` makes bundles that sigstore verifies"],
];

const MAX_WORKFLOWS = 100;
const MAX_WORKFLOW_BYTES = 1024 * 1024;

/** What is set up already. Workflows are only read as text: nothing of them is run. */
export async function existingTools(workspace: Workspace): Promise<readonly ExistingTool[]> {
  const found: ExistingTool[] = [];
  for (const [path, advice] of FILES) {
    if ((await readIfPossible(workspace, path)) !== undefined) found.push({ path, advice });
  }
  for (const path of await workflows(workspace.root)) {
    const text = await readIfPossible(workspace, path);
    const used = [...(text ?? "").matchAll(/^\s*(?:-\s*)?uses:\s*["']?([^\s"'@#]+)/gm)];
    for (const [name, what] of ACTIONS) {
      if (!used.some(([, action]) => action === name || action?.startsWith(`${name}/`))) continue;
      const advice = `It uses ${name}: ${what}. Remove that step once both agree.`;
      found.push({ path, advice });
    }
  }
  return found;
}

async function workflows(root: string): Promise<readonly string[]> {
  const folder = ".github/workflows";
  const names = await readdir(join(root, folder)).catch((): string[] => []);
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .slice(0, MAX_WORKFLOWS)
    .map((name) => `${folder}/${name}`);
}

/** What can't be read says nothing here; the checks report it. */
async function readIfPossible(workspace: Workspace, path: string): Promise<string | undefined> {
  const bytes = await workspace.readIfPresent(path, MAX_WORKFLOW_BYTES).catch(() => undefined);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
