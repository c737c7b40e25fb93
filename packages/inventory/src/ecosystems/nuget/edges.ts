import { addTo } from "@assay/core";
import type { LockEdge } from "../../assemble/parts.ts";
import type { NuGetEntry, NuGetTarget } from "./parts.ts";

/** What names an entry's node: the same package in several targets is one. */
export function nodeKey({ id, version, isProject }: NuGetEntry): string {
  return isProject || version === undefined
    ? id.toLowerCase()
    : `${id.toLowerCase()} ${version.toLowerCase()}`;
}

/** Somebody asks for what the target does not have. */
export interface Missing {
  readonly entry: NuGetEntry;
  readonly name: string;
  readonly target: string;
}

/**
 * The edges of all targets, each once, with the targets that it holds in as its condition; none where it holds in every framework. A
 * name leads to the entry of that name in the same target, else in its framework.
 *
 * @param asksForProject whether the project itself refers to the project with this id in lower case
 */
export function nugetEdges(
  root: string,
  targets: readonly NuGetTarget[],
  asksForProject: (id: string) => boolean,
): { readonly edges: readonly LockEdge[]; readonly missing: readonly Missing[] } {
  const frameworks = new Map(
    targets.filter(({ framework }) => framework === undefined).map((each) => [each.name, each]),
  );
  const dependants = new Map([...frameworks].map(([name, each]) => [name, dependantsOf(each)]));
  const found = new Map<string, { edge: LockEdge; targets: Set<string> }>();
  const missing: Missing[] = [];
  const add = (edge: LockEdge, target: string) => {
    const key = JSON.stringify([edge.from, edge.to, edge.kind]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { edge, targets: new Set([target]) });
    else known.targets.add(target);
  };
  for (const target of targets) {
    const { name, entries } = target;
    const base = target.framework === undefined ? undefined : frameworks.get(target.framework);
    const needed = new Set<string>();
    for (const entry of [...entries.values(), ...changedFrom(target, base, dependants)]) {
      const from = nodeKey(entry);
      for (const [wanted, requirement] of entry.dependencies) {
        const to = entries.get(wanted) ?? base?.entries.get(wanted);
        needed.add(wanted);
        if (to === undefined) missing.push({ entry, name: wanted, target: name });
        else add({ from, to: nodeKey(to), kind: "runtime", requirement }, name);
      }
    }
    for (const [id, entry] of entries) {
      const { asked, isProject } = entry;
      const to = nodeKey(entry);
      if (asked !== undefined) add({ from: root, to, ...asked }, name);
      // Every project is there because of a reference: of another project, or of this one.
      else if (isProject && (asksForProject(id) || (base === undefined && !needed.has(id))))
        add({ from: root, to, kind: "runtime" }, name);
    }
  }
  const names = [...frameworks.keys()];
  const edges = [...found.values()].map(({ edge, targets: holds }) => {
    const condition = conditionOf(holds, names);
    return condition === undefined ? edge : { ...edge, condition };
  });
  return { edges, missing };
}

/** Entries of each framework by what they ask for. */
function dependantsOf({ entries }: NuGetTarget): ReadonlyMap<string, readonly NuGetEntry[]> {
  const dependants = new Map<string, NuGetEntry[]>();
  for (const entry of entries.values())
    for (const wanted of entry.dependencies.keys()) addTo(dependants, wanted, entry);
  return dependants;
}

/** Entries of the framework whose needs lead elsewhere for one of its runtimes. */
function changedFrom(
  { entries, framework = "" }: NuGetTarget,
  base: NuGetTarget | undefined,
  dependants: ReadonlyMap<string, ReadonlyMap<string, readonly NuGetEntry[]>>,
): ReadonlySet<NuGetEntry> {
  if (base === undefined) return new Set();
  const changed = [...entries].filter(([id, entry]) => {
    const before = base.entries.get(id);
    return before === undefined || nodeKey(before) !== nodeKey(entry);
  });
  const asking = changed.flatMap(([id]) => dependants.get(framework)?.get(id) ?? []);
  return new Set(asking.filter(({ id }) => !entries.has(id.toLowerCase())));
}

/** A runtime says nothing new where its framework has the edge too. */
function conditionOf(holds: ReadonlySet<string>, frameworks: readonly string[]) {
  if (frameworks.every((name) => holds.has(name))) return undefined;
  const named = [...holds].filter((name) => {
    const slash = name.indexOf("/");
    return slash < 0 || !holds.has(name.slice(0, slash));
  });
  return named.sort().join(" or ");
}
