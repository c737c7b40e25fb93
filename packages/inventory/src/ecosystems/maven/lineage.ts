import { UsageError } from "@assay/core";
import type { MissingPom, PomSource } from "./model.ts";
import { type Pom, type PomProblem, readPom } from "./pom.ts";
import type { MavenSettings } from "./profiles.ts";
import { interpolator } from "./properties.ts";
import { groupOf, type PomTree, parentsByPath } from "./tree.ts";

const MAX_PARENTS = 50;

/** A POM and those that it inherits from, the nearest first. */
export interface Lineage {
  readonly poms: readonly Pom[];
  readonly missing: MissingPom | undefined;
  readonly problems: readonly PomProblem[];
}

export interface PomFinder {
  lineage(pom: Pom): Promise<Lineage>;
  /** The POM with these coordinates: that of the tree, else the repository's. */
  find(groupId: string, artifactId: string, version: string): Promise<Pom | undefined>;
  /** Of the tree only. */
  local(groupId: string, artifactId: string, version: string): Pom | undefined;
  /** Of the tree, whatever its version. */
  module(groupId: string, artifactId: string): Pom | undefined;
  /** The version of a POM of the tree, with what it and its parents by path say of `${revision}` and the like. */
  versionOf(pom: Pom): string | undefined;
}

/** @param repository what is asked for POMs that are not in the tree */
export function pomFinder(
  tree: PomTree,
  settings: MavenSettings,
  repository: PomSource | undefined,
): PomFinder {
  const external = new Map<string, Pom | undefined>();
  const versions = new Map<Pom, string | undefined>();

  function resolveIn(pom: Pom, text: string): string {
    if (!text.includes("${")) return text;
    const chain = parentsByPath(pom, tree.pomAt);
    return interpolator(
      (name) =>
        settings.properties.get(name) ??
        chain.find(({ properties }) => properties.has(name))?.properties.get(name),
    )(text).text;
  }

  function versionOf(pom: Pom): string | undefined {
    if (versions.has(pom)) return versions.get(pom);
    const stated = (each: Pom) => each.version ?? each.parent?.version;
    const text =
      stated(pom) ??
      parentsByPath(pom, tree.pomAt)
        .map(stated)
        .find((each) => each !== undefined);
    const version = text === undefined ? undefined : resolveIn(pom, text);
    versions.set(pom, version);
    return version;
  }

  function local(groupId: string, artifactId: string, version: string): Pom | undefined {
    return tree.byName.get(`${groupId}:${artifactId}`)?.find((pom) => versionOf(pom) === version);
  }

  async function find(groupId: string, artifactId: string, version: string) {
    const here = local(groupId, artifactId, version);
    if (here !== undefined || repository === undefined) return here;
    const coordinates = `${groupId}:${artifactId}:${version}`;
    if (!external.has(coordinates)) {
      const text = await repository(groupId, artifactId, version);
      external.set(coordinates, text === undefined ? undefined : readable(coordinates, text));
    }
    return external.get(coordinates);
  }

  /** Only if its coordinates agree: else Maven asks the repository. */
  function agreeingParent(pom: Pom): Pom | undefined {
    const candidate = parentsByPath(pom, tree.pomAt)[1];
    if (candidate === undefined || pom.parent === undefined) return undefined;
    const { groupId, artifactId, version } = pom.parent;
    const agrees =
      (groupId === undefined || groupId === groupOf(candidate, tree.pomAt)) &&
      (artifactId === undefined || artifactId === candidate.artifactId) &&
      (version === undefined ||
        /^[[(]/.test(version) ||
        version === (candidate.version ?? candidate.parent?.version) ||
        resolveIn(pom, version) === versionOf(candidate));
    return agrees ? candidate : undefined;
  }

  async function lineage(pom: Pom): Promise<Lineage> {
    const poms = [pom];
    for (let at = pom; at.parent !== undefined; ) {
      const { groupId = "?", artifactId = "?", version: text = "?", line } = at.parent;
      const version = resolveIn(at, text);
      const next: Pom | undefined =
        agreeingParent(at) ?? (await find(groupId, artifactId, version));
      const coordinates = `${groupId}:${artifactId}:${version}`;
      const place = { file: at.file, line };
      if (next === undefined)
        return {
          poms,
          missing: { ...place, coordinates, role: "parent", addsPackages: true },
          problems: [],
        };
      if (poms.includes(next) || poms.length >= MAX_PARENTS) {
        const reason = "the parents of the POM lead back to it, or are too many";
        return { poms, missing: undefined, problems: [{ ...place, item: coordinates, reason }] };
      }
      poms.push(next);
      at = next;
    }
    return { poms, missing: undefined, problems: [] };
  }

  const module = (groupId: string, artifactId: string) =>
    tree.byName.get(`${groupId}:${artifactId}`)?.[0];
  return { lineage, find, local, module, versionOf };
}

function readable(coordinates: string, text: string): Pom | undefined {
  try {
    return readPom(coordinates, text, false);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return undefined;
  }
}
