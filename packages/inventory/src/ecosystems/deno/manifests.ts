import { UsageError } from "@assay/core";
import { semverRange } from "@assay/versions";
import type { LockProblem } from "../../assemble/parts.ts";
import { manifestText, unknownFit } from "../../assemble/stale.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { readProjectManifest } from "../npm/project-manifest.ts";
import { readRequirement } from "./lockfile.ts";
import { type DenoManifest, readDenoManifest, readImportMap } from "./manifest.ts";

/** A package that a manifest asks for. */
export interface Asked {
  /** `npm:chalk`. */
  readonly key: string;
  readonly range: string;
  readonly kind: "runtime" | "development";
  /** The name that it has there, where that is another one. */
  readonly alias?: string;
}

interface Judged extends Asked {
  /** Whether a version is in its range; absent where nobody can say. */
  readonly fits: ((version: string) => boolean) | undefined;
}

/** A `deno.json` or a `package.json`. */
export interface Manifest {
  readonly path: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly asked: readonly Asked[];
  readonly byKey: ReadonlyMap<string, readonly Judged[]>;
  /** Whether that is all: not where some of it lies on a server. */
  readonly isWhole: boolean;
  /** Patterns of the folders of its workspace. */
  readonly workspace: readonly string[];
}

/** The `deno.json` of a folder; `undefined` where there is none, or it can't be read. */
export async function denoManifest(
  input: ReaderInput,
  folder: string,
  problems: LockProblem[],
): Promise<Manifest | undefined> {
  const path = ["deno.json", "deno.jsonc"]
    .map((name) => fromLockfileFolder(input.path, `${folder}/${name}`))
    .find((each) => each !== undefined && input.paths.includes(each));
  const own = path && (await parsed(input, path, readDenoManifest, problems));
  if (!path || !own) return undefined;
  const map = own.importMap === undefined ? [] : await mapped(input, path, own, problems);
  const asked = [...own.modules, ...(map ?? [])].flatMap((text): readonly Asked[] => {
    const { key, range } = readRequirement(text) ?? {};
    return key === undefined ? [] : [{ key, range: range ?? "", kind: "runtime" }];
  });
  const { name, version, workspace } = own;
  return { path, name, version, asked, byKey: byKey(asked), isWhole: map !== undefined, workspace };
}

/** What its import map leads to; `undefined` where nobody can say. */
async function mapped(
  input: ReaderInput,
  path: string,
  { importMap = "" }: DenoManifest,
  problems: LockProblem[],
): Promise<readonly string[] | undefined> {
  const file = /^[a-z][\w+.-]*:/i.test(importMap) ? undefined : fromLockfileFolder(path, importMap);
  return file === undefined ? undefined : parsed(input, file, readImportMap, problems);
}

async function parsed<T>(
  input: ReaderInput,
  path: string,
  read: (path: string, text: string) => T,
  problems: LockProblem[],
): Promise<T | undefined> {
  const { text, problems: unread } = await manifestText(path, input);
  problems.push(...unread);
  if (text === undefined) return undefined;
  try {
    return read(path, text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(unknownFit(path, error.message));
    return undefined;
  }
}

/** The `package.json` of a folder. Deno locks no optional dependencies of the project itself, and no peers. */
export async function nodeManifest(
  input: ReaderInput,
  folder: string,
  problems: LockProblem[],
): Promise<Manifest | undefined> {
  const path = fromLockfileFolder(input.path, `${folder}/package.json`);
  if (path === undefined || !input.paths.includes(path)) return undefined;
  const read = await readProjectManifest(input, path);
  if (typeof read === "string") problems.push(unknownFit(path, read));
  if (typeof read !== "object") return undefined;
  const { name, version, dependencies, devDependencies, workspaces } = read.entry;
  const asked = [
    ...[...devDependencies].flatMap(([key, range]) => askedFor(key, range, "development")),
    ...[...dependencies].flatMap(([key, range]) => askedFor(key, range, "runtime")),
  ];
  return { path, name, version, asked, byKey: byKey(asked), isWhole: true, workspace: workspaces };
}

/** Members, folders and what is of no registry stand in no lockfile. */
function askedFor(name: string, text: string, kind: Asked["kind"]): readonly Asked[] {
  const other = /^(?:npm|jsr):/.test(text) ? readRequirement(text) : undefined;
  // `jsr:^1` means the package of that name.
  const isRange = /^(?:npm|jsr):[\d^~<>=*v]/.test(text);
  if (other !== undefined && !isRange)
    return [
      { key: other.key, range: other.range, kind, ...(other.name === name ? {} : { alias: name }) },
    ];
  if (/[:/]/.test(isRange ? text.slice(4) : text)) return [];
  return [
    {
      key: `${isRange ? text.slice(0, 3) : "npm"}:${name}`,
      range: isRange ? text.slice(4) : text,
      kind,
    },
  ];
}

const MAX_NAMES = 20;

function byKey(asked: readonly Asked[]): ReadonlyMap<string, readonly Judged[]> {
  const found = new Map<string, Judged[]>();
  for (const each of asked) {
    const known = found.get(each.key) ?? [];
    if (known.length < MAX_NAMES) known.push({ ...each, fits: semverRange(each.range) });
    found.set(each.key, known);
  }
  return found;
}

/** Under which name and for what a manifest asks for what the lockfile has for it: Deno keeps the package and the range alone. */
export function askedAs(
  manifest: Manifest | undefined,
  { key, range }: { readonly key: string; readonly range: string },
  version: string | undefined,
): Asked | undefined {
  const all = manifest?.byKey.get(key) ?? [];
  const found = all.filter(
    (each) => each.range === range || (version !== undefined && each.fits?.(version)),
  );
  return found.findLast(({ kind }) => kind === "runtime") ?? found.at(-1) ?? all.at(-1);
}
