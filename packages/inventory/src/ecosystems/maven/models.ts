import { folderOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { effectivePoms } from "./effective.ts";
import { type PomFinder, pomFinder } from "./lineage.ts";
import type { EffectivePom, PomSource } from "./model.ts";
import type { Pom } from "./pom.ts";
import { readSettings } from "./settings.ts";
import type { PomTree } from "./tree.ts";

/** What all reactors of a tree may take: a project with 2,000 modules visits some hundred thousand dependencies, most of them often. */
const MAX_VISITS = 3_000_000;
const MAX_EDGES = 300_000;

/** What is left of the work. */
export interface Budget {
  visits: number;
  edges: number;
}

/** What is known of all POMs, under one `.mvn/maven.config`. */
export interface MavenModels {
  readonly finder: PomFinder;
  effective(pom: Pom): Promise<EffectivePom>;
  readonly budget: Budget;
  readonly hasRepository: boolean;
}

/** What is known beside the tree, and what is asked for POMs that are not in it. */
export interface MavenRepository {
  readonly repository?: PomSource | undefined;
  /** The version of Java that is used, such as `17.0.15`. */
  readonly jdk?: string | undefined;
}

interface Known {
  readonly budget: Budget;
  /** By the folder of the `.mvn`; `undefined` for none. */
  readonly models: Map<string | undefined, MavenModels>;
}

const withoutRepository = {};
/** Reactors of one tree share what is known of its POMs. */
const known = new WeakMap<PomTree, WeakMap<object, Known>>();

/**
 * Models for the reactor at this path: the nearest folder with a `.mvn`, from its own upwards, says what every run of Maven is told
 * (https://maven.apache.org/configure.html#mvn-maven-config-file).
 */
export async function mavenModels(
  path: string,
  tree: PomTree,
  { readText }: Pick<ReaderInput, "readText">,
  { repository, jdk }: MavenRepository = {},
): Promise<MavenModels> {
  const ofTree = known.get(tree) ?? new WeakMap<object, Known>();
  known.set(tree, ofTree);
  const { budget, models } = ofTree.get(repository ?? withoutRepository) ?? {
    budget: { visits: MAX_VISITS, edges: MAX_EDGES },
    models: new Map<string | undefined, MavenModels>(),
  };
  ofTree.set(repository ?? withoutRepository, { budget, models });
  const folder = mavenFolder(path, tree);
  const shared = models.get(folder);
  if (shared !== undefined) return shared;
  const text = folder === undefined ? undefined : await readText(`${folder}/maven.config`);
  const settings = { ...readSettings(text ?? ""), jdk };
  const finder = pomFinder(tree, settings, repository);
  const made: MavenModels = {
    finder,
    effective: effectivePoms(tree, settings, finder),
    budget,
    hasRepository: repository !== undefined,
  };
  models.set(folder, made);
  return made;
}

function mavenFolder(path: string, { mavenFolders }: PomTree): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const own = folder === "" ? ".mvn" : `${folder}/.mvn`;
    if (mavenFolders.has(own)) return own;
    if (folder === "") return undefined;
  }
}
