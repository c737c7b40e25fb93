import type { LockProblem } from "../../assemble/parts.ts";
import type { CondaContext, CondaEntry, CondaNeed } from "./package.ts";

/** Where names lead to in one environment on one platform. */
export interface Targets {
  find(need: CondaNeed): CondaEntry | undefined;
}

export function targetsIn(
  entries: readonly CondaEntry[],
  problems: LockProblem[],
  { environment, platform }: CondaContext,
): Targets {
  const conda = new Map<string, CondaEntry>();
  const pypi = new Map<string, CondaEntry>();
  for (const entry of entries) {
    const known = (entry.manager === "conda" ? conda : pypi).get(entry.name);
    if (known === undefined) (entry.manager === "conda" ? conda : pypi).set(entry.name, entry);
    else if (known.key !== entry.key)
      problems.push({
        node: entry.node,
        reason: `another ${entry.name} is locked for ${[environment, platform].filter((each) => each !== "").join(" on ")}: what asks for it may get either`,
      });
  }
  // PyPI's own packages first, then those of conda that say which one they are, then those of that name.
  for (const entry of conda.values())
    for (const name of entry.provides) if (!pypi.has(name)) pypi.set(name, entry);
  const pypiNames = new Map<string, CondaEntry>();
  for (const [name, entry] of conda) pypiNames.set(name.replace(/[-_.]+/g, "-"), entry);
  return {
    find: ({ manager, name }) =>
      manager === "conda" ? conda.get(name) : (pypi.get(name) ?? pypiNames.get(name)),
  };
}
