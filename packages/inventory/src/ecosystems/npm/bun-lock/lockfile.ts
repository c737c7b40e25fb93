import { isRecord, UsageError } from "@assay/core";
import { scanJsonKeys } from "../../../json-keys.ts";
import { plainJson } from "../../../jsonc.ts";
import type { LockProblem } from "../lock-graph/node.ts";
import type { NpmEntry } from "../package-lock/entry.ts";
import { readEntry } from "../package-lock/fields.ts";
import { splitAtVersion } from "../package-name.ts";

/** One package at one place. */
export interface BunEntry {
  /** The names that lead to it: `a`, `a/b`, `@s/a/b`. */
  readonly key: string;
  readonly line: number | undefined;
  readonly name: string;
  /** What stands behind the `@`: a version, an address, a path. */
  readonly resolution: string;
  /** The archive's address where it is not of the public registry, empty where it is; `undefined` for what is of none. */
  readonly registry: string | undefined;
  readonly integrity: string | undefined;
  /** What it asks for. */
  readonly asks: NpmEntry;
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc: readonly string[];
  readonly isBundled: boolean;
}

export interface BunWorkspace {
  /** Relative to the lockfile. */
  readonly folder: string;
  readonly line: number | undefined;
  readonly asks: NpmEntry;
}

export interface BunLockfile {
  readonly json: Readonly<Record<string, unknown>>;
  readonly workspaces: readonly BunWorkspace[];
  readonly entries: readonly BunEntry[];
  readonly problems: readonly LockProblem[];
}

const NEWEST = 2;

/** @throws UsageError when it is no text lockfile of Bun's. */
export function readBunLockfile(path: string, text: string): BunLockfile {
  if (text.startsWith("#!"))
    throw new UsageError(`${path} is Bun's binary lockfile`, { hint: TEXT_ADVICE });
  const plain = plainJson(text);
  let json: unknown;
  try {
    json = JSON.parse(plain);
  } catch {
    throw new UsageError(`${path} is no JSON`);
  }
  if (!isRecord(json) || !isRecord(json["workspaces"]))
    throw new UsageError(`${path} is no Bun lockfile: it has no \`workspaces\``);
  const version = json["lockfileVersion"];
  const problems: LockProblem[] = [];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 0 || version > NEWEST)
    problems.push({
      reason: `it is of the version ${JSON.stringify(version ?? null).slice(0, 50)}; 0 to ${NEWEST} are known, and it was read as if it were of these`,
    });
  const lines = linesOf(plain, problems);
  return {
    json,
    workspaces: readWorkspaces(json["workspaces"], lines.workspaces, problems),
    entries: readPackages(json["packages"], lines.packages, problems),
    problems,
  };
}

const TEXT_ADVICE =
  "Write it as text with `bun install --save-text-lockfile --lockfile-only`, and remove the binary one.";

type Lines = ReadonlyMap<string, number>;

function linesOf(plain: string, problems: LockProblem[]) {
  const lines = { workspaces: new Map<string, number>(), packages: new Map<string, number>() };
  const seen = new Set<string>();
  const above: string[] = [];
  scanJsonKeys(plain, (key, depth, line) => {
    // What a list holds has an empty key above it: there is one object in each.
    above.length = depth - 1;
    above.push(key);
    const path = above.join("\0");
    if (seen.has(path))
      problems.push({
        item: above[1] ?? key,
        line,
        reason: "the entry stands in the lockfile more than once; the last one was read",
      });
    seen.add(path);
    const [top] = above;
    if (depth === 2 && (top === "workspaces" || top === "packages")) lines[top].set(key, line);
  });
  return lines;
}

function readWorkspaces(
  stated: Readonly<Record<string, unknown>>,
  lines: Lines,
  problems: LockProblem[],
): readonly BunWorkspace[] {
  return Object.entries(stated).map(([folder, value]) => {
    const line = lines.get(folder);
    const { entry, problems: odd } = readAsks(value);
    problems.push(...odd.map((reason) => ({ item: folder, line, reason })));
    return { folder, line, asks: entry };
  });
}

function readPackages(stated: unknown, lines: Lines, problems: LockProblem[]): readonly BunEntry[] {
  if (stated !== undefined && !isRecord(stated))
    problems.push({ reason: "`packages` is no object" });
  return Object.entries(isRecord(stated) ? stated : {}).flatMap(([key, value]) => {
    const line = lines.get(key);
    const entry = readTuple(key, line, value, problems);
    if (entry === undefined)
      problems.push({ item: key, line, reason: "the entry was not understood" });
    return entry ?? [];
  });
}

/**
 * `[id, address, info, integrity]` of a registry's package, `[id, info, tag or integrity, …]` of others, `[id]` of a member
 * (https://bun.com/docs/pm/lockfile).
 */
function readTuple(
  key: string,
  line: number | undefined,
  value: unknown,
  problems: LockProblem[],
): BunEntry | undefined {
  const [id, ...rest]: readonly unknown[] = Array.isArray(value) ? value : [];
  const parts = typeof id === "string" ? splitAtVersion(id) : undefined;
  if (parts === undefined) return undefined;
  const registry = typeof rest[0] === "string" ? rest[0] : undefined;
  const info = rest[registry === undefined ? 0 : 1];
  if (info !== undefined && !isRecord(info)) return undefined;
  const { entry, problems: odd } = readAsks(info);
  problems.push(...odd.map((reason) => ({ item: key, line, reason })));
  const texts = rest
    .slice(registry === undefined ? 1 : 2)
    .filter((each) => typeof each === "string");
  return {
    key,
    line,
    name: parts.name,
    resolution: parts.rest,
    registry,
    integrity:
      texts.find((each) => /^(?:md5|sha\d+)-/.test(each)) ??
      (registry === undefined ? undefined : texts[0]),
    asks: entry,
    os: textsOf(info?.["os"]),
    cpu: textsOf(info?.["cpu"]),
    libc: textsOf(info?.["libc"]),
    isBundled: info?.["bundled"] === true,
  };
}

/** Dependencies, as in a manifest but for the optional peers, which are a list. */
function readAsks(info: unknown) {
  if (!isRecord(info)) return readEntry("", undefined, {});
  const optional = textsOf(info["optionalPeers"]).map(
    (name) => [name, { optional: true }] as const,
  );
  return readEntry("", undefined, { ...info, peerDependenciesMeta: Object.fromEntries(optional) });
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string" && value !== "") return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
