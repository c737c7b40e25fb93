import { isRecord } from "@assay/core";
import type { LockNode } from "../lock-graph/node.ts";
import { isBuiltin, readPatch, readReference, withoutParams, withProtocol } from "./locator.ts";
import type { BerryEntry } from "./lockfile.ts";
import type { BerrySettings } from "./settings.ts";

/** One line of the project's `resolutions`: what a requirement is replaced by. */
interface Resolution {
  readonly parent: { readonly name: string; readonly reference: string | undefined } | undefined;
  readonly name: string;
  readonly range: string | undefined;
  readonly replacement: string;
}

/** Finds what a package's requirement is resolved to. */
export type Resolve = (from: BerryEntry, name: string, range: string) => LockNode | undefined;

export interface ResolveParts {
  /** As in `BerryLockfile`. */
  readonly hasProtocols: boolean;
  readonly nodes: ReadonlyMap<BerryEntry, LockNode>;
  readonly settings: BerrySettings;
  /** The project's `resolutions`, as they are written. */
  readonly resolutions: unknown;
  /** The locator of the project itself. */
  readonly project: string;
}

/**
 * Yarn's own rule: catalogs first, then the first line of `resolutions` that fits, then the patches that Yarn brings for some
 * packages, then the entry with these very words. Words that hold a path count for the member that has them alone.
 */
export function berryResolver({
  hasProtocols,
  nodes,
  settings,
  resolutions,
  project,
}: ResolveParts): Resolve {
  const spelled = hasProtocols ? withProtocol : (range: string) => range;
  const { byDescriptor, byPatched } = indexes(nodes);
  const rules = readResolutions(resolutions);
  const find = (descriptor: string, parent: string): LockNode | undefined => {
    const bound = byDescriptor.get(descriptor);
    return (
      bound?.get(parent) ??
      bound?.get("") ??
      (bound?.size === 1 ? [...bound.values()][0] : undefined)
    );
  };
  const lookUp = (name: string, range: string, parent: string): LockNode | undefined => {
    const full = withProtocol(range);
    const descriptor = `${name}@${full}`;
    return (
      byPatched.get(descriptor) ??
      find(descriptor, parent) ??
      find(`${name}@${range}`, parent) ??
      find(`${name}@npm:${range}`, parent)
    );
  };
  return (from, name, stated) => {
    const range = stated.startsWith("catalog:")
      ? (settings.catalogRange(stated.slice("catalog:".length), name) ?? stated)
      : stated;
    const rule = rules.find((each) => fits(each, from, name, range, spelled));
    if (rule !== undefined) return lookUp(name, rule.replacement, project);
    const found = lookUp(name, range, from.locator);
    return found ?? (range.startsWith("catalog:") ? onlyOne(byDescriptor, name) : undefined);
  };
}

function indexes(nodes: ReadonlyMap<BerryEntry, LockNode>) {
  const byDescriptor = new Map<string, Map<string, LockNode>>();
  const byPatched = new Map<string, LockNode>();
  for (const [{ descriptors }, node] of nodes) {
    for (const descriptor of descriptors) {
      const { base, params } = withoutParams(descriptor);
      const bound = byDescriptor.get(base) ?? new Map<string, LockNode>();
      byDescriptor.set(base, bound.set(params.get("locator") ?? "", node));
      const patched = patchedDescriptor(descriptor);
      if (patched !== undefined) byPatched.set(patched, node);
    }
  }
  return { byDescriptor, byPatched };
}

/** The requirement that a patch of Yarn's own takes the place of. */
function patchedDescriptor(descriptor: string): string | undefined {
  const reference = readReference(descriptor);
  const patch = reference === undefined ? undefined : readPatch(reference);
  if (patch === undefined || !patch.files.every(isBuiltin)) return undefined;
  const at = patch.inner.indexOf("@", 1);
  return `${patch.inner.slice(0, at)}@${withProtocol(patch.inner.slice(at + 1))}`;
}

/** Without the catalog's own words: the one package of that name, if no other has it. */
function onlyOne(
  byDescriptor: ReadonlyMap<string, ReadonlyMap<string, LockNode>>,
  name: string,
): LockNode | undefined {
  const found = new Set<LockNode>();
  for (const [descriptor, bound] of byDescriptor)
    if (descriptor.startsWith(`${name}@`)) for (const node of bound.values()) found.add(node);
  return found.size === 1 ? [...found][0] : undefined;
}

function fits(
  rule: Resolution,
  from: BerryEntry,
  name: string,
  range: string,
  spelled: (range: string) => string,
): boolean {
  if (rule.name !== name) return false;
  if (rule.range !== undefined && spelled(rule.range) !== spelled(range)) return false;
  if (rule.parent === undefined) return true;
  if (rule.parent.name !== from.reference.name) return false;
  const { reference } = rule.parent;
  return reference === undefined || `${rule.parent.name}@${spelled(reference)}` === from.locator;
}

/** `name`, `name@range`, `parent/name`, `parent@reference/name@range`. */
function readResolutions(stated: unknown): readonly Resolution[] {
  if (!isRecord(stated)) return [];
  return Object.entries(stated).flatMap(([pattern, replacement]) => {
    const [, parent, parentReference, name, range] =
      /^(?:\*\*\/)?(?:((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?\/)?((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?$/.exec(
        pattern,
      ) ?? [];
    if (name === undefined || typeof replacement !== "string") return [];
    return [
      {
        parent: parent === undefined ? undefined : { name: parent, reference: parentReference },
        name,
        range,
        replacement,
      },
    ];
  });
}
