import { plural } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import type { EdgeKind, PackageGraph } from "../../graph.ts";
import { firstPartyPurl, type Origin } from "../../origin.ts";
import { folderOf } from "../../paths.ts";
import { collectTree, type TreeNode } from "./collect.ts";
import type { EffectivePom } from "./model.ts";
import type { MavenModels } from "./models.ts";
import { MAVEN_ADVICE, unknowns } from "./problems.ts";
import type { PomTree, Reactor } from "./tree.ts";

/** The widest first. */
const KINDS: readonly EdgeKind[] = ["runtime", "optional", "build", "test"];

export interface MavenParts {
  readonly tree: PomTree;
  readonly reactor: Reactor;
  readonly models: MavenModels;
  readonly origin: Origin | undefined;
}

/**
 * The graph of a reactor: what Maven resolves for each of its modules, all in one. Without a repository nothing is known of what the
 * packages need themselves.
 */
export async function mavenGraph(parts: MavenParts): Promise<PackageGraph> {
  const { tree, reactor, models, origin } = parts;
  const { effective, hasRepository } = models;
  const nodes = new Map<string, LockNode>();
  const edges = new Map<string, LockEdge>();
  const withoutPom: LockNode[] = [];
  const seen = new Map<string, LockProblem>();
  const placeOf = ({ by }: TreeNode): Pick<LockNode, "file" | "line"> =>
    by !== undefined && tree.poms.has(by.file) ? { file: by.file, line: by.line } : {};
  const open = unknowns(placeOf);
  const cut: LockProblem[] = [];

  /** What stands in a POM of the repository has no place here. */
  function addModel({ pom, missing, problems }: EffectivePom): void {
    const isHere = ({ file }: { readonly file: string }) => tree.poms.has(file);
    open.addMissing(
      missing.map((each) => (isHere(each) ? each : { ...each, file: reactor.root, line: 1 })),
    );
    for (const each of problems) {
      const { item, reason } = each;
      const there = { item: pom.file, reason: `${item}: ${reason}` };
      seen.set(JSON.stringify(each), isHere(each) ? each : there);
    }
  }

  function addNode(each: TreeNode, place: Pick<LockNode, "file" | "line">): string {
    const { model } = each;
    const isOwn = model?.pom.isLocal === true;
    const key = isOwn ? model.pom.file : coordinatesOf(each);
    if (nodes.has(key)) return key;
    const node = isOwn ? ofProject(model, reactor, origin) : { ...ofPackage(key, each), ...place };
    nodes.set(key, node);
    if (model !== undefined) addModel(model);
    if (!isOwn) open.addPackage(key, each);
    if (model === undefined && needsPom(each)) withoutPom.push(node);
    return key;
  }

  for (const pom of reactor.members) {
    const project = await effective(pom);
    const found = await collectTree(project, models);
    const keys = new Map(
      found.nodes.map((each) => [each, addNode(each, { file: pom.file, ...placeOf(each) })]),
    );
    for (const { from, to, ...edge } of found.edges) {
      const ends = { from: keys.get(from) ?? "", to: keys.get(to) ?? "" };
      const key = [ends.from, ends.to, edge.condition ?? ""].join("\n");
      const known = edges.get(key);
      // Another module may narrow it for itself.
      if (known !== undefined && KINDS.indexOf(known.kind) <= KINDS.indexOf(edge.kind)) continue;
      if (known === undefined && models.budget.edges-- <= 0) continue;
      edges.set(key, { ...ends, ...edge });
    }
    if (!found.isCut && models.budget.edges >= 0) continue;
    cut.push({ reason: "all modules have too many dependencies: the rest is left out" });
    break;
  }
  const roots = reactor.members.flatMap(({ file }) => nodes.get(file) ?? []);
  return assembleGraph({
    path: reactor.root,
    format: "maven-pom",
    ecosystem: "maven",
    roots,
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    edgeCompleteness: !hasRepository && withoutPom.length > 0 ? "direct" : "complete",
    problems: [
      ...reactor.problems,
      ...seen.values(),
      ...open.problems(),
      ...cut,
      ...transitiveProblems(withoutPom, hasRepository),
    ],
    covers: [],
  });
}

/** Nothing below is taken where everything is excluded, nor from a file of the machine. */
function needsPom({ by }: TreeNode): boolean {
  return by?.scope !== "system" && by?.exclusions.includes("*:*") !== true;
}

/** Without a repository one for all, with one each package whose POM it does not have. */
function transitiveProblems(
  withoutPom: readonly LockNode[],
  isAsked: boolean,
): readonly LockProblem[] {
  const common = { kind: "transitive", identity: "", advice: MAVEN_ADVICE } as const;
  if (isAsked)
    return withoutPom.map((node) => ({
      ...common,
      node,
      reason: "what it needs itself is not known",
    }));
  if (withoutPom.length === 0) return [];
  return [
    {
      ...common,
      reason: `a POM names what the project asks for itself; what is needed in turn by ${plural(withoutPom.length, "package")} is in no file here: transitive packages are missing`,
    },
  ];
}

function ofProject(
  { pom, groupId, artifactId, version, licenses }: EffectivePom,
  { root }: Reactor,
  origin: Origin | undefined,
): LockNode {
  const name = `${groupId}:${artifactId}`;
  const folder = folderOf(pom.file);
  const isApplication = pom.file === root || /^(?:war|ear)$/.test(pom.packaging);
  return {
    key: pom.file,
    name,
    version,
    kind: isApplication ? "application" : "library",
    firstParty: true,
    purl: firstPartyPurl(origin, name, version, folder),
    installPath: folder,
    ...licensesOf(licenses),
    file: pom.file,
    line: pom.line,
  };
}

function ofPackage(key: string, node: TreeNode): LockNode {
  const { groupId, artifactId, version, extension, classifier, by, model } = node;
  const isNamed = ![groupId, artifactId].some((each) => each === "" || each.includes("${"));
  const known = (text: string) => (text.includes("${") ? undefined : text);
  const purl = {
    type: "maven",
    namespace: groupId.replaceAll("/", "."),
    name: artifactId,
    version,
    qualifiers: {
      classifier: known(classifier),
      type: extension === "jar" ? undefined : known(extension),
    },
  };
  return {
    key,
    name: groupId === "" ? artifactId : `${groupId}:${artifactId}`,
    version,
    firstParty: false,
    // A file of the machine is in no repository.
    ...(isNamed && by?.scope !== "system" ? { purl: buildPurl(purl) } : {}),
    ...licensesOf(model?.licenses ?? []),
  };
}

/** Whoever lists several leaves the choice: https://maven.apache.org/pom.html#Licenses */
function licensesOf(licenses: readonly string[]): Pick<LockNode, "declaredLicense"> {
  if (licenses.length === 0) return {};
  return { declaredLicense: licenses.length === 1 ? licenses[0] : licenses };
}

/** `groupId:artifactId[:extension[:classifier]]:version`, as Maven writes them. */
function coordinatesOf(node: TreeNode): string {
  const { groupId, artifactId, version, extension, classifier } = node;
  const kind =
    classifier === "" ? (extension === "jar" ? [] : [extension]) : [extension, classifier];
  return [groupId, artifactId, ...kind, ...(version === undefined ? [] : [version])].join(":");
}
