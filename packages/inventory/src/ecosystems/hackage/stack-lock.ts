import { UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { publicUrl } from "../../assemble/public-url.ts";
import type { PackageGraph } from "../../graph.ts";
import { readYaml } from "../../yaml/read.ts";
import { isYamlMap, mapAt, textAt, type YamlMap, type YamlValue } from "../../yaml/value.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { manifestsBelow } from "./manifest.ts";
import { repositoryNode } from "./repository.ts";

const HINT = "Write it again with `stack build --dry-run` and commit it.";

/**
 * The packages of a `stack.yaml.lock` (https://docs.haskellstack.org/en/stable/topics/lock_files/): those of `extra-deps`. What its
 * snapshot brings stands on a server.
 *
 * @throws UsageError when it is no YAML, or has neither packages nor snapshots
 */
export async function readStackLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { documents, duplicates } = readYaml(input.path, input.text);
  const document = documents[0]?.value;
  if (
    !isYamlMap(document) ||
    (!document.entries.has("packages") && !document.entries.has("snapshots"))
  )
    throw new UsageError(`${input.path} is no lockfile of Stack`, { hint: HINT });
  const problems: LockProblem[] = duplicates.map(({ key, line }) => ({
    item: key,
    line,
    reason: "it stands in the file twice",
  }));
  const nodes: LockNode[] = [];
  const keys = new Set<string>();
  for (const [index, value] of listAt(document, "packages", problems).entries()) {
    const { node, problem, line } = packageOf(value);
    const item = `packages[${index}]`;
    if (node === undefined) problems.push({ item, line, reason: "it was not understood" });
    else if (keys.has(node.key))
      problems.push({ item: node.key, line, reason: "it stands in the file twice" });
    else nodes.push(node);
    if (node !== undefined) keys.add(node.key);
    if (node !== undefined && problem !== undefined) problems.push({ node, reason: problem });
  }
  for (const key of document.entries.keys())
    if (key !== "packages" && key !== "snapshots")
      problems.push({ item: key, reason: "it was not understood" });
  return [
    assembleGraph({
      path: input.path,
      format: "stack",
      ecosystem: "hackage",
      roots: [],
      nodes,
      edges: [],
      edgeCompleteness: "unknown",
      problems: [...problems, ...snapshotProblems(listAt(document, "snapshots", problems))],
      covers: manifestsBelow(input),
      integrityAdvice: HINT,
    }),
  ];
}

function listAt(map: YamlMap, key: string, problems: LockProblem[]): readonly YamlValue[] {
  const value = map.entries.get(key) ?? [];
  if (!Array.isArray(value)) problems.push({ item: key, reason: "it is no list" });
  return Array.isArray(value) ? value : [];
}

function packageOf(value: YamlValue): {
  readonly node?: LockNode;
  readonly problem?: string;
  readonly line?: number;
} {
  const completed = isYamlMap(value) ? mapAt(value, "completed") : undefined;
  if (completed === undefined) return isYamlMap(value) ? { line: value.line } : {};
  const { line } = completed;
  const text = (key: string) => textAt(completed, key);
  const tree = /^[0-9a-f]{64}$/.test(textAt(mapAt(completed, "pantry-tree"), "sha256") ?? "");
  const download = tree ? "checked" : "unchecked";
  // The checksum is that of the `.cabal` file.
  const [, hackage, release] =
    /^([A-Za-z0-9-]+?)-(\d+(?:\.\d+)*)(?:@.*)?$/.exec(text("hackage") ?? "") ?? [];
  const name = text("name") ?? hackage;
  const version = text("version") ?? release;
  if (name === undefined || version === undefined || !/^[A-Za-z0-9-]+$/.test(name)) return { line };
  const common = { key: `${name} ${version}`, name, version, line, firstParty: false } as const;
  if (hackage !== undefined)
    return {
      line,
      node: { ...common, purl: buildPurl({ type: "hackage", name, version }), download },
    };
  const type = ["git", "hg"].find((each) => text(each) !== undefined);
  const subdir = text("subdir");
  if (type !== undefined) {
    const url = text(type) ?? "";
    return { line, ...repositoryNode({ ...common, type, url, commit: text("commit"), subdir }) };
  }
  const url = publicUrl(text("url") ?? text("archive") ?? "");
  if (url === undefined || url.protocol === "file:")
    return {
      line,
      node: { ...common, download },
      problem: "its archive has no URL, or lies on one machine",
    };
  const sha256 = text("sha256") ?? "";
  const isHash = /^[0-9a-f]{64}$/.test(sha256);
  return {
    line,
    node: {
      ...common,
      purl: buildPurl({
        type: "hackage",
        name,
        version,
        qualifiers: { download_url: url.href },
        subpath: subdir,
      }),
      artifacts: [
        { hashes: isHash ? [{ algorithm: "SHA-256", value: sha256 }] : [], url: url.href },
      ],
      download: isHash ? "checked" : download,
    },
  };
}

/** What a snapshot brings is not in the tree. */
function snapshotProblems(snapshots: readonly YamlValue[]): readonly LockProblem[] {
  return snapshots.map((value) => {
    const map = isYamlMap(value) ? value : undefined;
    const original = textAt(map, "original") ?? textAt(mapAt(map, "original"), "url");
    const name = (original ?? textAt(mapAt(map, "completed"), "url") ?? "it has").slice(0, 200);
    return {
      item: "snapshots",
      line: map?.line,
      reason: `the packages of the snapshot ${name} stand on a server: which ones are used, and in which versions, is not known here`,
      identity: "",
      advice:
        "Commit what Cabal makes of the project as well (`cabal freeze`), or list the packages with `stack ls dependencies json` where it is built",
    };
  });
}
