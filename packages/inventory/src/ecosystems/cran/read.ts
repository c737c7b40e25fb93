import { isRecord, UsageError } from "@assay/core";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { manifestText, staleProblems } from "../../assemble/stale.ts";
import { textOf } from "../../fields.ts";
import type { EdgeKind, PackageGraph } from "../../graph.ts";
import { type Json, keyLines, members, parseObject } from "../../json-object.ts";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { descriptionNeeds, isInRange, readDependencies } from "./description.ts";
import { type Repositories, repositoriesOf, sourceOf } from "./source.ts";

const HINT = 'Write it again with `Rscript -e "renv::snapshot()"`.';
/** Fields of dependencies, with what they are for; `Requirements` has the names of all of them. */
const FIELDS: readonly (readonly [string, EdgeKind])[] = [
  ["Depends", "runtime"],
  ["Imports", "runtime"],
  ["Requirements", "runtime"],
  ["LinkingTo", "build"],
];
/** Fields that renv writes of every package that it has looked at. */
const COMPLETE = ["Hash", "Title", "License"];

/**
 * The graph of an `renv.lock` (https://rstudio.github.io/renv/reference/lockfiles.html). What the project itself uses stands in its code.
 *
 * @throws UsageError when it is no JSON object, or has no packages
 */
export async function readRenvLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const json = parseObject(input.path, input.text, HINT);
  if (!isRecord(json["Packages"]))
    throw new UsageError(`${input.path} has no object \`Packages\``, { hint: HINT });
  const { line, twice } = keyLines(input.text, 3);
  const problems: LockProblem[] = twice.map(({ path, line: at }) => ({
    item: path.join(" > "),
    line: at,
    reason: "it stands in the file twice",
  }));
  const records = members(json["Packages"], (key) =>
    problems.push({ item: key, line: line("Packages", key), reason: "it is no object" }),
  );
  const repositories = repositoriesOf(json);
  const nodes = new Map<string, LockNode>();
  for (const [key, record] of records) {
    const at = line("Packages", key);
    const name = textOf(record["Package"]) ?? key;
    if (name !== key)
      problems.push({ item: key, line: at, reason: `it is called ${name.slice(0, 100)} too` });
    if (!/^[A-Za-z][\w.]*$/.test(name))
      problems.push({ item: key, line: at, reason: "its name is no name of a package" });
    else nodes.set(key, packageNode(input, record, { key, name, at }, repositories, problems));
  }
  const { edges, isKnown } = edgesOf(records, nodes, problems);
  const description = fromLockfileFolder(input.path, "DESCRIPTION") ?? "DESCRIPTION";
  return [
    assembleGraph({
      path: input.path,
      format: "renv",
      ecosystem: "cran",
      roots: [],
      nodes: [...nodes.values()],
      edges,
      edgeCompleteness: isKnown ? "complete" : "unknown",
      problems: [...problems, ...(await staleness(input, description, nodes))],
      covers: [description],
      integrityAdvice: false,
    }),
  ];
}

function packageNode(
  input: ReaderInput,
  record: Json,
  {
    key,
    name,
    at,
  }: { readonly key: string; readonly name: string; readonly at: number | undefined },
  repositories: Repositories,
  problems: LockProblem[],
): LockNode {
  const version = textOf(record["Version"]);
  const { path, problem, ...source } = sourceOf(name, version, record, repositories);
  const folder =
    path === undefined || /^[/~\\]|^[A-Za-z]:/.test(path)
      ? undefined
      : fromLockfileFolder(input.path, path);
  const isOwn = folder !== undefined && folder !== "" && !/\.(?:tar\.gz|tgz|zip)$/.test(folder);
  const node: LockNode = {
    key,
    name,
    version,
    line: at,
    firstParty: isOwn,
    declaredLicense: textOf(record["License"]),
    ...(isOwn
      ? { purl: firstPartyPurl(input.origin, name, version, folder), installPath: folder }
      : source),
  };
  if (version === undefined) problems.push({ node, reason: "it has no version" });
  if (problem !== undefined) problems.push({ node, reason: problem });
  if (path !== undefined && folder === undefined)
    problems.push({ node, reason: "it is a folder outside the repository" });
  return node;
}

function edgesOf(
  records: readonly (readonly [string, Json])[],
  nodes: ReadonlyMap<string, LockNode>,
  problems: LockProblem[],
) {
  const isKnown = records.some(([, record]) =>
    FIELDS.some(([field]) => record[field] !== undefined),
  );
  const edges: LockEdge[] = [];
  for (const [key, record] of isKnown ? records : []) {
    const node = nodes.get(key);
    if (node === undefined) continue;
    const asked = new Map<string, LockEdge>();
    let isStated = COMPLETE.some((field) => record[field] !== undefined);
    for (const [field, kind] of FIELDS) {
      const stated = record[field];
      if (stated === undefined) continue;
      isStated = true;
      const { dependencies, odd } = readDependencies(
        Array.isArray(stated) ? stated.join() : String(stated),
      );
      for (const each of odd)
        problems.push({
          node,
          reason: `\`${field}\` has something that is no package: ${each.slice(0, 100)}`,
        });
      for (const { name, range } of dependencies)
        if (!asked.has(name)) asked.set(name, { from: key, to: name, kind, requirement: range });
    }
    if (!isStated)
      problems.push({ node, reason: "what it needs itself does not stand in the lockfile" });
    for (const edge of asked.values())
      if (nodes.has(edge.to)) edges.push(edge);
      else problems.push({ node, reason: `its dependency ${edge.to} is not in the lockfile` });
  }
  return { edges, isKnown };
}

/** What the `DESCRIPTION` beside it asks for otherwise. */
async function staleness(
  input: ReaderInput,
  path: string,
  nodes: ReadonlyMap<string, LockNode>,
): Promise<readonly LockProblem[]> {
  if (!input.compareManifests || !input.paths.includes(path)) return [];
  const { text, problems } = await manifestText(path, input);
  const differences = descriptionNeeds(text ?? "").flatMap(({ name, range }) => {
    const version = nodes.get(name)?.version;
    if (!nodes.has(name)) return [`${name} is not locked`];
    return version === undefined || isInRange(version, range)
      ? []
      : [`${name} is locked as ${version}`];
  });
  return [...problems, ...staleProblems(path, differences)];
}
