import { plural } from "@assay/core";
import type { ReaderInput } from "../ecosystem.ts";
import type { GoProblem } from "./directives.ts";

const MAX_NAMED = 5;
const ADVICE = "Run `go mod tidy` and commit `go.mod` and `go.sum`.";

/** `path version` of every module whose `go.mod` has a checksum in one of these files; `undefined` where none of them is there. */
async function readSums(
  paths: readonly string[],
  { readText }: ReaderInput,
): Promise<ReadonlySet<string> | undefined> {
  let known: Set<string> | undefined;
  for (const path of paths) {
    const text = await readText(path);
    if (text === undefined) continue;
    known ??= new Set();
    for (const [, module] of text.matchAll(/^(\S+ \S+)\/go\.mod h1:/gm)) known.add(module ?? "");
  }
  return known;
}

/**
 * That modules have no checksum in `go.sum`: `go` would refuse to build. Its checksums are of the content of a module, and of no archive
 * (https://go.dev/ref/mod#go-sum-files): they are not given as hashes of a file.
 */
export async function sumProblems(
  paths: readonly string[],
  modules: readonly { readonly name: string; readonly version: string }[],
  input: ReaderInput,
): Promise<readonly GoProblem[]> {
  if (modules.length === 0) return [];
  const known = await readSums(paths, input);
  if (known === undefined) {
    const reason = "no go.sum lies beside it, so nothing says what its modules must be";
    return [{ kind: "stale", reason, advice: ADVICE }];
  }
  const missing = modules
    .map(({ name, version }) => `${name} ${version}`)
    .filter((each) => !known.has(each))
    .sort();
  if (missing.length === 0) return [];
  const more =
    missing.length > MAX_NAMED ? ` and ${plural(missing.length - MAX_NAMED, "other module")}` : "";
  const reason = `go.sum has no checksum of ${missing.slice(0, MAX_NAMED).join(", ")}${more}`;
  return [{ kind: "stale", reason, identity: missing.join("\n"), advice: ADVICE }];
}
