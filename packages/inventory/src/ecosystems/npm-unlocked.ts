import { isRecord, UsageError } from "@assay/core";
import type { SkippedLockfile } from "../graph.ts";
import type { Looked } from "./ecosystem.ts";

/** The ecosystems whose lockfiles lock a `package.json`. */
const JAVASCRIPT: ReadonlySet<string> = new Set(["npm", "yarn", "pnpm", "bun", "deno"]);

const ASKS = ["dependencies", "devDependencies", "optionalDependencies"];

/**
 * Every `package.json` that asks for packages and that no lockfile covers: it is neither beside a lockfile, nor a workspace or
 * linked folder of one that was read, nor below one that was not read (which is told already).
 */
export async function unlockedManifests(looked: Looked): Promise<readonly SkippedLockfile[]> {
  const covered = new Set<string>();
  for (const { path, ecosystem, components } of looked.lockfiles) {
    if (!JAVASCRIPT.has(ecosystem)) continue;
    covered.add(folderOf(path));
    for (const { firstParty, installPath } of components)
      if (firstParty && installPath !== undefined) covered.add(installPath);
  }
  const unread = looked.skipped
    .filter(({ ecosystem, kind }) => kind !== "excluded" && JAVASCRIPT.has(ecosystem ?? ""))
    .map(({ item }) => folderOf(item));
  const unlocked: SkippedLockfile[] = [];
  for (const path of looked.paths) {
    const folder = folderOf(path);
    const isManifest = path === "package.json" || path.endsWith("/package.json");
    if (!isManifest || covered.has(folder) || unread.some((above) => isBelow(folder, above)))
      continue;
    const reason = await uncovered(() => looked.readText(path));
    if (reason !== undefined)
      unlocked.push({ item: path, reason, kind: "unlocked", ecosystem: "npm" });
  }
  return unlocked;
}

/** Why a manifest without a lockfile may hide packages; `undefined` where it asks for none. */
async function uncovered(read: () => Promise<string | undefined>): Promise<string | undefined> {
  let json: unknown;
  try {
    const text = await read();
    if (text === undefined) return undefined;
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof UsageError ? error.message : "it is no JSON or can't be read";
    return `no lockfile covers it, and what it asks for is not known: ${why}`;
  }
  const asks =
    isRecord(json) &&
    ASKS.some((field) => {
      const asked = json[field];
      return isRecord(asked) && Object.keys(asked).length > 0;
    });
  return asks
    ? "it asks for packages and no lockfile covers it; `npm install --package-lock-only` writes one"
    : undefined;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

function isBelow(folder: string, above: string): boolean {
  return above === "" || folder === above || folder.startsWith(`${above}/`);
}
