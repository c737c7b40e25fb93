import { isRecord, UsageError } from "@assay/core";
import { assembleGraph } from "../../assemble/graph.ts";
import { projectNode } from "../../assemble/project-node.ts";
import type { PackageGraph } from "../../graph.ts";
import { type Json, parseObject } from "../../json-object.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { listParts } from "./lists.ts";
import { nodeParts } from "./nodes.ts";

const HINT = "Write it again with `conan lock create .` and commit it.";

/**
 * The graph of a `conan.lock`: of Conan 2 (https://docs.conan.io/2/tutorial/versioning/lockfiles.html), a list, or of Conan 1
 * (https://docs.conan.io/1/versioning/lockfiles.html), which has all edges.
 *
 * @throws UsageError when it is no JSON object, or of a version that is not known
 */
export async function readConanLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const json = parseObject(input.path, input.text, HINT);
  const parts = isLists(input.path, json)
    ? await listParts(input, json, projectNode(input, { line: 1 }))
    : nodeParts(input, json, projectNode(input, { line: 1 }));
  return [
    assembleGraph({
      path: input.path,
      format: "conan",
      ecosystem: "conan",
      covers: ["conanfile.txt", "conanfile.py"].flatMap(
        (name) => fromLockfileFolder(input.path, name) ?? [],
      ),
      integrityAdvice:
        "Write their revisions with `conan lock create .` (Conan 2, or Conan 1 with revisions enabled) and commit the lockfile.",
      ...parts,
    }),
  ];
}

/** Whether it is of Conan 2. Versions were not written at first, and Conan 2 takes a lockfile without one. */
function isLists(path: string, { version, graph_lock, requires, build_requires }: Json): boolean {
  const isGraph = isRecord(graph_lock) && isRecord(graph_lock["nodes"]);
  const isOld = version === undefined || /^0\.[1-4]$/.test(String(version));
  if (isGraph && isOld) return false;
  if (version === "0.5") return true;
  if (version === undefined && (requires ?? build_requires) !== undefined) return true;
  const stated = JSON.stringify(version)?.slice(0, 50);
  throw new UsageError(
    isOld
      ? `${path} is no lockfile of Conan`
      : `${path} is of the version ${stated}; 0.1 to 0.5 are known`,
    { hint: HINT },
  );
}
