import { UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import { isCommit, publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import { repositoryPlace, repositoryPurl } from "../../assemble/repository-purl.ts";
import { manifestText, staleProblems } from "../../assemble/stale.ts";
import type { PackageGraph } from "../../graph.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";

/** `github "owner/name" ~> 1.2`, `git "url" "branch"`, `binary "url" == 1.0`. */
const LINE = /^(github|git|binary)\s+"([^"]+)"(.*)$/;
const MANIFESTS = [
  ["Cartfile", "runtime"],
  ["Cartfile.private", "development"],
] as const;

/**
 * The graph of a `Cartfile.resolved` (https://github.com/Carthage/Carthage/blob/master/Documentation/Artifacts.md): a list; what the
 * project asks for stands in `Cartfile` and `Cartfile.private`.
 *
 * @throws UsageError when no line of it names a dependency
 */
export async function readCartfileResolved(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const nodes: LockNode[] = [];
  const problems: LockProblem[] = [];
  for (const { text, line } of lines(input.text)) {
    const [, kind = "", source = "", rest = ""] = LINE.exec(text) ?? [];
    const version = /^"([^"]+)"$/.exec(rest.trim())?.[1];
    if (version === undefined)
      problems.push({ item: `line ${line}`, line, reason: "it is no dependency" });
    else {
      const { node, problem } = toNode(kind, source, version, line);
      nodes.push(node);
      if (problem !== undefined) problems.push({ node, reason: problem });
    }
  }
  if (nodes.length === 0 && input.text.trim() !== "")
    throw new UsageError(`${input.path} names no dependency`);
  const root = projectNode(input);
  const { edges, covers, stale } = await asked(input, root, nodes);
  const graph = assembleGraph({
    path: input.path,
    format: "carthage",
    ecosystem: "cocoapods",
    roots: covers.length === 0 ? [] : [root],
    nodes: covers.length === 0 ? nodes : [root, ...nodes],
    edges,
    edgeCompleteness: covers.length === 0 ? "unknown" : "direct",
    problems: [...problems, ...(input.compareManifests ? stale : [])],
    covers,
    integrityAdvice: false,
  });
  return [nodes.length === 0 ? { ...graph, saysEmpty: true } : graph];
}

function lines(text: string) {
  return text.split(/\r\n|[\r\n\x85\u2028\u2029]/).flatMap((each, index) => {
    const plain = each.replace(/#.*$/, "").trim();
    return plain === "" ? [] : [{ text: plain, line: index + 1 }];
  });
}

/** A repository at a tag or commit; a binary by the list of its versions. */
function toNode(
  kind: string,
  source: string,
  version: string,
  line: number,
): { readonly node: LockNode; readonly problem?: string } {
  const isShort = kind === "github" && /^[\w.-]+\/[\w.-]+$/.test(source);
  const location = isShort ? `https://github.com/${source}` : source;
  const place = repositoryPlace(location);
  const name = place?.name.replace(/\.json$/, "") ?? source;
  const isPinned = isCommit(version);
  // A commit is no version: of a branch none is known.
  const node: LockNode = {
    key: keyOf(kind, source),
    name,
    line,
    firstParty: false,
    version: isPinned ? undefined : version,
  };
  if (place === undefined) return { node, problem: "its repository is a local folder, or no URL" };
  if (kind === "binary") {
    const download_url = publicUrl(location)?.href;
    const purl = buildPurl({ type: "generic", name, version, qualifiers: { download_url } });
    return { node: { ...node, purl, download: "unchecked" } };
  }
  const url = repositoryUrl(location, version);
  return {
    node: {
      ...node,
      purl: repositoryPurl(location, version, name),
      artifacts: url === undefined ? [] : [{ hashes: [], url }],
      // A tag can be moved.
      download: isPinned ? "checked" : "unchecked",
    },
  };
}

function keyOf(kind: string, source: string): string {
  return kind === "github" ? source.replace(/^https:\/\/github\.com\//, "") : source;
}

/** What the manifests ask for. What a dependency asks for too may be locked without them. */
async function asked(input: ReaderInput, root: LockNode, nodes: readonly LockNode[]) {
  const locked = new Map(nodes.map((node) => [node.key.toLowerCase(), node.key]));
  const edges: LockEdge[] = [];
  const covers: string[] = [];
  const stale: LockProblem[] = [];
  for (const [file, kind] of MANIFESTS) {
    const path = fromLockfileFolder(input.path, file) ?? file;
    const { text, problems } = await manifestText(path, input);
    stale.push(...problems);
    if (text === undefined) continue;
    covers.push(path);
    const missing: string[] = [];
    for (const { text: each } of lines(text)) {
      const [, type = "", source = "", requirement] = LINE.exec(each) ?? [];
      const key = keyOf(type, source);
      const to = locked.get(key.toLowerCase());
      if (to !== undefined)
        edges.push({ from: root.key, to, kind, requirement: requirement?.trim() });
      else if (key !== "") missing.push(`${key} is not locked`);
    }
    stale.push(...staleProblems(path, missing));
  }
  return { edges, covers, stale };
}
