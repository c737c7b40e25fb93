import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { isCommit, repositoryUrl } from "../../assemble/public-url.ts";
import { repositoryPlace } from "../../assemble/repository-purl.ts";
import { manifestText } from "../../assemble/stale.ts";
import type { PackageGraph } from "../../graph.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { asksOf, identityOf } from "./manifest.ts";
import { readPins, type SwiftPin } from "./pins.ts";

/** Enough for any project; each is one small file. */
const MAX_MANIFESTS = 500;

/**
 * The graph of a `Package.resolved`, of a package or of an Xcode project or workspace. It is a list: who asks for what stands in
 * `Package.swift`, which is code, and in Xcode's project.
 *
 * @throws UsageError when it has no list of pins
 */
export async function readPackageResolved(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { pins, problems } = readPins(input.path, input.text);
  const made = pins.map(toNode);
  const graph = assembleGraph({
    path: input.path,
    format: "swift",
    ecosystem: "swift",
    roots: [],
    nodes: made.map(({ node }) => node),
    edges: [],
    edgeCompleteness: "unknown",
    problems: [
      ...problems,
      ...made.flatMap(({ node, problem }): readonly LockProblem[] =>
        problem === undefined ? [] : [{ node, reason: problem }],
      ),
    ],
    covers: await covered(input, pins),
    integrityAdvice: false,
  });
  return [pins.length === 0 && problems.length === 0 ? { ...graph, saysEmpty: true } : graph];
}

function toNode({ identity, kind, location, version, revision, line }: SwiftPin): {
  readonly node: LockNode;
  readonly problem?: string;
} {
  const common = { key: identity, line, firstParty: false, version };
  // A registry has no URL here: which one it is stands in a user's settings.
  if (kind === "registry")
    return {
      node: { ...common, name: identity, download: "unchecked" },
      ...(version === undefined ? { problem: "it has no version" } : {}),
    };
  const place = repositoryPlace(location);
  const url = repositoryUrl(location, revision);
  if (kind === "localSourceControl" || place === undefined || url === undefined)
    return {
      node: { ...common, name: identity },
      problem: "its repository is a local folder, or no URL",
    };
  const isExact = isCommit(revision);
  const node: LockNode = {
    ...common,
    name: place.name,
    // Of a branch no version is known, only the commit.
    purl: buildPurl({
      type: "swift",
      namespace: [place.host, place.owner].filter((part) => part !== "").join("/"),
      name: place.name,
      version,
      qualifiers: version === undefined ? { vcs_url: url } : {},
    }),
    artifacts: [{ hashes: [], url }],
    download: isExact ? "checked" : "unchecked",
  };
  return isExact ? { node } : { node, problem: "no full git commit is named" };
}

/** The manifest beside the lockfile, and every other of which all is pinned here: an Xcode project may have packages in any folder. */
async function covered(input: ReaderInput, pins: readonly SwiftPin[]): Promise<readonly string[]> {
  const known = new Set(pins.flatMap(({ identity, location }) => [identity, identityOf(location)]));
  if (!/\.(?:xcodeproj|xcworkspace)\//.test(input.path))
    return [fromLockfileFolder(input.path, "Package.swift") ?? "Package.swift"];
  const found: string[] = [];
  const manifests = input.paths.filter((path) => /(?:^|\/)Package\.swift$/.test(path));
  for (const path of manifests.slice(0, MAX_MANIFESTS)) {
    const { text } = await manifestText(path, input);
    if (text !== undefined && asksOf(text).every((identity) => known.has(identity)))
      found.push(path);
  }
  return found;
}
