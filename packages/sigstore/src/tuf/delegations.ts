import { createHash } from "node:crypto";
import { isRecord } from "@assay/core";
import { tufError } from "./error.ts";
import { keysOf, type Metadata, type RoleKeys } from "./metadata.ts";

/** The limit that TUF's clients have in common: how many delegated roles are asked for one target. */
const MAX_ROLES = 32;

/** One role that targets metadata trusts with some of its paths. */
export interface Delegation {
  readonly name: string;
  /** Where it is for a target and does not name it, nobody behind it is asked. */
  readonly isTerminating: boolean;
  isFor(target: string): boolean;
  /** Those that must have signed it, by whoever delegates: not by the root. */
  keys(): RoleKeys;
}

/** @throws ExternalError where a role is named twice, or for what is not clear. */
export function delegationsOf({ name: from, signed }: Metadata): readonly Delegation[] {
  const { delegations } = signed;
  if (delegations === undefined) return [];
  const roles = isRecord(delegations) ? delegations["roles"] : undefined;
  if (!isRecord(delegations) || !Array.isArray(roles))
    throw tufError(`${from}.json has delegations of another form`);
  const names = new Set<string>();
  return roles.map((entry: unknown) => {
    const name = isRecord(entry) ? entry["name"] : undefined;
    if (!isRecord(entry) || typeof name !== "string" || name === "" || name.length > 200)
      throw tufError(`${from}.json delegates to a role without a name`);
    if (names.has(name)) throw tufError(`${from}.json delegates to ${name} twice`);
    names.add(name);
    const { paths, path_hash_prefixes: prefixes } = entry;
    if (paths !== undefined && prefixes !== undefined)
      throw tufError(`${from}.json delegates to ${name} by paths and by hashes of them`);
    const isFor = matcherOf(paths, prefixes);
    if (isFor === undefined)
      throw tufError(`${from}.json delegates to ${name} by paths of another form`);
    return {
      name,
      isTerminating: entry["terminating"] === true,
      isFor,
      keys: () =>
        keysOf(delegations["keys"], entry, `${from}.json names no usable keys for ${name}`),
    };
  });
}

function matcherOf(paths: unknown, prefixes: unknown): ((target: string) => boolean) | undefined {
  const given = paths ?? prefixes ?? [];
  if (!Array.isArray(given) || !given.every((text) => typeof text === "string")) return undefined;
  if (paths !== undefined) return (target) => given.some((glob) => isMatch(target, glob));
  return (target) => {
    const hash = createHash("sha256").update(target).digest("hex");
    return given.some((prefix) => hash.startsWith(prefix));
  };
}

/**
 * PATHPATTERN: `*` and `?` stand for no slash; brackets are characters as any, and match less than in a shell. Each star is tried once
 * from the left, so that hostile patterns cost no time.
 */
function isMatch(target: string, glob: string): boolean {
  const [parts, globs] = [target.split("/"), glob.split("/")];
  return (
    parts.length === globs.length && parts.every((part, at) => isSegment(part, globs[at] ?? ""))
  );
}

function isSegment(text: string, glob: string): boolean {
  let [at, from] = [0, 0];
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (glob[from] === "*") {
      star = from++;
      resume = at;
    } else if (from < glob.length && (glob[from] === "?" || glob[from] === text[at])) {
      at++;
      from++;
    } else if (star >= 0) {
      from = star + 1;
      at = ++resume;
    } else return false;
  }
  return /^\**$/.test(glob.slice(from));
}

/**
 * 5.6.7: the targets metadata that speaks of a target, in pre-order from the top level: each role once, none behind a terminating one.
 *
 * @param load The metadata of a delegated role, verified.
 * @returns `undefined` where nobody who was asked names it.
 */
export async function findTargets(
  top: Metadata,
  target: string,
  load: (delegation: Delegation) => Promise<Metadata>,
): Promise<Metadata | undefined> {
  if (names(top, target)) return top;
  const visited = new Set([top.name]);
  let pending = nextOf(top, target);
  for (let role = pending.shift(); role !== undefined; role = pending.shift()) {
    if (visited.has(role.name)) continue;
    if (visited.size > MAX_ROLES) return undefined;
    visited.add(role.name);
    const metadata = await load(role);
    if (names(metadata, target)) return metadata;
    const next = nextOf(metadata, target);
    pending = next.at(-1)?.isTerminating === true ? next : [...next, ...pending];
  }
  return undefined;
}

/** Those that are for the target, up to the first one that is terminating. */
function nextOf(metadata: Metadata, target: string): Delegation[] {
  const found = delegationsOf(metadata).filter((each) => each.isFor(target));
  const last = found.findIndex(({ isTerminating }) => isTerminating);
  return last < 0 ? found : found.slice(0, last + 1);
}

function names({ signed }: Metadata, target: string): boolean {
  return isRecord(signed["targets"]) && Object.hasOwn(signed["targets"], target);
}
