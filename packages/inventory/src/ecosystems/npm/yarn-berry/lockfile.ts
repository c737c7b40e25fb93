import { UsageError } from "@assay/core";
import { readYaml } from "../../../yaml/read.ts";
import { isYamlMap, mapAt, textAt, type YamlMap } from "../../../yaml/value.ts";
import type { LockProblem } from "../lock-graph/node.ts";
import { type Reference, readPatch, readReference } from "./locator.ts";

/** One package of the lockfile. */
export interface BerryEntry {
  /** What is resolved to it. */
  readonly descriptors: readonly string[];
  /** What it is, as it is written; unique. */
  readonly locator: string;
  readonly reference: Reference;
  readonly line: number;
  /** `undefined` where the real one stands in its manifest. */
  readonly version: string | undefined;
  readonly dependencies: ReadonlyMap<string, string>;
  /** The names that it can do without. */
  readonly optional: ReadonlySet<string>;
  readonly peers: ReadonlyMap<string, string>;
  readonly optionalPeers: ReadonlySet<string>;
  readonly checksum: string | undefined;
  readonly conditions: string | undefined;
}

export interface BerryLockfile {
  /** Yarn 4 writes the protocol of the registry before every range, and reads `resolutions` so; 2 and 3 compare the words. */
  readonly hasProtocols: boolean;
  readonly entries: readonly BerryEntry[];
  readonly problems: readonly LockProblem[];
}

/** Of Yarn 2.0 to 4.18. What changed between them can be told from the entries themselves. */
const OLDEST = 4;
const NEWEST = 10;
/** Patches of patches. */
export const MAX_PATCHES = 8;

/** The version of members and of what is linked: their manifests say the real one. */
const LOCAL_VERSION = "0.0.0-use.local";

/** @throws UsageError when it is no lockfile of Yarn 2 or later. */
export function readBerryLockfile(path: string, text: string): BerryLockfile {
  const { documents, duplicates } = readYaml(path, text);
  const top = documents[0]?.value;
  const metadata = isYamlMap(top) ? mapAt(top, "__metadata") : undefined;
  if (!isYamlMap(top) || metadata === undefined || documents.length > 1)
    throw new UsageError(`${path} is no Yarn lockfile: it has no \`__metadata\` at its top`);
  const problems: LockProblem[] = duplicates.map(({ key, line }) => ({
    item: key,
    line,
    reason: "the entry stands in the lockfile more than once; the last one was read",
  }));
  problems.push(...versionProblem(metadata));
  const entries = new Map<string, BerryEntry>();
  for (const [key, value] of top.entries) {
    if (key === "__metadata") continue;
    const map = isYamlMap(value) ? value : undefined;
    const descriptors = key.split(",").map((each) => each.trim());
    const locator = textAt(map, "resolution") ?? descriptors[0] ?? key;
    const reference = readReference(locator);
    const line = map?.line ?? top.line;
    const problem = (reason: string) => problems.push({ item: key, line, reason });
    if (map === undefined) problem("the entry is no mapping");
    else if (!map.entries.has("resolution")) problem("the entry has no `resolution`");
    if (reference === undefined) {
      problem("what it is resolved to was not understood");
      continue;
    }
    if (entries.has(locator)) problem("another entry is resolved to the same");
    const version = textAt(map, "version");
    if (version === undefined && map !== undefined) problem("the entry has no version");
    // What the entry is resolved to is downloaded, whatever it says of its version.
    const locked = lockedVersion(reference);
    if (locked !== undefined && version !== undefined && version !== locked)
      problem(
        `its version is ${version.slice(0, 50)}, and it is resolved to ${locked.slice(0, 50)}`,
      );
    entries.set(locator, {
      descriptors: [...(entries.get(locator)?.descriptors ?? []), ...descriptors],
      locator,
      reference,
      line,
      version: locked ?? (version === LOCAL_VERSION ? undefined : version),
      dependencies: ranges(map, "dependencies", problem),
      optional: flagged(map, "dependenciesMeta"),
      ...peersOf(map, problem),
      checksum: textAt(map, "checksum"),
      conditions: textAt(map, "conditions"),
    });
  }
  const hasProtocols = !(Number(textAt(metadata, "version")) < 8);
  return { hasProtocols, entries: [...entries.values()], problems };
}

/** The version in the registry of what is downloaded, patched or not; `undefined` where it comes from elsewhere. */
function lockedVersion(reference: Reference): string | undefined {
  let at: Reference | undefined = reference;
  for (let depth = 0; at?.protocol === "patch" && depth < MAX_PATCHES; depth++)
    at = readReference(readPatch(at)?.inner ?? "");
  return at?.protocol === "npm" && /^\d/.test(at.rest) ? at.rest : undefined;
}

function versionProblem(metadata: YamlMap): readonly LockProblem[] {
  const stated = textAt(metadata, "version");
  const version = Number(stated);
  if (Number.isInteger(version) && version >= OLDEST && version <= NEWEST) return [];
  const known = `${OLDEST} to ${NEWEST} are known`;
  const reason = `it is of the version ${JSON.stringify(stated ?? null).slice(0, 50)}; ${known}, and it was read as if it were of these`;
  return [{ line: metadata.line, reason }];
}

/** Whatever `peerDependenciesMeta` names is a peer, named as one or not. */
function peersOf(
  entry: YamlMap | undefined,
  problem: (reason: string) => void,
): Pick<BerryEntry, "peers" | "optionalPeers"> {
  const optionalPeers = flagged(entry, "peerDependenciesMeta");
  const implied = [...optionalPeers].map((name) => [name, "*"] as const);
  const peers = new Map([...implied, ...ranges(entry, "peerDependencies", problem)]);
  return { peers, optionalPeers };
}

function ranges(
  entry: YamlMap | undefined,
  field: string,
  problem: (reason: string) => void,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const stated = mapAt(entry, field);
  if (stated === undefined && entry?.entries.has(field) === true)
    problem(`\`${field}\` is no mapping`);
  for (const [name, range] of stated?.entries ?? []) {
    if (typeof range === "string") found.set(name, range);
    else problem(`its dependency ${name} has no range`);
  }
  return found;
}

function flagged(entry: YamlMap | undefined, field: string): ReadonlySet<string> {
  const meta = mapAt(entry, field);
  const names = [...(meta?.entries.keys() ?? [])];
  return new Set(names.filter((name) => textAt(mapAt(meta, name), "optional") === "true"));
}
