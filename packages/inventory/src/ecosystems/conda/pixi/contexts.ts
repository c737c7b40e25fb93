import { groupBy } from "@assay/core";
import type { LockProblem } from "../../../assemble/parts.ts";
import type { Scope } from "../../../graph.ts";
import { isYamlMap, mapAt, textAt, type YamlMap } from "../../../yaml/value.ts";
import { type CondaContext, type CondaEntry, isForDevelopment } from "../package.ts";
import { mapsAt, type PixiEntry, selectorOf } from "./entries.ts";

const DETAILS = ["name", "version", "build", "subdir"] as const;

/** Packages by what environments call them. */
export interface PixiIndex {
  find(selector: YamlMap, platform: string): PixiEntry | undefined;
}

export function indexOf(entries: readonly PixiEntry[]): PixiIndex {
  const byPlace = groupBy(entries, ({ fields }) => selectorOf(fields)?.join(" ") ?? "");
  return {
    find(selector, platform) {
      const all = byPlace.get(selectorOf(selector)?.join(" ") ?? "") ?? [];
      if (all.length < 2) return all[0];
      // One folder may hold several packages and variants.
      const fitting = all.filter(({ fields }) =>
        DETAILS.every((key) => {
          const asked = textAt(selector, key);
          return asked === undefined || asked === textAt(fields, key);
        }),
      );
      return (
        fitting.find(({ fields }) => textAt(fields, "subdir") === platform) ??
        fitting.find(({ fields }) => textAt(fields, "subdir") === "noarch") ??
        fitting[0]
      );
    },
  };
}

/** Every environment on every platform, and what source packages are built in. */
export function contextsOf(
  environments: YamlMap,
  packages: readonly PixiEntry[],
): { readonly contexts: readonly CondaContext[]; readonly problems: readonly LockProblem[] } {
  const index = indexOf(packages);
  const problems: LockProblem[] = [];
  const used = new Set<PixiEntry>();
  const look = (selectors: readonly YamlMap[], platform: string, where: string) =>
    selectors.flatMap((selector): readonly CondaEntry[] => {
      const found = index.find(selector, platform);
      if (found === undefined) {
        const item = selectorOf(selector)?.[1] ?? where;
        problems.push({
          item,
          line: selector.line,
          reason: `${where} has it, and no entry says what it is`,
        });
        return [];
      }
      used.add(found);
      return [found.entry];
    });
  const contexts: CondaContext[] = [];
  const scopes = scopesOf(environments);
  for (const [environment, value] of environments.entries) {
    const platforms = mapAt(isYamlMap(value) ? value : undefined, "packages");
    if (platforms === undefined) {
      problems.push({ item: environment, reason: "this environment has no list of packages" });
      continue;
    }
    for (const platform of platforms.entries.keys())
      contexts.push({
        environment,
        platform,
        scope: scopes.get(environment) ?? "runtime",
        entries: look(mapsAt(platforms, platform), platform, `the environment ${environment}`),
      });
  }
  for (const each of packages) {
    const built: (readonly [string, readonly YamlMap[]])[] = [
      ["build", each.buildPackages],
      ["host", each.hostPackages],
    ];
    for (const [what, selectors] of built) {
      if (selectors.length === 0) continue;
      used.add(each);
      const environment = `${what} of ${each.title}`;
      const entries = look(selectors, "", `the ${what} environment of ${each.title}`);
      contexts.push({
        environment,
        platform: "",
        scope: "development",
        entries,
        builds: each.entry,
      });
    }
  }
  const lost = packages.filter((each) => !used.has(each));
  if (lost.length > 0)
    contexts.push({
      environment: "",
      platform: "",
      scope: "runtime",
      entries: lost.map(({ entry }) => entry),
      isUnused: true,
    });
  for (const { entry } of lost)
    problems.push({ node: entry.node, reason: "no environment has it" });
  return { contexts, problems };
}

/** What is not `default` is optional, or for development where it is called so; all is needed where `default` is empty. */
function scopesOf({ entries }: YamlMap): ReadonlyMap<string, Scope> {
  const isEmpty = (value: unknown) =>
    !isYamlMap(value as YamlMap) ||
    [...(mapAt(value as YamlMap, "packages")?.entries.values() ?? [])].every(
      (each) => !Array.isArray(each) || each.length === 0,
    );
  const hasDefault = !isEmpty(entries.get("default"));
  return new Map(
    [...entries.keys()].map((name) => [
      name,
      name === "default"
        ? "runtime"
        : isForDevelopment(name)
          ? "development"
          : hasDefault
            ? "optional"
            : "runtime",
    ]),
  );
}
