import { UsageError } from "@assay/core";
import { placeOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { GoProblem } from "./directives.ts";
import { type GoMod, parseGoMod, type Replacement, type Requirement } from "./mod-file.ts";

import type { Vendored } from "./vendored.ts";
import { compareGoVersions } from "./version.ts";

/** A module of the project itself: the main module, or one that `go.work` uses. */
export interface Member {
  /** Of its `go.mod`, relative to the root of the inventory. */
  readonly path: string;
  readonly folder: string;
  readonly mod: GoMod;
}

/** A replacement, with the file whose folder its path starts at. */
export interface Placed extends Replacement {
  readonly file: string;
}

/** One module that the project is built with. */
export interface GoModule {
  /** The path under which it is imported. */
  readonly path: string;
  /** As it is asked for. */
  readonly asked: string;
  readonly by: Replacement["by"] | undefined;
  /** Its own name and version: those of the replacement where it has one. */
  readonly name: string;
  readonly version: string | undefined;
  /** Of a module in a folder: where it lies; `null` outside the root of the inventory. */
  readonly folder: string | null | undefined;
  /** Its `go.mod`, where it lies in a folder that has one. */
  readonly mod: GoMod | undefined;
  readonly file: string;
  readonly line: number;
}

interface Asked extends Pick<Requirement, "path" | "version" | "line"> {
  readonly file: string;
}

/**
 * The modules that the members ask for, each in the highest version that one of them names, which is what minimal version selection comes
 * to where every `go.mod` lists what its dependencies need too (https://go.dev/ref/mod#minimal-version-selection).
 */
export async function selectModules(
  members: readonly Member[],
  replacements: readonly Placed[],
  vendored: Vendored | undefined,
  input: ReaderInput,
): Promise<{ readonly modules: readonly GoModule[]; readonly problems: readonly GoProblem[] }> {
  const own = new Set(members.map(({ mod }) => mod.module));
  const asked = new Map<string, Asked>();
  const take = (each: Asked) => {
    const known = asked.get(each.path);
    if (known === undefined || compareGoVersions(each.version, known.version) > 0)
      asked.set(each.path, each);
  };
  for (const { path: file, mod } of members)
    for (const { path, version, line } of mod.requirements.values())
      if (!own.has(path)) take({ path, version, line, file });
  // What a go.mod before 1.17 leaves out is there where it was copied.
  for (const { path, version, line, hasPackages } of vendored?.modules.values() ?? [])
    if (!asked.has(path) && hasPackages && !own.has(path) && vendored !== undefined)
      take({ path, version, line, file: vendored.path });
  // The first counts, and one of exactly this version comes before one of all.
  const byVersion = new Map(
    replacements
      .toReversed()
      .map((each) => [
        each.version === undefined ? each.path : `${each.path}@${each.version}`,
        each,
      ]),
  );
  const problems: GoProblem[] = [];
  const modules: GoModule[] = [];
  for (const each of asked.values()) {
    const placed = byVersion.get(`${each.path}@${each.version}`) ?? byVersion.get(each.path);
    modules.push(await toModule(each, placed, input, problems));
    const isExcluded = members.some(({ mod }) => mod.excluded.has(`${each.path}@${each.version}`));
    if (isExcluded) {
      const reason = `${each.version} is asked for and excluded`;
      problems.push({ key: each.path, line: each.line, kind: "stale", reason });
    }
  }
  return { modules, problems };
}

async function toModule(
  asked: Asked,
  placed: Placed | undefined,
  input: ReaderInput,
  problems: GoProblem[],
): Promise<GoModule> {
  const { path, version, line, file } = asked;
  const plain = {
    path,
    asked: version,
    by: placed?.by,
    file,
    line,
    folder: undefined,
    mod: undefined,
  };
  if (placed === undefined) return { ...plain, name: path, version };
  const { by } = placed;
  if (by.version !== undefined) return { ...plain, name: by.path, version: by.version };
  const folder = placeOf(placed.file, by.path);
  const mod = folder === null ? undefined : await readMod(folder, input, problems);
  if (folder === null)
    problems.push({ key: path, line, reason: "it is a folder outside the repository" });
  else if (mod === undefined)
    problems.push({
      key: path,
      line,
      kind: "stale",
      reason: `its folder ${folder || "."} has no go.mod`,
    });
  return { ...plain, name: mod?.module ?? path, version: undefined, folder, mod };
}

/** The `go.mod` of a folder; a problem where it can't be read; nothing where there is none. */
export async function readMod(
  folder: string,
  { readText }: ReaderInput,
  problems: GoProblem[],
): Promise<GoMod | undefined> {
  const path = modIn(folder);
  try {
    const text = await readText(path);
    return text === undefined ? undefined : parseGoMod(text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push({ reason: `${path} can't be read: ${error.message}` });
    return undefined;
  }
}

export function modIn(folder: string): string {
  return folder === "" ? "go.mod" : `${folder}/go.mod`;
}
