import { isRecord, UsageError } from "@assay/core";
import type { Component, Edge, LockfileGraph } from "../graph.ts";
import { scopesFrom } from "../reachability.ts";
import type { LockfileInput } from "./ecosystem.ts";
import { npmComponents } from "./npm-components.ts";
import { npmEdges } from "./npm-edges.ts";
import type { NpmLockfile } from "./npm-entry.ts";
import { npmGaps } from "./npm-gaps.ts";
import { readPackages } from "./npm-lockfile.ts";

/**
 * The graph of a `package-lock.json` or `npm-shrinkwrap.json` (https://docs.npmjs.com/cli/configuring-npm/package-lock-json).
 *
 * @throws UsageError when it is no JSON, or of a version that is not known.
 */
export async function parseNpm(input: LockfileInput): Promise<LockfileGraph> {
  const lockfile = await readLockfile(input);
  const { edges: found, unmet } = npmEdges(lockfile);
  const ids = new Map(
    [...lockfile.entries.keys()].map((key) => [key, `${input.path}#${key}`] as const),
  );
  const idOf = (key: string) => ids.get(key) ?? `${input.path}#${key}`;
  const edges = sortedEdges(
    found.map(({ from, to, kind }) => ({ from: idOf(from.key), to: idOf(to.key), kind })),
  );
  const scopes = scopesFrom(idOf(""), edges);
  const { components, problems } = npmComponents({ input, lockfile, edges: found, scopes, idOf });
  return {
    path: input.path,
    ecosystem: "npm",
    rootId: idOf(""),
    components: [...components].sort(byId),
    edges,
    incomplete: npmGaps(input.path, [...lockfile.problems, ...problems], unmet, idOf),
  };
}

async function readLockfile(input: LockfileInput): Promise<NpmLockfile> {
  const json = parseJson(input);
  const version = json["lockfileVersion"] ?? 1;
  if (version === 2 || version === 3) return readPackages(json, input.text);
  if (version === 1) {
    const { readNestedDependencies } = await import("./npm-lockfile-v1.ts");
    return readNestedDependencies(json, input);
  }
  throw new UsageError(
    `${input.path} has lockfileVersion ${JSON.stringify(version).slice(0, 50)}; 1, 2 and 3 are known`,
    { hint: "Write it anew with `npm install --package-lock-only --lockfile-version 3`." },
  );
}

function parseJson({ path, text }: LockfileInput): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON`, {
      hint: "Write it anew with `npm install --package-lock-only`.",
    });
  }
  if (!isRecord(json)) throw new UsageError(`${path} is no JSON object`);
  return json;
}

function byId(a: Component, b: Component): number {
  return a.id < b.id ? -1 : 1;
}

/** Sorted, each once: an alias may ask for the same package twice. */
function sortedEdges(edges: readonly Edge[]): readonly Edge[] {
  const sorted = edges.toSorted(
    (a, b) => order(a.from, b.from) || order(a.to, b.to) || order(a.kind, b.kind),
  );
  return sorted.filter((edge, index) => {
    const before = sorted[index - 1];
    return edge.from !== before?.from || edge.to !== before.to || edge.kind !== before.kind;
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
