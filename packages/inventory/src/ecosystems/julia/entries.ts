import { addTo, isRecord, UsageError } from "@assay/core";
import type { LockProblem } from "../../assemble/parts.ts";
import { textOf, textsOf } from "../../fields.ts";
import { parseToml, type Table, tableOf } from "../../toml.ts";
import { uuidOf } from "./project.ts";

const HINT = "Write it again with `julia --project -e 'using Pkg; Pkg.resolve()'`.";

/** A package asks for another one. */
export interface JuliaDependency {
  readonly name: string;
  /** `undefined` where the name alone says which. */
  readonly uuid: string | undefined;
  readonly isWeak: boolean;
}

export interface JuliaEntry {
  readonly name: string;
  readonly uuid: string | undefined;
  readonly line: number | undefined;
  readonly version: string | undefined;
  readonly dependencies: readonly JuliaDependency[];
  readonly table: Table;
}

export interface JuliaManifest {
  readonly entries: readonly JuliaEntry[];
  /** Addresses of registries by their names, but for the public one. */
  readonly registries: ReadonlyMap<string, string>;
  readonly problems: readonly LockProblem[];
}

const GENERAL = "23338594-aafe-5451-b93e-139f81909106";

/**
 * Reads a `Manifest.toml` of the format 1 or 2 (https://pkgdocs.julialang.org/v1/toml-files/#Manifest.toml).
 *
 * @throws UsageError when it is no TOML, no manifest, or of a format that is not known
 */
export function parseManifest(path: string, text: string): JuliaManifest {
  const toml = parseToml(path, text, HINT);
  const format = toml["manifest_format"];
  const isFirst = format === undefined;
  if (!isFirst && !/^[12](?:\.\d+)*$/.test(String(format)))
    throw new UsageError(
      `${path} is of the format ${JSON.stringify(format).slice(0, 50)}; 1 and 2 are known`,
      { hint: HINT },
    );
  const lists = isFirst ? toml : (toml["deps"] ?? {});
  if (!isRecord(lists) || (isFirst && !Object.values(lists).every(Array.isArray)))
    throw new UsageError(`${path} is no manifest of Julia`, { hint: HINT });
  const lines = entryLines(text);
  const problems: LockProblem[] = [];
  // A mistake in a header hides an entry.
  if (!isFirst)
    for (const [key, value] of Object.entries(toml))
      if (typeof value === "object" && key !== "deps" && key !== "registries")
        problems.push({ item: key, reason: "it was not understood" });
  const entries: JuliaEntry[] = [];
  for (const [name, list] of Object.entries(lists)) {
    const at = lines.get(name) ?? [];
    for (const [index, table] of (Array.isArray(list) ? list : [list]).entries()) {
      const line = at[index];
      if (isRecord(table)) entries.push(readEntry(name, line, table, problems));
      else problems.push({ item: name, line, reason: "it is no table" });
    }
  }
  const registries = Object.entries(tableOf(toml["registries"])).flatMap(([name, value]) => {
    const { uuid, url } = tableOf(value);
    return uuidOf(uuid) === GENERAL || typeof url !== "string" ? [] : [[name, url] as const];
  });
  return { entries, registries: new Map(registries), problems };
}

/** Where each table of a list begins, by the name of the list. */
function entryLines(text: string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  for (const [index, line] of text.split("\n").entries()) {
    const [, name = ""] = /^\s*\[\[(?:deps\.)?"?([^\]"]{1,256})"?\]\]/.exec(line) ?? [];
    if (name !== "") addTo(lines, name, index + 1);
  }
  return lines;
}

function readEntry(
  name: string,
  line: number | undefined,
  table: Table,
  problems: LockProblem[],
): JuliaEntry {
  const odd = (reason: string) => problems.push({ item: name, line, reason });
  const uuid = uuidOf(table["uuid"]);
  if (uuid === undefined) odd("it has no `uuid`");
  const take = (field: string, isWeak: boolean): readonly JuliaDependency[] => {
    const stated = table[field];
    if (stated === undefined) return [];
    if (!isRecord(stated)) {
      const names = textsOf(stated);
      if (!Array.isArray(stated) || names.length < stated.length)
        odd(`\`${field}\` was not understood`);
      return names.map((each) => ({ name: each, uuid: undefined, isWeak }));
    }
    return Object.entries(stated).flatMap(([each, value]) => {
      const target = uuidOf(value);
      if (target === undefined) odd(`\`${field}\` has no UUID for ${each.slice(0, 100)}`);
      return target === undefined ? [] : [{ name: each, uuid: target, isWeak }];
    });
  };
  return {
    name,
    uuid,
    line,
    version: textOf(table["version"]),
    dependencies: [...take("deps", false), ...take("weakdeps", true)],
    table,
  };
}
