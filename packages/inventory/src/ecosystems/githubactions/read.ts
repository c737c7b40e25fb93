import { UsageError } from "@assay/core";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import type { PackageGraph } from "../../graph.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type FoundUses, foundUses } from "./found.ts";
import { fileNode, nodeOf } from "./nodes.ts";
import { parseUses } from "./uses.ts";

const MAX_FILES = 1000;
/** Comments seldom claim several versions of one commit. */
const MAX_FLAGS = 16;
const CORRECT = "Correct the file.";

/**
 * What a workflow or an action uses: other people's actions and workflows, images, and the repository's own, with what those use in turn.
 * What somebody else's action uses itself stands in no file of the repository.
 *
 * @throws UsageError when a file can't be read at all
 */
export async function readActions(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path } = input;
  const first = foundUses(path, input.text);
  if (first === undefined) return [];
  const root = fileNode(input, path, first.name);
  const nodes = new Map<string, LockNode>([[root.key, root]]);
  const withoutEdges = new Set<string>();
  const edges: LockEdge[] = [];
  const problems: LockProblem[] = [];
  const pending: (readonly [LockNode, string, FoundUses])[] = [[root, path, first]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [from, file, { uses, dockerfile, problems: unread }] = next;
    // Lines are those of the file that the graph is of.
    const isOwn = file === path;
    for (const { line, ...problem } of unread)
      problems.push({ node: from, ...problem, ...(isOwn ? { line } : {}) });
    if (dockerfile !== undefined)
      problems.push({
        node: from,
        reason: `${dockerfile.slice(0, 200)} is not read: it names other images`,
        advice: "Look at the image itself.",
      });
    for (const each of uses) {
      const line = isOwn ? each.line : undefined;
      const parsed = parseUses(each.uses);
      if (parsed === undefined) {
        const reason = "it names no action, workflow or image";
        problems.push({ item: each.uses, line, reason, advice: CORRECT });
        continue;
      }
      if (parsed.kind !== "local") {
        const made = nodeOf(parsed, each.comment, line);
        if (made === undefined) {
          const reason = "it is no image's name";
          problems.push({ item: each.uses, line, reason, advice: CORRECT });
          continue;
        }
        const known = nodes.get(made.key) ?? made;
        const before = known.flags ?? [];
        const more = (made.flags ?? []).filter((flag) => !before.includes(flag));
        const flags = [...before, ...more].slice(0, MAX_FLAGS);
        nodes.set(made.key, { ...known, line: known.line ?? line, flags });
        withoutEdges.add(made.key);
        edges.push({ from: from.key, to: made.key, kind: "runtime", requirement: each.uses });
        continue;
      }
      const place = localFile(input, parsed.path);
      if (place === undefined) {
        const reason = "the repository has no such action or workflow";
        const advice = "Where another checkout brings it, look at that repository.";
        problems.push({ item: each.uses, line, reason, advice });
        continue;
      }
      const found = await localUses(input, place);
      const made = fileNode(input, place, found?.name);
      edges.push({ from: from.key, to: made.key, kind: "runtime", requirement: each.uses });
      if (nodes.has(made.key)) continue;
      nodes.set(made.key, place === path ? made : { ...made, line: undefined });
      if (found === undefined)
        problems.push({
          node: made,
          reason: "it is neither an action nor a workflow",
          advice: CORRECT,
        });
      else if (nodes.size > MAX_FILES)
        problems.push({ node: made, reason: `it is one of more than ${MAX_FILES} files` });
      else pending.push([made, place, found]);
    }
  }
  const graph = assembleGraph({
    path,
    format: path.includes(".github/workflows/") ? "github-workflow" : "github-action",
    ecosystem: "githubactions",
    roots: [root],
    nodes: [...nodes.values()],
    edges,
    edgeCompleteness: "complete",
    withoutEdges: [...withoutEdges],
    problems,
    covers: [],
  });
  // Many run nothing but commands.
  return [{ ...graph, saysEmpty: true }];
}

async function localUses(input: ReaderInput, place: string): Promise<FoundUses | undefined> {
  if (place.endsWith("Dockerfile")) return { uses: [], dockerfile: place, problems: [] };
  try {
    return foundUses(place, (await input.readText(place)) ?? "");
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { uses: [], problems: [{ reason: error.message, advice: CORRECT }] };
  }
}

/** The file of the repository's own action or workflow. */
function localFile(
  { everyPath }: Pick<ReaderInput, "everyPath">,
  path: string,
): string | undefined {
  const plain = path.split("/").filter((part) => part !== "" && part !== ".");
  if (plain.includes("..")) return undefined;
  const place = plain.join("/");
  const known = knownPaths(everyPath);
  if (/\.ya?ml$/.test(place)) return known.has(place) ? place : undefined;
  const folder = place === "" ? "" : `${place}/`;
  return ["action.yml", "action.yaml", "Dockerfile"]
    .map((name) => folder + name)
    .find((each) => known.has(each));
}

const SETS = new WeakMap<readonly string[], ReadonlySet<string>>();

function knownPaths(paths: readonly string[]): ReadonlySet<string> {
  const known = SETS.get(paths) ?? new Set(paths);
  SETS.set(paths, known);
  return known;
}
