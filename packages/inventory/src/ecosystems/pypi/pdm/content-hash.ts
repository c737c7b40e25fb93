import { createHash } from "node:crypto";
import { normalizeName } from "../names.ts";
import { pythonJson } from "../python-json.ts";
import { type Table, tableOf } from "../toml.ts";

/**
 * Whether `content_hash` is that of the manifest, as PDM 2 makes it; `undefined` where it is of another algorithm, or the manifest is
 * one that PDM reads in a form of its own.
 */
export function matchesContentHash(hash: string, pyproject: Table): boolean | undefined {
  const [algorithm, digest] = hash.split(":");
  if (algorithm !== "sha256" || pyproject["project"] === undefined) return undefined;
  const project = tableOf(pyproject["project"]);
  const settings = tableOf(tableOf(pyproject["tool"])["pdm"]);
  const text = pythonJson({
    sources: settings["source"] ?? [],
    dependencies: project["dependencies"] ?? [],
    "dev-dependencies": groupsOf(pyproject, settings),
    "optional-dependencies": project["optional-dependencies"] ?? {},
    "requires-python": project["requires-python"] ?? "",
    resolution: settings["resolution"] ?? {},
  });
  return text === undefined
    ? undefined
    : createHash("sha256").update(text).digest("hex") === digest;
}

function groupsOf(pyproject: Table, settings: Table): Table {
  const groups = new Map<string, unknown>();
  for (const [name, list] of Object.entries(tableOf(pyproject["dependency-groups"])))
    groups.set(normalizeName(name), list);
  for (const [name, list] of Object.entries(tableOf(settings["dev-dependencies"])))
    groups.set(normalizeName(name), [groups.get(normalizeName(name)) ?? [], list].flat());
  return Object.fromEntries(groups);
}
