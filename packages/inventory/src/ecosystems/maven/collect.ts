import type { EdgeKind } from "../../graph.ts";
import { managedIn } from "./layers.ts";
import type { PomFinder } from "./lineage.ts";
import type { Dependency, EffectivePom } from "./model.ts";
import type { Pom } from "./pom.ts";
import { derived, isNarrower, kindOf, type RawEdge, scopesOf } from "./tree-scopes.ts";

/** One place in the tree of a project: what is asked for under one `groupId:artifactId:extension:classifier`. */
export interface TreeNode {
  readonly groupId: string;
  readonly artifactId: string;
  /** `undefined` where nothing says it, or Maven chooses one when it builds. */
  readonly version: string | undefined;
  readonly extension: string;
  readonly classifier: string;
  /** What asked for it first: the nearest; `from` is the node that did. */
  readonly by: Dependency | undefined;
  readonly from: TreeNode | undefined;
  /** Its POM where it is known, with what it needs itself. */
  readonly model: EffectivePom | undefined;
}

export interface TreeEdge {
  readonly from: TreeNode;
  readonly to: TreeNode;
  readonly kind: EdgeKind;
  /** The version as it is asked for. */
  readonly requirement: string | undefined;
  readonly condition: string | undefined;
}

export interface DependencyTree {
  /** The project first, then as Maven comes to them. */
  readonly nodes: readonly TreeNode[];
  readonly edges: readonly TreeEdge[];
  /** Scope of each node as Maven resolves it for this project. */
  readonly scopes: ReadonlyMap<TreeNode, string>;
  /** Whether it was given up because of its size. */
  readonly isCut: boolean;
}

export interface CollectOptions {
  readonly finder: PomFinder;
  effective(pom: Pom): Promise<EffectivePom>;
  /** How many dependencies are still followed. */
  readonly budget: { visits: number };
}

/** Types whose files are archives of another kind: https://maven.apache.org/ref/current/maven-core/artifact-handlers.html */
const TYPES: ReadonlyMap<string, readonly [extension: string, classifier?: string]> = new Map([
  ["test-jar", ["jar", "tests"]],
  ["ejb-client", ["jar", "client"]],
  ["java-source", ["jar", "sources"]],
  ["javadoc", ["jar", "javadoc"]],
  ["ejb", ["jar"]],
  ["maven-plugin", ["jar"]],
  ["classpath-jar", ["jar"]],
  ["modular-jar", ["jar"]],
  ["processor", ["jar"]],
]);

/** Archives that hold what they need: Maven looks no further. */
const WHOLE = /^(?:war|ear|rar|par)$/;
const MAX_MOVES = 10;

interface Visit {
  readonly node: TreeNode;
  readonly depth: number;
  readonly excluded: readonly ReadonlySet<string>[];
}

/**
 * What Maven 3 resolves for one project: of all that is asked for under one key the nearest wins, of equally near ones the first;
 * versions, scopes and exclusions of the project's own management hold for everything below; test, provided and optional dependencies of
 * dependencies are not followed (https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html).
 */
export async function collectTree(
  project: EffectivePom,
  { finder, effective, budget }: CollectOptions,
): Promise<DependencyTree> {
  const { groupId, artifactId } = project;
  const root: TreeNode = {
    groupId,
    artifactId,
    version: project.version,
    extension: "jar",
    classifier: "",
    by: undefined,
    from: undefined,
    model: project,
  };
  const nodes = new Map([[keyOf(root), root]]);
  const edges: RawEdge[] = [];
  const queue: Visit[] = [{ node: root, depth: 0, excluded: [] }];
  // The queue grows while it is gone through: level after level.
  for (const { node, depth, excluded } of queue) {
    const isDirect = depth === 0;
    for (const stated of node.model?.dependencies ?? []) {
      if (budget.visits-- <= 0) return finished(root, [...nodes.values()], edges, true);
      if (!isDirect && (stated.isOptional || /^(?:test|provided)$/.test(stated.scope))) continue;
      const name = `${stated.groupId}:${stated.artifactId}`;
      if (excluded.some((each) => isExcluded(each, stated))) continue;
      const [extension, ofType = ""] = TYPES.get(stated.type) ?? [stated.type];
      const classifier = stated.classifier || ofType;
      const managed = managedIn(project.managed, [name, stated.type, stated.classifier].join(":"));
      const text = (part: string | undefined) =>
        part === undefined || managed === undefined ? undefined : managed.resolve(part);
      const version = isDirect ? undefined : text(managed?.entry.version);
      const managedScope = isDirect ? undefined : text(managed?.entry.scope)?.text;
      const by: Dependency = {
        ...stated,
        ...(version === undefined ? {} : { version: version.text, open: version.open }),
        isOptional: (isDirect ? undefined : managed?.entry.isOptional) ?? stated.isOptional,
      };
      const { pom, ...found } = await resolved(by);
      const key = keyOf({ ...found, extension, classifier });
      let target = nodes.get(key);
      if (target === undefined) {
        const isWhole = WHOLE.test(stated.type);
        const isKnown = pom !== undefined && (pom.isLocal || !isWhole);
        const model = isKnown ? await effective(pom) : undefined;
        target = { ...found, extension, classifier, by, from: node, model };
        nodes.set(key, target);
        const exclusions = [
          ...stated.exclusions,
          ...(managed?.entry.exclusions ?? []).map((each) => text(each)?.text ?? each),
        ];
        const below = exclusions.length === 0 ? excluded : [...excluded, new Set(exclusions)];
        if (!isWhole) queue.push({ node: target, depth: depth + 1, excluded: below });
      }
      edges.push({
        from: node,
        to: target,
        by,
        requirement: stated.version,
        scope: managedScope ?? stated.scope,
        isManagedScope: managedScope !== undefined,
        isDirect,
      });
    }
  }
  return finished(root, [...nodes.values()], edges, false);

  async function resolved(by: Dependency) {
    let { groupId, artifactId } = by;
    let version = by.open.length === 0 ? fixedVersion(by.version) : undefined;
    if (version === undefined) {
      // A module is there whatever range asks for it.
      const pom =
        finder.local(groupId, artifactId, by.version ?? "") ?? finder.module(groupId, artifactId);
      return { groupId, artifactId, version, pom };
    }
    let pom = await finder.find(groupId, artifactId, version);
    for (let moves = 0; pom?.relocation !== undefined && moves < MAX_MOVES; moves++) {
      groupId = pom.relocation.groupId ?? groupId;
      artifactId = pom.relocation.artifactId ?? artifactId;
      version = pom.relocation.version ?? version;
      pom = await finder.find(groupId, artifactId, version);
    }
    return { groupId, artifactId, version, pom };
  }
}

function keyOf({
  groupId,
  artifactId,
  extension,
  classifier,
}: Pick<TreeNode, "groupId" | "artifactId" | "extension" | "classifier">): string {
  return [groupId, artifactId, extension, classifier].join(":");
}

function isExcluded(patterns: ReadonlySet<string>, { groupId, artifactId }: Dependency): boolean {
  return [`${groupId}:${artifactId}`, `${groupId}:*`, `*:${artifactId}`, "*:*"].some((each) =>
    patterns.has(each),
  );
}

/** `undefined` where a repository must be asked which one it is. `[1]` is one version. */
function fixedVersion(text: string | undefined): string | undefined {
  const exact = /^\[([^,[\]()]+)\]$/.exec(text ?? "")?.[1]?.trim();
  if (exact !== undefined) return exact;
  return text === undefined || /^(?:[[(]|LATEST$|RELEASE$)/.test(text) ? undefined : text;
}

function finished(
  root: TreeNode,
  nodes: readonly TreeNode[],
  edges: readonly RawEdge[],
  isCut: boolean,
): DependencyTree {
  const scopes = scopesOf(root, edges);
  return {
    nodes,
    edges: edges.map(({ from, to, by, requirement, scope, isManagedScope, isDirect }) => {
      const own =
        isManagedScope || isDirect ? scope : derived(scopes.get(from) ?? "compile", scope);
      const itsScope = scopes.get(to) ?? own;
      // The project itself asks for it with less: then it is not there for this one either.
      const isLess = isNarrower(itsScope, own);
      const { isOptional, condition } = by;
      return {
        from,
        to,
        kind: kindOf(isLess ? itsScope : scope, isOptional),
        requirement,
        condition,
      };
    }),
    scopes,
    isCut,
  };
}
