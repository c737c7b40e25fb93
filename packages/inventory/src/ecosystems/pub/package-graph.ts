import { isRecord } from "@assay/core";
import type { LockEdge } from "../../assemble/parts.ts";
import { manifestText } from "../../assemble/stale.ts";
import { folderOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { PubEntry } from "./entries.ts";

/**
 * What the packages ask for themselves, by `.dart_tool/package_graph.json`, which Dart 3.8 and later write beside the lockfile when it
 * resolves. `undefined` where there is none, or it is of another state than the lockfile.
 */
export async function packageGraphEdges(
  input: ReaderInput,
  entries: readonly PubEntry[],
): Promise<readonly LockEdge[] | undefined> {
  const folder = folderOf(input.path);
  const path = `${folder === "" ? "" : `${folder}/`}.dart_tool/package_graph.json`;
  const { text } = await manifestText(path, input);
  const json = text === undefined ? undefined : parsed(text);
  if (!isRecord(json) || json["configVersion"] !== 1) return undefined;
  const { packages, roots } = json;
  if (!Array.isArray(packages) || !Array.isArray(roots)) return undefined;
  const isRoot = new Set<unknown>(roots);
  const needs = new Map<string, readonly string[]>();
  for (const each of packages) {
    if (!isRecord(each) || isRoot.has(each["name"])) continue;
    const { name, version, dependencies } = each;
    if (typeof name !== "string" || typeof version !== "string" || !isTexts(dependencies))
      return undefined;
    needs.set(`${name} ${version}`, dependencies);
  }
  const known = new Set(entries.map(({ node }) => node.key));
  const edges: LockEdge[] = [];
  for (const { node } of entries) {
    const targets = needs.get(`${node.key} ${node.version ?? "0.0.0"}`);
    if (targets === undefined || !targets.every((each) => known.has(each))) return undefined;
    edges.push(...targets.map((to) => ({ from: node.key, to, kind: "runtime" as const })));
  }
  return needs.size === entries.length ? edges : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
