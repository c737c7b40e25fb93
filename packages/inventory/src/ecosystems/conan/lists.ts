import { isRecord } from "@assay/core";
import { semverRange } from "@assay/versions";
import type { LockEdge, LockNode, LockParts, LockProblem } from "../../assemble/parts.ts";
import { manifestText, staleProblems } from "../../assemble/stale.ts";
import { type Json, keyLines, textLines } from "../../json-object.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type ConanRequirement, readConanfile } from "./conanfile.ts";
import { type ConanReference, readReference, referenceKey, referenceNode } from "./reference.ts";

const LISTS = ["requires", "build_requires", "python_requires", "config_requires"] as const;
const KNOWN: ReadonlySet<string> = new Set(["version", "overrides", ...LISTS]);

interface Locked {
  readonly list: (typeof LISTS)[number];
  readonly reference: ConanReference;
  readonly key: string;
}

type Parts = Pick<LockParts, "roots" | "nodes" | "edges" | "edgeCompleteness" | "problems">;

/** Conan 2: which packages, and nothing of what needs what. */
export async function listParts(input: ReaderInput, json: Json, root: LockNode): Promise<Parts> {
  const problems: LockProblem[] = keyLines(input.text, 1).twice.map(({ path, line }) => ({
    item: path.join(),
    line,
    reason: "it stands in the file twice",
  }));
  const lines = textLines(input.text);
  for (const key of Object.keys(json))
    if (!KNOWN.has(key))
      problems.push({ item: key, line: lines.get(key), reason: "it was not understood" });
  const locked: Locked[] = [];
  const nodes = new Map<string, LockNode>([[root.key, root]]);
  for (const list of LISTS) {
    const members = json[list] ?? [];
    if (!Array.isArray(members)) problems.push({ item: list, reason: "it is no list" });
    const seen = new Set<string>();
    for (const [index, member] of (Array.isArray(members) ? members : []).entries()) {
      // With packages: the reference, and their revisions by their ids.
      const text: unknown = Array.isArray(member) ? member[0] : member;
      const reference = typeof text === "string" ? readReference(text) : undefined;
      if (reference === undefined || typeof text !== "string") {
        problems.push({ item: `${list}[${index}]`, reason: "it is no reference of a recipe" });
        continue;
      }
      const key = referenceKey(reference);
      const line = lines.get(text);
      if (seen.has(key)) problems.push({ item: key, line, reason: "it stands in the file twice" });
      seen.add(key);
      locked.push({ list, reference, key });
      // What runs and what builds may be the same recipe.
      if (nodes.has(key)) continue;
      const node = referenceNode(key, reference, line);
      nodes.set(key, list === "requires" ? node : { ...node, statedScope: "development" });
    }
  }
  const asked = await conanfileParts(input, root, locked, json["overrides"]);
  return {
    roots: [root],
    nodes: [...nodes.values()],
    edges: asked?.edges ?? [],
    edgeCompleteness: asked === undefined ? "unknown" : "direct",
    problems: [...problems, ...(asked?.problems ?? [])],
  };
}

/** What the project itself asks for, where its conanfile is data. */
async function conanfileParts(
  input: ReaderInput,
  root: LockNode,
  locked: readonly Locked[],
  overrides: unknown,
) {
  const beside = (name: string) => fromLockfileFolder(input.path, name) ?? name;
  const path = beside("conanfile.txt");
  // Where there are both, Conan takes the code.
  if (!input.paths.includes(path) || input.paths.includes(beside("conanfile.py"))) return undefined;
  const { text, problems } = await manifestText(path, input);
  if (text === undefined) return { edges: [], problems };
  const { requirements, odd } = readConanfile(text);
  const byName = new Map<string, Locked[]>();
  for (const each of locked)
    byName.set(each.reference.name, [
      ...(byName.get(each.reference.name) ?? []).slice(0, 63),
      each,
    ]);
  const overridden = new Set(isRecord(overrides) ? Object.keys(overrides) : []);
  const edges: LockEdge[] = [];
  const differences: string[] = [];
  for (const requirement of requirements) {
    const { kind, reference } = requirement;
    const found = lockedFor(requirement, byName.get(reference.name) ?? []);
    if (found.to === undefined) differences.push(`${reference.name} is not locked`);
    else {
      edges.push({ from: root.key, to: found.to.key, kind, requirement: reference.version });
      const isSame = found.fits || overridden.has(`${reference.name}/${reference.version}`);
      if (!isSame) differences.push(`${reference.name} is locked as ${found.to.reference.version}`);
    }
  }
  return {
    edges,
    problems: [
      ...problems,
      ...(input.compareManifests ? staleProblems(path, differences) : []),
      ...odd.map((line) => ({
        item: path,
        reason: `it has a line that is no reference: ${line.slice(0, 100)}`,
      })),
    ],
  };
}

/** As Conan chooses: of the list that fits the use, the first version in the range; lists begin with the newest. */
function lockedFor({ kind, reference }: ConanRequirement, all: readonly Locked[]) {
  const list = kind === "build" ? "build_requires" : "requires";
  const { user, channel, version } = reference;
  const candidates = all.filter(
    (each) =>
      each.list === list && each.reference.user === user && each.reference.channel === channel,
  );
  const range = /^\[([^,\]]*)/.exec(version)?.[1];
  const test = range === undefined ? (other: string) => other === version : semverRange(range);
  // Versions that are no semantic ones can't be judged.
  const isPlain = (other: string) => /^\d+(?:\.\d+){0,2}$/.test(other);
  const fitting = candidates.find((each) => test?.(padded(each.reference.version, range)));
  const [first] = candidates;
  const isJudged =
    test !== undefined &&
    (range === undefined || candidates.every((each) => isPlain(each.reference.version)));
  return { to: fitting ?? first, fits: fitting !== undefined || !isJudged };
}

function padded(version: string, range: string | undefined): string {
  if (range === undefined || !/^\d+(?:\.\d+){0,1}$/.test(version)) return version;
  return version.includes(".") ? `${version}.0` : `${version}.0.0`;
}
