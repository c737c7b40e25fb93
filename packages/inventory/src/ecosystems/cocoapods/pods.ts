import { UsageError } from "@assay/core";
import type { LockProblem } from "../../assemble/parts.ts";
import { readYaml } from "../../yaml/read.ts";
import { isYamlMap, mapAt, textAt, textsAt, type YamlMap } from "../../yaml/value.ts";

/** One pod with all of its subspecs that are installed. */
export interface Pod {
  readonly name: string;
  readonly version: string;
  readonly line: number | undefined;
  readonly needs: readonly PodRequirement[];
}

/** Who asks for a pod, or for a part of it. */
export interface PodRequirement {
  readonly name: string;
  /** `~> 1.0`; absent for any version, and for what is no registry's. */
  readonly requirement: string | undefined;
}

export interface PodfileLock {
  readonly pods: readonly Pod[];
  readonly asked: readonly PodRequirement[];
  /** By the pod's name: where it comes from if that is no registry, and what was checked out. */
  readonly external: ReadonlyMap<string, YamlMap>;
  readonly checkouts: YamlMap | undefined;
  /** By the pod's name: its registry. `undefined` before CocoaPods 1.6, which did not say. */
  readonly repositories: ReadonlyMap<string, string> | undefined;
  /** Names that have a checksum or a source: those of all pods, from CocoaPods 0.17 on. */
  readonly named: ReadonlySet<string>;
  /** SHA-1 of the Podfile. */
  readonly podfileChecksum: string | undefined;
  readonly problems: readonly LockProblem[];
}

const POD = /^([^\s()]+) \(([^()]+)\)$/;
const REQUIREMENT = /^([^\s()]+)(?: \((.*)\))?$/;

/**
 * Reads the sections of a `Podfile.lock`. Subspecs (`A/B`) are parts of their pod.
 *
 * @throws UsageError when it is no YAML as CocoaPods writes it, or has neither pods nor dependencies
 */
export function readPods(path: string, text: string): PodfileLock {
  const { documents, duplicates } = readYaml(path, text);
  const top = documents[0]?.value;
  if (!isYamlMap(top) || !["PODS", "DEPENDENCIES", "COCOAPODS"].some((key) => top.entries.has(key)))
    throw new UsageError(`${path} has no list \`PODS\``);
  const problems: LockProblem[] = duplicates.map(({ key, line }) => ({
    item: key,
    line,
    reason: "it stands in the file twice",
  }));
  // The last section that CocoaPods writes.
  if (!top.entries.has("COCOAPODS"))
    problems.push({ reason: "it has no `COCOAPODS`: its end is missing" });
  const pods = readList(top, lineFinder(text), problems);
  const asked = textsAt(top, "DEPENDENCIES").map(readRequirement);
  if (asked.includes(undefined) || !isListOfTexts(top, "DEPENDENCIES"))
    problems.push({ item: "DEPENDENCIES", reason: "an entry of it was not understood" });
  const repositories = mapAt(top, "SPEC REPOS");
  const external = mapAt(top, "EXTERNAL SOURCES");
  return {
    pods,
    asked: asked.filter((each) => each !== undefined),
    external: new Map(
      [...(external?.entries ?? [])].flatMap(([name, value]) =>
        isYamlMap(value) ? [[name, value] as const] : [],
      ),
    ),
    checkouts: mapAt(top, "CHECKOUT OPTIONS"),
    repositories:
      repositories &&
      new Map(
        [...repositories.entries.keys()].flatMap((repository) =>
          textsAt(repositories, repository).map((name) => [name, repository] as const),
        ),
      ),
    named: new Set([
      ...(mapAt(top, "SPEC CHECKSUMS")?.entries.keys() ?? []),
      ...(external?.entries.keys() ?? []),
      ...[...(repositories?.entries.keys() ?? [])].flatMap((each) => textsAt(repositories, each)),
    ]),
    podfileChecksum: textAt(top, "PODFILE CHECKSUM"),
    problems,
  };
}

function isListOfTexts(top: YamlMap, key: string): boolean {
  const value = top.entries.get(key);
  if (value === undefined || value === null) return true;
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** Pods in the order of the file, each with the needs of all its subspecs. */
function readList(
  top: YamlMap,
  lineOf: (pod: string) => number | undefined,
  problems: LockProblem[],
): readonly Pod[] {
  const list = top.entries.get("PODS") ?? [];
  const pods = new Map<string, Pod & { needs: PodRequirement[] }>();
  const seen = new Set<string>();
  if (!Array.isArray(list)) problems.push({ item: "PODS", reason: "it is no list" });
  for (const entry of Array.isArray(list) ? list : []) {
    const texts = isYamlMap(entry) ? [...entry.entries.keys()] : [entry];
    for (const text of texts) {
      const [, full = "", version] = typeof text === "string" ? (POD.exec(text) ?? []) : [];
      const line = typeof text === "string" ? lineOf(text) : undefined;
      if (version === undefined) {
        problems.push({
          item: typeof text === "string" ? text : "PODS",
          line,
          reason: "it is no pod",
        });
        continue;
      }
      const name = podOf(full);
      const pod = pods.get(name) ?? { name, version, line, needs: [] };
      pods.set(name, pod);
      if (seen.has(full))
        problems.push({ item: full, line, reason: "it stands in the file twice" });
      seen.add(full);
      if (pod.version !== version)
        problems.push({ item: full, line, reason: `its version is not that of ${name}` });
      for (const need of isYamlMap(entry) ? textsAt(entry, text as string) : []) {
        const read = readRequirement(need);
        if (read === undefined)
          problems.push({ item: full, line, reason: "a dependency of it was not understood" });
        else if (read.name !== name) pod.needs.push(read);
      }
    }
  }
  return [...pods.values()];
}

/** `A/B (~> 1.0)`, "Flutter (from `Flutter`)": what it asks for is the pod. */
function readRequirement(text: string): PodRequirement | undefined {
  const [, full, requirement] = REQUIREMENT.exec(text) ?? [];
  if (full === undefined) return undefined;
  const isExternal = requirement?.startsWith("from ") || requirement?.startsWith("HEAD");
  return { name: podOf(full), requirement: isExternal ? undefined : requirement };
}

/** The pod that a subspec is a part of. */
function podOf(name: string): string {
  return name.split("/", 1)[0] ?? name;
}

/** Lists keep no lines: entries of PODS are the lines with one dash and two blanks before it. */
function lineFinder(text: string): (pod: string) => number | undefined {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split("\n").entries()) {
    const entry = /^ {2}- "?([^"\r\n]*?)"?:?\r?$/.exec(line)?.[1];
    if (entry !== undefined && !lines.has(entry)) lines.set(entry, index + 1);
  }
  return (pod) => lines.get(pod);
}
