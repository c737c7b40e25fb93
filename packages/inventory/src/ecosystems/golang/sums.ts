import { plural } from "@assay/core";
import type { ReaderInput } from "../ecosystem.ts";
import type { GoProblem } from "./directives.ts";

const MAX_NAMED = 5;
const ADVICE = "Run `go mod tidy` and commit `go.mod` and `go.sum`.";

/** The checksums of the `go.mod` of modules, by `path version`; `undefined` where none of these files is there. */
export async function readSums(
  paths: readonly string[],
  { readText }: ReaderInput,
): Promise<ReadonlyMap<string, string> | undefined> {
  let known: Map<string, string> | undefined;
  for (const path of paths) {
    const text = await readText(path);
    if (text === undefined) continue;
    known ??= new Map();
    for (const [, module = "", sum = ""] of text.matchAll(/^(\S+ \S+)\/go\.mod h1:(\S*)/gm))
      known.set(module, sum);
  }
  return known;
}

/**
 * That modules have no checksum in `go.sum`: `go` would refuse to build. Its checksums are of the content of a module, and of no archive
 * (https://go.dev/ref/mod#go-sum-files): they are not given as hashes of a file.
 */
export function sumProblems(
  modules: readonly { readonly name: string; readonly version: string }[],
  known: ReadonlyMap<string, string> | undefined,
): readonly GoProblem[] {
  if (modules.length === 0) return [];
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
