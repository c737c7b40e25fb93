import { UsageError } from "@assay/core";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";

/** Settings beside a lockfile with which a package manager uses another one, or none. */
const SETTINGS = {
  npm: [[".npmrc", /^[ \t]*package-lock[ \t]*=[ \t]*["']?false\b/m]],
  pnpm: [
    [
      ".npmrc",
      /^[ \t]*(?:lockfile[ \t]*=[ \t]*["']?false\b|lockfile-dir[ \t]*=(?![ \t]*\.\/?[ \t]*$).*)/m,
    ],
    [
      "pnpm-workspace.yaml",
      /^["']?(?:lockfile["']?[ \t]*:[ \t]*false\b|lockfileDir["']?[ \t]*:(?![ \t]*\.\/?[ \t]*$).*)/m,
    ],
  ],
  classic: [[".yarnrc", /^[ \t]*["']?--(?:[\w.]+\.)?no-lockfile["']?[ \t]+["']?true\b/m]],
  berry: [
    [".yarnrc.yml", /^["']?lockfileFilename["']?[ \t]*:(?![ \t]*["']?yarn\.lock["']?[ \t]*$).*/m],
  ],
} as const;

const MAX_TEXT = 80;

/** That the project's settings keep the package manager from using the lockfile. */
export async function lockfileSettings(
  { path, compareManifests, readText }: ReaderInput,
  tool: keyof typeof SETTINGS,
): Promise<readonly { readonly reason: string; readonly advice: string }[]> {
  const problems: { reason: string; advice: string }[] = [];
  for (const [name, pattern] of compareManifests ? SETTINGS[tool] : []) {
    const file = fromLockfileFolder(path, name);
    if (file === undefined) continue;
    const text = await readText(file).catch((error: unknown) => {
      if (error instanceof UsageError) return undefined;
      throw error;
    });
    const setting = pattern.exec(text ?? "")?.[0].trim();
    if (setting === undefined) continue;
    problems.push({
      reason: `another lockfile is used, or none: ${file} has \`${setting.slice(0, MAX_TEXT)}\``,
      advice: `Take the setting out of ${file}, or name the lockfile that is used with \`lockfile\``,
    });
  }
  return problems;
}
