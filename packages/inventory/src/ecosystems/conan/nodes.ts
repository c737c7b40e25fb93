import { isRecord } from "@assay/core";
import type { LockEdge, LockNode, LockParts, LockProblem } from "../../assemble/parts.ts";
import { textOf } from "../../fields.ts";
import { type Json, keyLines, members } from "../../json-object.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { readReference, referenceKey, referenceNode } from "./reference.ts";

const KNOWN = new Set(["version", "graph_lock", "profile", "profile_host", "profile_build"]);
const NODE = new Set(
  "ref pref options package_id prev requires build_requires python_requires path context modified".split(
    " ",
  ),
);

type Parts = Pick<LockParts, "roots" | "nodes" | "edges" | "edgeCompleteness" | "problems">;

/** Conan 1: nodes by number, with their edges. The one without a reference, or with the path of its recipe, is the project. */
export function nodeParts(input: ReaderInput, json: Json, project: LockNode): Parts {
  const { line, twice } = keyLines(input.text, 4);
  const problems: LockProblem[] = twice.map(({ path, line: at }) => ({
    item: path.join(" > "),
    line: at,
    reason: "it stands in the file twice",
  }));
  for (const key of Object.keys(json))
    if (!KNOWN.has(key))
      problems.push({ item: key, line: line(key), reason: "it was not understood" });
  const lock = isRecord(json["graph_lock"]) ? json["graph_lock"] : {};
  const nodes = new Map<string, LockNode>();
  const roots: LockNode[] = [];
  const keys = new Set<string>();
  const entries = members(lock["nodes"], (id) =>
    problems.push({ item: id, line: line("graph_lock", "nodes", id), reason: "it is no object" }),
  );
  for (const [id, entry] of entries) {
    const at = line("graph_lock", "nodes", id);
    // Before version 0.4 the reference stood with the id of the binary package and its revision.
    const [ref, binary] = textOf(entry["ref"] ?? entry["pref"])?.split(":", 2) ?? [];
    const reference = ref === undefined ? undefined : readReference(ref);
    if (ref === undefined || entry["path"] !== undefined) {
      const key = roots.length === 0 ? project.key : `${project.key}${id}`;
      const node = {
        ...project,
        key,
        line: at,
        name: reference?.name ?? project.name,
        version: reference?.version,
      };
      roots.push(node);
      nodes.set(id, node);
    } else if (reference === undefined) {
      problems.push({ item: id, line: at, reason: "its `ref` is no reference of a recipe" });
    } else {
      // With other options, or to build with, a recipe stands there again.
      const plain = referenceKey(reference);
      const key = keys.has(plain) ? `${plain} (${id})` : plain;
      keys.add(key);
      nodes.set(
        id,
        referenceNode(key, reference, at, textOf(entry["prev"]) ?? binary?.split("#", 2)[1]),
      );
    }
  }
  const edges: LockEdge[] = [];
  const recipes = new Map<string, LockNode>();
  for (const [id, entry] of entries) {
    const from = nodes.get(id);
    if (from === undefined) continue;
    for (const key of Object.keys(entry))
      if (!NODE.has(key))
        problems.push({ node: from, reason: `\`${key.slice(0, 100)}\` was not understood` });
    const asked = (field: string): readonly unknown[] => {
      const stated = entry[field] ?? [];
      const value = isRecord(stated) ? Object.values(stated) : stated;
      if (!Array.isArray(value)) problems.push({ node: from, reason: `\`${field}\` is no list` });
      return Array.isArray(value) ? value : [];
    };
    for (const [field, kind] of [
      ["requires", "runtime"],
      ["build_requires", "build"],
    ] as const)
      for (const each of asked(field)) {
        const to = nodes.get(String(each));
        if (to === undefined)
          problems.push({
            node: from,
            reason: `it needs the node ${String(each).slice(0, 50)}, which is not in the lockfile`,
          });
        else edges.push({ from: from.key, to: to.key, kind });
      }
    // Recipes that recipes import: they are no nodes.
    for (const each of asked("python_requires")) {
      const reference = typeof each === "string" ? readReference(each) : undefined;
      if (reference === undefined) {
        problems.push({
          node: from,
          reason: "`python_requires` names something that is no recipe",
        });
        continue;
      }
      const key = `${referenceKey(reference)} (python_requires)`;
      if (!recipes.has(key)) recipes.set(key, referenceNode(key, reference, from.line));
      edges.push({ from: from.key, to: key, kind: "build" });
    }
  }
  return {
    roots,
    nodes: [...nodes.values(), ...recipes.values()],
    edges,
    edgeCompleteness: "complete",
    problems,
  };
}
