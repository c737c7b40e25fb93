import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import type { Hash } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { readDigests } from "./checksums.ts";
import { gemFolders } from "./folders.ts";
import type { GemfileLock, GemSource, GemSpec } from "./parse.ts";
import { gemOrigin } from "./source.ts";

/** A gem, and where it lies if it is the repository's own. */
export interface GemNode {
  readonly spec: GemSpec;
  readonly node: LockNode;
  /** Relative to the root. */
  readonly folder?: string;
  readonly gemspec?: string;
}

/** Every spec of a lockfile with what its source and CHECKSUMS say of it. */
export function gemNodes(
  input: ReaderInput,
  { sources, checksums }: GemfileLock,
): { readonly nodes: readonly GemNode[]; readonly problems: readonly LockProblem[] } {
  const folders = gemFolders(input);
  const problems: LockProblem[] = [];
  const hashes = new Map<string, readonly Hash[]>();
  for (const checksum of checksums) {
    const read = readDigests(checksum);
    if (read === undefined)
      problems.push({
        item: checksum.key,
        line: checksum.line,
        reason: "its checksum was not understood",
      });
    hashes.set(checksum.key, read ?? []);
  }
  const nodes = sources.flatMap((source) =>
    source.specs.map((spec) => {
      const found =
        source.type === "PATH" && source.remotes.length > 0
          ? pathNode(input, spec, folders.find(source.remotes[0] ?? "", spec.name))
          : remoteNode(spec, source, hashes.get(specKey(spec)) ?? []);
      if (found.problem !== undefined) problems.push({ node: found.node, reason: found.problem });
      return found;
    }),
  );
  // Older Bundlers wrote several remotes in one block.
  for (const { remotes, specs, line } of sources)
    if (specs.length > 0 && new Set(remotes).size > 1) {
      const reason = `its gems may come from any of ${remotes.length} remotes`;
      problems.push({ item: `source in line ${line}`, line, reason });
    }
  const known = new Set(nodes.map(({ spec }) => specKey(spec)));
  for (const { key, line } of checksums) {
    // Newer Bundlers check themselves too.
    if (!known.has(key) && !key.startsWith("bundler ("))
      problems.push({ item: key, line, reason: "it has a checksum and no entry" });
  }
  return { nodes, problems };
}

interface Found extends GemNode {
  readonly problem?: string;
}

function pathNode(
  { origin }: ReaderInput,
  spec: GemSpec,
  place: { readonly folder: string; readonly gemspec?: string } | undefined,
): Found {
  const { name, version, line } = spec;
  const common = { key: specKey(spec), name, version, line };
  if (place === undefined)
    return {
      spec,
      node: { ...common, firstParty: false },
      problem: "it is a folder outside the repository",
    };
  const { folder } = place;
  const installPath = folder;
  // Somebody else's, copied into the tree: the registry's gem of this name may be another.
  if (/(?:^|\/)vendor(?:\/|$)/i.test(folder))
    return { spec, node: { ...common, firstParty: false, installPath } };
  const purl = firstPartyPurl(origin, name, version, folder);
  return { spec, node: { ...common, firstParty: true, purl, installPath }, ...place };
}

function remoteNode(spec: GemSpec, source: GemSource, hashes: readonly Hash[]): Found {
  const { name, version, line } = spec;
  const { purl, artifacts, download, problem } = gemOrigin(spec, source);
  const isArchive = source.type !== "GIT" && hashes.length > 0;
  const node: LockNode = {
    key: specKey(spec),
    name,
    version,
    line,
    firstParty: false,
    purl,
    artifacts: isArchive ? [{ hashes }] : artifacts,
    download: isArchive ? "checked" : download,
  };
  return { spec, node, ...(problem === undefined ? {} : { problem }) };
}

/** As lockfiles write it. */
function specKey({ name, version, platform }: GemSpec): string {
  return `${name} (${version}${platform === undefined ? "" : `-${platform}`})`;
}
