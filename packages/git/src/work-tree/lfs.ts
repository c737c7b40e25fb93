import { decodePath } from "../objects/names.ts";
import { records } from "../objects/tree.ts";
import type { Repository } from "../repository/repository.ts";
import { readSmallFile } from "../repository/small-file.ts";

/** The specification asks for less than this (git-lfs, docs/spec.md, "The Pointer"). */
const MAX_POINTER_BYTES = 1023;
const ATTRIBUTES = Buffer.from(".gitattributes");
const MAX_ATTRIBUTES_BYTES = 1024 * 1024;
const POINTER =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?oid sha256:[0-9a-f]{64}\n(?:[a-z0-9.-]+ [^\n]*\n)*$/;

/** Whether a file's whole text is a pointer of Git LFS, which stands for content that is not in the repository. */
export function isLfsPointer(text: string): boolean {
  return text.length <= MAX_POINTER_BYTES && POINTER.test(text);
}

/** Those of the tracked files that lie in the work tree as pointers. Only where attributes speak of LFS is any file looked at. */
export async function lfsPointers(
  repo: Repository,
  paths: readonly Buffer[],
): Promise<readonly string[]> {
  if (!(await usesLfs(repo, paths))) return [];
  const input = Buffer.concat(paths.flatMap((path) => [path, Buffer.of(0)]));
  const output = await repo.read(["check-attr", "-z", "--stdin", "filter"], { input });
  const fields = [...records(output)];
  const pointers: string[] = [];
  // <path> "filter" <value>
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [path, value] = [fields[at], fields[at + 2]];
    if (path === undefined || value?.toString("latin1") !== "lfs") continue;
    const text = await textOf(repo, path, MAX_POINTER_BYTES);
    if (text !== undefined && isLfsPointer(text)) pointers.push(decodePath(path));
  }
  return pointers;
}

/** The attributes of folders above the root count too. */
async function usesLfs(repo: Repository, paths: readonly Buffer[]): Promise<boolean> {
  const below = paths.filter((path) => {
    const start = path.length - ATTRIBUTES.length;
    return start >= 0 && path.subarray(start).equals(ATTRIBUTES);
  });
  const depth = repo.prefix.split("/").length - 1;
  const above = Array.from({ length: depth }, (_, n) =>
    Buffer.concat([Buffer.from("../".repeat(n + 1)), ATTRIBUTES]),
  );
  for (const path of [...above, ...below]) {
    const text = await textOf(repo, path, MAX_ATTRIBUTES_BYTES);
    if (text !== undefined && /\bfilter=lfs\b/.test(text)) return true;
  }
  return false;
}

async function textOf(
  repo: Repository,
  path: Uint8Array,
  maxBytes: number,
): Promise<string | undefined> {
  const place = Buffer.concat([Buffer.from(`${repo.root}/`), path]);
  return (await readSmallFile(place, maxBytes))?.toString("latin1");
}
