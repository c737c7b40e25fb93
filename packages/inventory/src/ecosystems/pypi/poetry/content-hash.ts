import { createHash } from "node:crypto";
import { type Table, tableOf } from "../../../toml.ts";
import { pythonJson } from "../python-json.ts";

const POETRY_KEYS = ["dependencies", "source", "extras", "dev-dependencies"];
const PROJECT_KEYS = ["requires-python", "dependencies", "optional-dependencies"];

/**
 * Whether `content-hash` is that of the manifest: SHA-256 over the JSON of what decides the resolution. Which parts those are has grown
 * with Poetry's versions, so each of them may be meant. `undefined` where the manifest holds what has no one JSON.
 */
export function matchesContentHash(hash: string, pyproject: Table): boolean | undefined {
  const poetry = tableOf(tableOf(pyproject["tool"])["poetry"]);
  const project = picked(tableOf(pyproject["project"]), PROJECT_KEYS);
  const groups = tableOf(pyproject["dependency-groups"]);
  const standard = (withGroups: boolean) => {
    const top = {
      ...(isEmpty(project) ? {} : { project }),
      ...(withGroups && !isEmpty(groups) ? { "dependency-groups": groups } : {}),
    };
    const own = picked(poetry, [...POETRY_KEYS, "group"]);
    return isEmpty(top) ? undefined : { ...top, tool: { poetry: own } };
  };
  // Before Poetry 2 only its own section counted, with a null for what is not there.
  const legacy = {
    ...Object.fromEntries(POETRY_KEYS.map((key) => [key, poetry[key] ?? null])),
    ...picked(poetry, ["group"]),
  };
  const candidates = [standard(true), standard(false), legacy].filter((each) => each !== undefined);
  const texts = candidates.map((each) => pythonJson(each));
  if (texts.some((text) => text === undefined)) return undefined;
  return texts.some(
    (text) =>
      createHash("sha256")
        .update(text ?? "")
        .digest("hex") === hash,
  );
}

function picked(table: Table, keys: readonly string[]): Table {
  return Object.fromEntries(
    keys.filter((key) => table[key] != null).map((key) => [key, table[key]]),
  );
}

function isEmpty(table: Table): boolean {
  return Object.keys(table).length === 0;
}
