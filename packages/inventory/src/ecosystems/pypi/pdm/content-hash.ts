import { createHash } from "node:crypto";
import { type Table, tableOf } from "../../../toml.ts";
import { normalizeName } from "../names.ts";
import { pythonJson } from "../python-json.ts";

/**
 * Whether `content_hash` is that of the manifest, as PDM 2 makes it; `undefined` where it is of another algorithm, or the manifest is
 * one that PDM reads in a form of its own.
 */
export function matchesContentHash(hash: string, pyproject: Table): boolean | undefined {
  const [algorithm, digest] = hash.split(":");
  if (algorithm !== "sha256" || pyproject["project"] === undefined) return undefined;
  const project = tableOf(pyproject["project"]);
  const settings = tableOf(tableOf(pyproject["tool"])["pdm"]);
  const resolution = tableOf(settings["resolution"]);
  const common = {
    sources: settings["source"] ?? [],
    dependencies: project["dependencies"] ?? [],
    "optional-dependencies": project["optional-dependencies"] ?? {},
    "requires-python": project["requires-python"] ?? "",
  };
  // What counts has grown with PDM's versions: standard groups, and more of the settings than overrides.
  const candidates = [groupsOf(pyproject, settings), tableOf(settings["dev-dependencies"])].flatMap(
    (groups) => [
      { ...common, "dev-dependencies": groups, resolution },
      { ...common, "dev-dependencies": groups, overrides: resolution["overrides"] ?? {} },
    ],
  );
  const texts = candidates.map((each) => pythonJson(each));
  if (texts.includes(undefined)) return undefined;
  return texts.some(
    (text) =>
      createHash("sha256")
        .update(text ?? "")
        .digest("hex") === digest,
  );
}

function groupsOf(pyproject: Table, settings: Table): Table {
  const groups = new Map<string, unknown>();
  for (const [name, list] of Object.entries(tableOf(pyproject["dependency-groups"])))
    groups.set(normalizeName(name), list);
  for (const [name, list] of Object.entries(tableOf(settings["dev-dependencies"])))
    groups.set(normalizeName(name), [groups.get(normalizeName(name)) ?? [], list].flat());
  return Object.fromEntries(groups);
}
