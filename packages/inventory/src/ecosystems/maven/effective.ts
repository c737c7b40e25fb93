import { fromLockfileFolder } from "../../paths.ts";
import { managedDependency } from "./dependency.ts";
import { layerOf, managementLayer, type PomLayer } from "./layers.ts";
import type { PomFinder } from "./lineage.ts";
import { type Dependency, type EffectivePom, type MissingPom, managementKey } from "./model.ts";
import type { Pom, PomDependency } from "./pom.ts";
import { activeProfiles, type ConditionalProfile, type MavenSettings } from "./profiles.ts";
import { interpolator } from "./properties.ts";
import { groupOf, isModel41, type PomTree } from "./tree.ts";

const MAX_LAYERS = 500;

/**
 * Makes effective POMs (https://maven.apache.org/ref/current/maven-model-builder/): profiles into each POM, parents below children,
 * properties, then management: the POM's own, its parents', that of imported BOMs in order, the first wins.
 */
export function effectivePoms(
  tree: PomTree,
  settings: MavenSettings,
  finder: PomFinder,
): (pom: Pom) => Promise<EffectivePom> {
  const made = new Map<Pom, EffectivePom>();
  /** BOMs that are being read: a circle of imports adds nothing more. */
  const making = new Set<Pom>();

  async function effective(pom: Pom): Promise<EffectivePom> {
    const known = made.get(pom);
    if (known !== undefined) return known;
    making.add(pom);
    const model = await make(pom);
    making.delete(pom);
    made.set(pom, model);
    return model;
  }

  async function make(pom: Pom): Promise<EffectivePom> {
    const { poms, missing: parent, problems: ofParents } = await finder.lineage(pom);
    /** Several ways may lead to one. */
    const missing = new Map<string, MissingPom>();
    const addMissing = (each: MissingPom) => {
      const key = `${each.role} ${each.coordinates}`;
      if (!missing.has(key) && missing.size < MAX_LAYERS) missing.set(key, each);
    };
    if (parent !== undefined) addMissing(parent);
    const problems = [...ofParents, ...poms.flatMap((each) => each.problems)];
    const layers: PomLayer[] = [];
    const conditional: ConditionalProfile[] = [];
    for (const each of poms) {
      const profiles = activeProfiles(
        each.profiles,
        settings,
        pom.isLocal ? (path) => hasFile(tree, pom.file, path) : undefined,
      );
      layers.push(layerOf(each, profiles.active));
      conditional.push(...profiles.conditional);
    }
    const properties = layers.map((each) => each.properties);
    const used = new Set<string>();
    const resolve = interpolator(lookupIn(pom, poms, settings, properties), used);
    const managed = new Set(layers.map((each) => managementLayer(each, resolve)));
    for (const entry of merged(layers.map(({ imports }) => imports))) {
      const coordinates = [entry.groupId, entry.artifactId, entry.version ?? "?"].map(
        (part) => resolve(part).text,
      ) as [string, string, string];
      const { file, line } = entry;
      const item = coordinates.join(":");
      const bom = await finder.find(...coordinates);
      if (bom === undefined)
        addMissing({ coordinates: item, role: "BOM", addsPackages: false, file, line });
      else if (making.has(bom))
        problems.push({ file, line, item, reason: "the BOM imports itself" });
      else {
        const model = await effective(bom);
        for (const each of model.managed) {
          if (managed.size >= MAX_LAYERS) break;
          managed.add(each);
        }
        for (const each of model.missing) addMissing({ ...each, addsPackages: false });
      }
    }
    if (managed.size >= MAX_LAYERS)
      problems.push({
        file: pom.file,
        line: pom.line,
        item: pom.file,
        reason: `it takes versions from more than ${MAX_LAYERS} POMs: the rest is left out`,
      });
    const all = [...managed].filter(({ maps }) => maps.length > 0);
    const own = merged(layers.map(({ dependencies }) => dependencies));
    const keys = new Set(own.map((each) => managementKey(each, resolve)));
    const dependencies = own.map((each) => managedDependency(each, resolve, all, undefined));
    for (const { profile, condition } of conditional) {
      const inside = interpolator(
        lookupIn(pom, poms, settings, [profile.properties, ...properties]),
      );
      const ofProfile = [
        managementLayer({ plain: NONE, open: profile.management }, inside),
        ...all,
      ];
      const same: string[] = [...profile.properties.keys()].filter((name) => used.has(name));
      for (const each of profile.management)
        if (keys.has(managementKey(each, inside))) same.push(each.artifactId);
      for (const each of profile.dependencies) {
        if (keys.has(managementKey(each, inside))) same.push(each.artifactId);
        else dependencies.push(managedDependency(each, inside, ofProfile, condition));
      }
      const [first, ...others] = same;
      if (first !== undefined)
        problems.push({
          file: pom.file,
          line: pom.line,
          item: condition,
          reason: `it may say otherwise of ${first}${others.length === 0 ? "" : " and others"}`,
        });
    }
    const groupId = firstOf(poms, (each) => each.groupId ?? each.parent?.groupId) ?? "";
    const stated = firstOf(poms, (each) => each.version ?? each.parent?.version);
    const version = stated === undefined ? undefined : resolve(stated);
    return {
      pom,
      groupId: resolve(groupId).text,
      artifactId: resolve(pom.artifactId).text,
      version: version?.open.length === 0 ? version.text : undefined,
      dependencies: dependencies.map((each) => inferred(pom, each, tree, finder)),
      managed: all,
      missing: [...missing.values()],
      licenses: firstOf(poms, ({ licenses }) => (licenses.length > 0 ? licenses : undefined)) ?? [],
      problems,
    };
  }

  return effective;
}

const NONE: ReadonlyMap<string, PomDependency> = new Map();

/** Lists in which the first wins. */
function merged(lists: readonly (readonly PomDependency[])[]): readonly PomDependency[] {
  const entries = new Map<string, PomDependency>();
  for (const each of lists.flat()) {
    const key = managementKey(each);
    if (!entries.has(key)) entries.set(key, each);
  }
  return [...entries.values()];
}

function firstOf<T>(poms: readonly Pom[], pick: (pom: Pom) => T | undefined): T | undefined {
  for (const pom of poms) {
    const found = pick(pom);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The order in which Maven looks: the project itself, `-D`, properties, and the project without its prefix. */
function lookupIn(
  pom: Pom,
  poms: readonly Pom[],
  settings: MavenSettings,
  properties: readonly ReadonlyMap<string, string>[],
) {
  const { parent } = pom;
  const facts = new Map<string, string | undefined>([
    ["groupId", firstOf(poms, (each) => each.groupId ?? each.parent?.groupId)],
    ["artifactId", pom.artifactId],
    ["version", firstOf(poms, (each) => each.version ?? each.parent?.version)],
    ["packaging", pom.packaging],
    ["parent.groupId", parent?.groupId ?? poms[1]?.groupId],
    ["parent.artifactId", parent?.artifactId ?? poms[1]?.artifactId],
    ["parent.version", parent?.version ?? poms[1]?.version],
  ]);
  return (name: string) => {
    const prefix = /^(?:project|pom)\./.exec(name)?.[0] ?? "";
    return (
      (prefix === "" ? undefined : facts.get(name.slice(prefix.length))) ??
      settings.properties.get(name) ??
      properties.find((each) => each.has(name))?.get(name) ??
      facts.get(name)
    );
  };
}

/** Maven 4 takes the version, and the group, of a module that is asked for without. */
function inferred(
  pom: Pom,
  each: Dependency,
  { byName, poms, pomAt }: PomTree,
  { versionOf }: PomFinder,
): Dependency {
  if (!isModel41(pom) || (each.version !== undefined && each.groupId !== "")) return each;
  const found =
    each.groupId === ""
      ? [...poms.values()].find(({ artifactId }) => artifactId === each.artifactId)
      : byName.get(`${each.groupId}:${each.artifactId}`)?.[0];
  if (found === undefined) return each;
  return {
    ...each,
    groupId: groupOf(found, pomAt) ?? "",
    version: each.version ?? versionOf(found),
  };
}

/** A path of a profile's trigger, from the folder of the POM that is built. */
function hasFile(tree: PomTree, file: string, path: string): boolean | undefined {
  const inside = path.replace(/^\$\{(?:project\.)?basedir\}\//, "");
  if (inside.includes("${") || inside.startsWith("/")) return undefined;
  const place = fromLockfileFolder(file, inside.replaceAll("\\", "/"));
  return place === undefined ? undefined : tree.has(place);
}
