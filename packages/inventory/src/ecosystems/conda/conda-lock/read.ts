import { addTo, UsageError } from "@assay/core";
import { assembleGraph } from "../../../assemble/graph.ts";
import type { LockProblem } from "../../../assemble/parts.ts";
import { staleProblems } from "../../../assemble/stale.ts";
import type { PackageGraph, Scope } from "../../../graph.ts";
import { isYamlMap, mapAt, textAt, textsAt, type YamlMap } from "../../../yaml/value.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { normalizeName } from "../../pypi/names.ts";
import { condaEntry } from "../conda-entry.ts";
import { lockDocument } from "../document.ts";
import { type CondaContext, type CondaEntry, isForDevelopment } from "../package.ts";
import { pypiEntry, toNeed } from "../pypi-entry.ts";
import { resolve } from "../resolve.ts";
import { readSources } from "./sources.ts";

/**
 * The graph of a `conda-lock.yml` (https://github.com/conda/conda-lock, `lockfile/v1`). One package has an entry for each platform and
 * each category.
 *
 * @throws UsageError when it is no YAML, has no packages, or is of another version
 */
export async function readCondaLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { map, duplicates } = lockDocument(input, 1, "conda-lock lock");
  return readCondaLockEntries(input, map, duplicates, "conda-lock");
}

/** Pixi wrote the same entries until version 3. */
export async function readCondaLockEntries(
  input: ReaderInput,
  map: YamlMap,
  duplicates: readonly LockProblem[],
  format: string,
): Promise<readonly PackageGraph[]> {
  const list = map.entries.get("package");
  if (!Array.isArray(list)) throw new UsageError(`${input.path} has no list \`package\``);
  const problems: LockProblem[] = [...duplicates];
  const scopes = new Map<string, Scope>();
  const platforms = new Map<string, CondaEntry[]>();
  for (const [index, each] of list.entries()) {
    // What a machine has itself is locked now and then.
    if (isYamlMap(each) && textAt(each, "name")?.startsWith("__")) continue;
    const entry = isYamlMap(each) ? entryOf(input, each) : "it is no package";
    const platform = isYamlMap(each) ? textAt(each, "platform") : undefined;
    if (typeof entry === "string" || platform === undefined) {
      const reason = typeof entry === "string" ? entry : "it names no platform";
      const line = isYamlMap(each) ? each.line : undefined;
      problems.push({ item: `package[${index}]`, line, reason });
      continue;
    }
    for (const problem of entry.problems) problems.push(problem);
    addTo(platforms, platform, entry);
    const scope = scopeOf(textAt(each, "category"), textAt(each, "optional"));
    scopes.set(entry.key, stronger(scopes.get(entry.key), scope));
  }
  const metadata = mapAt(map, "metadata");
  for (const platform of textsAt(metadata, "platforms"))
    if (list.length > 0 && !platforms.has(platform))
      problems.push({ item: platform, reason: "no package is locked for this platform" });
  const contexts = [...platforms].map(
    ([platform, entries]): CondaContext => ({
      environment: "",
      platform,
      scope: "runtime",
      entries: entries.map((each) => ({
        ...each,
        node: { ...each.node, statedScope: scopes.get(each.key) },
      })),
    }),
  );
  const sources = await readSources(input, textsAt(metadata, "sources"), contexts);
  const { nodes, edges, missing, ...resolved } = resolve(contexts, sources.own);
  const root = sources.own?.root;
  // A category says how its packages are needed.
  const kinds = edges.map((edge) => {
    const scope = edge.from === root?.key ? scopes.get(edge.to) : undefined;
    return scope === undefined ? edge : { ...edge, kind: scope };
  });
  const lost = [...missing]
    .filter(([, numbers]) => numbers.length === contexts.length)
    .map(([name]) => `${name} is not locked`);
  return [
    assembleGraph({
      path: input.path,
      format,
      ecosystem: "conda",
      roots: root === undefined ? [] : [root],
      nodes: root === undefined ? nodes : [root, ...nodes],
      edges: kinds,
      edgeCompleteness: "complete",
      problems: [
        ...problems,
        ...resolved.problems,
        ...sources.problems,
        ...(input.compareManifests ? staleProblems(sources.path, lost) : []),
      ],
      covers: sources.covers,
    }),
  ];
}

function entryOf(input: ReaderInput, map: YamlMap): CondaEntry | string {
  const location = textAt(map, "url");
  const name = textAt(map, "name");
  if (location === undefined || name === undefined) return "it has no name, or no URL";
  const hash = mapAt(map, "hash");
  const common = {
    location,
    name,
    version: textAt(map, "version"),
    sha256: textAt(hash, "sha256"),
    md5: textAt(hash, "md5"),
    line: map.line,
  };
  const depends = dependsOf(map);
  const manager = textAt(map, "manager");
  if (manager === "conda")
    return condaEntry(input, { ...common, depends, license: textAt(map, "license") });
  if (manager !== "pip" && manager !== "pypi") return "its manager is neither conda nor pip";
  const specs = depends.map((each) => each.replace(/^(\S+) \*?$/, "$1"));
  const needs = specs.flatMap((each) => {
    const need = toNeed(each);
    return typeof need !== "string"
      ? [need]
      : [{ manager: "pypi" as const, name: normalizeName(each.split(" ", 1)[0] ?? each) }];
  });
  return pypiEntry(input, { ...common, needs }) ?? "it names no package";
}

/** A map of names and ranges; Pixi's lists of specifications. */
function dependsOf(map: YamlMap): readonly string[] {
  const depends = mapAt(map, "dependencies");
  if (depends === undefined) return textsAt(map, "dependencies");
  return [...depends.entries].map(([name, range]) =>
    `${name} ${typeof range === "string" ? range : ""}`.trim(),
  );
}

/** `main`, `dev`, or the name of an extra. */
function scopeOf(category: string | undefined, optional: string | undefined): Scope {
  if (category === undefined || category === "main") return "runtime";
  if (isForDevelopment(category)) return "development";
  return optional === "false" ? "runtime" : "optional";
}

function stronger(known: Scope | undefined, scope: Scope): Scope {
  const order: readonly Scope[] = ["runtime", "optional", "development"];
  return order.find((each) => each === known || each === scope) ?? scope;
}
