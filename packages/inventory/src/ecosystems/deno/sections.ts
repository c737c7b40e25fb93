import { isRecord } from "@assay/core";
import type { LockProblem } from "../../assemble/parts.ts";
import { type Json, keyLines } from "../../json-object.ts";

/** The objects of a lockfile, with what was not understood of them. */
export interface Sections {
  readonly problems: readonly LockProblem[];
  /** The object below these keys; an empty one where there is none. */
  at(...keys: readonly string[]): Json;
  /** Its objects, by key. */
  members(keys: readonly string[]): readonly (readonly [string, Json])[];
  /** The texts of a list of an object that stands below these keys. */
  texts(owner: Json, field: string, ...keys: readonly string[]): readonly string[];
  line(...keys: readonly string[]): number | undefined;
  /** What stands there was not understood. */
  odd(...keys: readonly string[]): void;
}

/** How deep entries lie in every version, with their own keys. */
const MAX_DEPTH = 4;

export function sectionsOf(text: string, json: Json): Sections {
  const { line, twice } = keyLines(text, MAX_DEPTH);
  const problems: LockProblem[] = twice.map(({ path, line: at }) => ({
    item: path.join(" > "),
    line: at,
    reason: "it stands in the file twice",
  }));
  const sections: Sections = {
    problems,
    line,
    at(...keys) {
      let found: unknown = json;
      for (const key of keys) found = isRecord(found) ? (found[key] ?? {}) : {};
      if (isRecord(found)) return found;
      sections.odd(...keys);
      return {};
    },
    members(keys) {
      return Object.entries(sections.at(...keys)).flatMap(([key, member]) => {
        if (isRecord(member)) return [[key, member] as const];
        sections.odd(...keys, key);
        return [];
      });
    },
    texts(owner, field, ...keys) {
      const value = owner[field] ?? [];
      const list: readonly unknown[] = Array.isArray(value) ? value : [value];
      const found = list.filter((each) => typeof each === "string");
      if (found.length < list.length || list !== value) sections.odd(...keys, field);
      return found;
    },
    odd(...keys) {
      problems.push({
        item: keys.join(" > "),
        line: line(...keys),
        reason: "it was not understood",
      });
    },
  };
  return sections;
}
