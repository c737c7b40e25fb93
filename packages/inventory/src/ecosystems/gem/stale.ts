import type { LockProblem } from "../../assemble/parts.ts";
import { manifestText, staleProblems } from "../../assemble/stale.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type Gemfile, type GemfileGem, readGemfile, sortedRequirements } from "./gemfile.ts";
import type { GemfileLock, GemRequirement } from "./parse.ts";

/** The Gemfile that a lockfile was made from: `rails.gemfile` for `rails.gemfile.lock`; `undefined` where the tree has none. */
export function gemfilePath({ path, paths }: Pick<ReaderInput, "path" | "paths">) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const own = name === "gems.locked" ? "gems.rb" : name.slice(0, -".lock".length);
  return [own, own.replace(/^Gemfile.+$/, "Gemfile")]
    .map((each) => fromLockfileFolder(path, each))
    .find((each) => each !== undefined && paths.includes(each));
}

/** The Gemfile as far as its text can tell; absent where there is none, or it can't be read. */
export async function gemfileOf(input: ReaderInput, path: string | undefined) {
  if (path === undefined) return { problems: [] };
  const { text, problems } = await manifestText(path, input);
  return text === undefined ? { problems } : { gemfile: readGemfile(text), problems };
}

/** Where a Gemfile's plain lines and the lockfile disagree. What only Ruby can judge is left alone. */
export function gemfileProblems(
  manifest: string,
  { gems, isWhole }: Gemfile,
  { dependencies }: GemfileLock,
): readonly LockProblem[] {
  const locked = new Map(dependencies.map((each) => [each.name, each]));
  const named = new Map<string, GemfileGem[]>();
  for (const gem of gems) named.set(gem.name, [...(named.get(gem.name) ?? []).slice(0, 1), gem]);
  const differences: string[] = [];
  for (const [name, [gem, again]] of named) {
    if (gem === undefined) continue;
    const found = locked.get(name);
    if (found === undefined) {
      if (gem.isSure) differences.push(`${name} is not locked`);
    } else if (isWhole && again === undefined && gem.isSure && !isSame(gem, found))
      differences.push(`${name} is locked for ${found.requirement ?? "any version"}`);
  }
  if (isWhole)
    for (const name of locked.keys())
      if (!named.has(name)) differences.push(`${name} is not asked for any more`);
  return staleProblems(manifest, differences);
}

function isSame({ requirements }: GemfileGem, { requirement = "" }: GemRequirement): boolean {
  if (requirements === undefined) return true;
  return requirements.join() === sortedRequirements(requirement.split(",")).join();
}
