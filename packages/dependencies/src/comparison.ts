import type { CheckContext, ConfigReader } from "@assay/core";
import {
  baseInventory,
  baseOf,
  CI_ECOSYSTEMS,
  expectCheckout,
  type Inventory,
  isChange,
  type PackageGraph,
  prepareBase,
} from "@assay/inventory";
import type { DependenciesOptions } from "./inputs.ts";

export type GateContext = CheckContext & { readonly config?: ConfigReader };

/**
 * What findings are compared with. `none`: nothing, all count alike; `existing`: a scheduled run, to which everything is known;
 * `missing`: a change whose base can't be had.
 */
export type Comparison =
  | { readonly kind: "none" | "existing" }
  | { readonly kind: "missing"; readonly reason: string }
  | {
      readonly kind: "base";
      readonly description: string;
      /** Full name. */
      readonly commit: string;
      readonly graphs: readonly PackageGraph[];
      /** Lockfiles that the base has and that can't be read there. */
      readonly unreadable: ReadonlySet<string>;
    };

/**
 * The base by the event: where a pull request or merge queue left its branch, what a push replaced; none for a schedule, a tag, a
 * dispatch or a laptop.
 *
 * @throws UsageError when the user named a base that is not there, or the checkout is another one than the change's.
 */
export async function compareWith(
  context: GateContext,
  options: Pick<DependenciesOptions, "mode" | "base">,
): Promise<Comparison> {
  if (isScheduled(context, options)) return { kind: "existing" };
  if (!isComparing(context, options)) return { kind: "none" };
  const base = await baseOf(context, options.base);
  await expectCheckout(context);
  if (typeof base === "string") return { kind: "missing", reason: base };
  const inventories: readonly Inventory[] = [
    await baseInventory(context, base),
    await baseInventory(context, base, { ecosystems: CI_ECOSYSTEMS }),
  ];
  return {
    kind: "base",
    description: base.description,
    commit: base.commit,
    graphs: inventories.flatMap(({ graphs }) => graphs),
    unreadable: new Set(
      inventories.flatMap(({ skipped }) =>
        skipped.filter(({ kind }) => kind === "unreadable").map(({ item }) => item),
      ),
    ),
  };
}

/** Lets git answer for the base while the head is read. */
export async function prepareComparison(
  context: GateContext,
  options: Parameters<typeof compareWith>[1],
): Promise<void> {
  if (isScheduled(context, options) || !isComparing(context, options)) return;
  await prepareBase(context, options.base);
}

function isScheduled({ event }: GateContext, { mode }: Pick<DependenciesOptions, "mode">): boolean {
  return event?.name === "schedule" && mode !== "changes";
}

function isComparing(
  context: GateContext,
  { mode, base }: Parameters<typeof compareWith>[1],
): boolean {
  const { event } = context;
  const isPush = event?.name === "push" && event.ref?.startsWith("refs/heads/") === true;
  return (
    mode === "changes" || (mode === "auto" && (base !== undefined || isPush || isChange(context)))
  );
}

/**
 * The lockfile of the base that each one of the head goes on from: the one of its path; else one that is gone, of the same name
 * (it was moved) or in the same folder (another package manager), and with mostly the same packages: what somebody moves beside
 * others is no news, and what he only calls so is. One that has none is new.
 */
export function baseManifests(
  head: readonly PackageGraph[],
  base: readonly PackageGraph[],
): ReadonlyMap<string, string> {
  const now = new Set(head.map(({ path }) => path));
  const before = new Map(base.map((graph) => [graph.path, graph]));
  const gone = new Map([...before].filter(([path]) => !now.has(path)));
  const pairs = new Map<string, string>();
  for (const graph of head) {
    const { path, ecosystem } = graph;
    if (pairs.has(path)) continue;
    if (before.has(path)) {
      pairs.set(path, path);
      continue;
    }
    const [folder, name] = split(path);
    const left = [...gone].filter(
      ([, each]) => each.ecosystem === ecosystem && isMostly(each, graph),
    );
    const [from] =
      left.find(([each]) => split(each)[1] === name) ??
      left.find(([each]) => split(each)[0] === folder) ??
      [];
    if (from === undefined) continue;
    pairs.set(path, from);
    gone.delete(from);
  }
  return pairs;
}

function isMostly(one: PackageGraph, other: PackageGraph): boolean {
  const [before, now] = [namesOf(one), namesOf(other)];
  const same = [...now].filter((name) => before.has(name)).length;
  return same * 2 >= Math.max(before.size, now.size);
}

function namesOf({ components }: PackageGraph): ReadonlySet<string> {
  return new Set(components.flatMap(({ firstParty, name }) => (firstParty ? [] : name)));
}

function split(path: string): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf("/") + 1;
  return [path.slice(0, slash), path.slice(slash)];
}
