import { addTo } from "@assay/core";
import type { ImageReader } from "../../reader.ts";
import { assemblePackages } from "../assemble.ts";
import { visible } from "../history.ts";
import { keysOnly, type OsDatabase, type OsPackage, packageKey, unreadable } from "../package.ts";
import { placedPackages } from "../placed.ts";
import { findTable, openSqlite, textOf } from "../sqlite/file.ts";
import { recordOf } from "../sqlite/record.ts";
import { readTree, type TableInput } from "../sqlite/tree.ts";

const DATABASE = "nix/var/nix/db/db.sqlite";
const STORE = /^\/?nix\/store\/[0-9a-z]{32}-(.+)$/;
/** Parts of one package that are stored apart from it. */
const OUTPUT = /-(?:bin|debug|dev|devdoc|doc|info|lib|man|out|static)$/;

/**
 * Packages of Nix by its own list of what is in the store. A name there is only a custom, `name-1.2.3-output`: what has no number is a
 * script or a configuration, and no package.
 */
export const nixReader: ImageReader<OsDatabase> = {
  id: "nix",
  everyVersion: true,
  wants: ({ path }) => path === DATABASE,
  async extract({ content, isHidden }) {
    const problems: string[] = [];
    const input = await openSqlite(content, problems);
    const paths = new Map<number, string>();
    await eachRow(input, "ValidPaths", (row, [, path]) => {
      const text = textOf(path);
      if (text !== undefined) paths.set(row, text);
    });
    const needs = new Map<number, number[]>();
    await eachRow(input, "Refs", (_, [from, to]) => {
      if (typeof from !== "number" || typeof to !== "number") return;
      addTo(needs, from, to);
    });
    const database = { packages: packagesOf(paths, needs), problems };
    return isHidden ? keysOnly(database) : database;
  },
  async assemble(facts, tree) {
    const current = visible(facts, tree);
    const problems = current.flatMap(({ path, fact }) => unreadable(path, fact.problems));
    return assemblePackages(placedPackages(facts, current), tree, { type: "nix", problems });
  },
};

async function eachRow(
  input: Omit<TableInput, "onRow">,
  table: string,
  onRow: (row: number, columns: ReturnType<typeof recordOf>) => void,
): Promise<void> {
  const root = await findTable(input, table);
  if (root === undefined) input.problems.push(`it has no table ${table}`);
  else await readTree({ ...input, onRow: (row, payload) => onRow(row, recordOf(payload)) }, root);
}

/** One package of all of its outputs. What it needs is named by key, for names repeat. */
function packagesOf(
  paths: ReadonlyMap<number, string>,
  needs: ReadonlyMap<number, readonly number[]>,
): readonly OsPackage[] {
  const keys = new Map<number, string>();
  const found = new Map<
    string,
    OsPackage & { files: string; requires: { anyOf: string[]; text: string }[] }
  >();
  for (const [row, path] of paths) {
    const name = STORE.exec(path)?.[1]?.replace(OUTPUT, "");
    const [, base, version] = /^(.+?)-(\d.*)$/.exec(name ?? "") ?? [];
    if (base === undefined || version === undefined) continue;
    const entry = { name: base, version };
    const key = packageKey(entry);
    keys.set(row, key);
    const known = found.get(key);
    const folder = `${path.replace(/^\//, "")}/`;
    found.set(key, {
      ...entry,
      files: known === undefined ? folder : `${known.files}\n${folder}`,
      requires: known?.requires ?? [],
      provides: [key],
    });
  }
  for (const [row, targets] of needs)
    for (const target of targets) {
      const [key, other] = [keys.get(row), keys.get(target)];
      if (key === undefined || other === undefined) continue;
      found.get(key)?.requires.push({ anyOf: [other], text: paths.get(target) ?? "" });
    }
  return [...found.values()];
}
