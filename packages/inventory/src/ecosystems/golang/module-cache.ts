import { createHash } from "node:crypto";
import type { ReaderInput } from "../ecosystem.ts";
import { parseGoMod } from "./mod-file.ts";

const FILE = /^(.*\/)?cache\/download\/.+\/@v\/[^/]+\.mod$/;
const found = new WeakMap<readonly string[], string | null>();

/** The folder `cache/download/` of a module cache inside the root, as CI keeps it between runs; `null` where there is none. */
function cacheIn(everyPath: readonly string[]): string | null {
  const known = found.get(everyPath);
  if (known !== undefined) return known;
  const file = everyPath.find((path) => path.endsWith(".mod") && FILE.test(path));
  const folder = file === undefined ? null : `${FILE.exec(file)?.[1] ?? ""}cache/download/`;
  found.set(everyPath, folder);
  return folder;
}

/** What one module asks for itself. */
export type Needs = ReadonlyMap<string, { readonly version: string }>;

/**
 * What each module asks for, by its `go.mod` in a module cache (https://go.dev/ref/mod#module-cache); `undefined` where there is no
 * cache, it lacks one of them, or has another than `go.sum` says: then nothing is known of what needs what.
 */
export async function cachedNeeds(
  modules: readonly { readonly name: string; readonly version: string }[],
  sums: ReadonlyMap<string, string> | undefined,
  { everyPath, readText }: ReaderInput,
): Promise<ReadonlyMap<string, Needs> | undefined> {
  const cache = cacheIn(everyPath);
  if (cache === null) return undefined;
  const needs = new Map<string, Needs>();
  for (const { name, version } of modules) {
    const text = await readText(`${cache}${escaped(name)}/@v/${escaped(version)}.mod`);
    if (text === undefined || sums?.get(`${name} ${version}`) !== sumOf(text)) return undefined;
    const direct = [...parseGoMod(text).requirements].filter(([, { isIndirect }]) => !isIndirect);
    needs.set(`${name}@${version}`, new Map(direct));
  }
  return needs;
}

/** https://go.dev/ref/mod#go-sum-files: of a list of files with their hashes, which has one line here. */
function sumOf(text: string): string {
  const file = createHash("sha256").update(text).digest("hex");
  return createHash("sha256").update(`${file}  go.mod\n`).digest("base64");
}

/** Capitals are written as `!` and the small letter, for file systems that do not tell them apart. */
export function escaped(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
