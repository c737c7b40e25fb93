import { isRecord } from "@assay/core";
import { textOf, textsOf } from "../../fields.ts";
import { type Table, tableOf } from "../../toml.ts";
import { normalizeName } from "./names.ts";
import { parseRequirement, type Requirement } from "./requirement.ts";

/** What a project asks for in `pyproject.toml`, and in which part of it. */
export interface Declared {
  readonly requirement: Requirement;
  /** The extra or the dependency group that has it; the project itself where none is given. */
  readonly extra?: string;
  readonly group?: string;
}

export interface Declarations {
  readonly declared: readonly Declared[];
  /** Lists that are made when the project is built: nobody can read them. */
  readonly dynamic: ReadonlySet<string>;
  /** Entries that are no requirement. */
  readonly unreadable: number;
}

/**
 * The standard lists of a `pyproject.toml`: `project` (https://packaging.python.org/en/latest/specifications/pyproject-toml/) and
 * `dependency-groups` (https://packaging.python.org/en/latest/specifications/dependency-groups/) with the groups that they include.
 */
export function readDeclarations(pyproject: Table): Declarations {
  const project = tableOf(pyproject["project"]);
  const declared: Declared[] = [];
  let unreadable = 0;
  const add = (list: readonly string[], part: Omit<Declared, "requirement">) => {
    for (const text of list) {
      const requirement = parseRequirement(text);
      if (requirement === undefined) unreadable += 1;
      else declared.push({ requirement, ...part });
    }
  };
  add(textsOf(project["dependencies"]), {});
  for (const [extra, list] of Object.entries(tableOf(project["optional-dependencies"])))
    add(textsOf(list), { extra: normalizeName(extra) });
  for (const [group, list] of groupsOf(pyproject)) add(list, { group });
  return { declared, dynamic: new Set(textsOf(project["dynamic"])), unreadable };
}

/** Every group with its requirements and those of the groups that it includes, by normalised name. */
export function groupsOf(pyproject: Table): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly unknown[]>();
  for (const [name, list] of Object.entries(tableOf(pyproject["dependency-groups"])))
    groups.set(normalizeName(name), Array.isArray(list) ? list : []);
  return new Map([...groups.keys()].map((name) => [name, flattened(name, groups)]));
}

function flattened(
  start: string,
  groups: ReadonlyMap<string, readonly unknown[]>,
): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const pending = [start];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const item of groups.get(name) ?? []) {
      if (typeof item === "string") found.push(item);
      else if (isRecord(item)) pending.push(normalizeName(textOf(item["include-group"]) ?? ""));
    }
  }
  return found;
}
