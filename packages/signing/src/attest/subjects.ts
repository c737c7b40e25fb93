import { resolve } from "node:path";
import type { ActFailure, CommandContext } from "@assay/core";
import { digestFile } from "@assay/sigstore/files";
import { failureOf } from "../sign/failures.ts";
import { requireExpected } from "../sign/sign-file.ts";
import { readChecksums } from "../targets/checksums.ts";
import { mapPool } from "../targets/pool.ts";
import type { AttestOptions } from "./options.ts";
import type { Subject } from "./statement.ts";

const HASHING = 4;

/** Digests of files, which are what the list says where they stand in it, and those of the list, whose files are not read. */
export async function subjectsOf(
  context: CommandContext,
  { subjectsFromChecksums, files: patterns }: AttestOptions,
  files: readonly string[],
): Promise<{ readonly subjects: readonly Subject[]; readonly unreadable: readonly ActFailure[] }> {
  const { root, signal, environment } = context;
  // As actions/attest does: what the run uploaded, where nothing is named.
  const list =
    subjectsFromChecksums ??
    (patterns.length === 0 ? environment["GITHUB_ARTIFACTS_LIST"] || undefined : undefined);
  const listed = list === undefined ? [] : await readChecksums(root, list);
  const subjects = new Map<string, Subject>(listed.map((one) => [one.name, one]));
  const hashed = await mapPool(files, HASHING, signal, async (name) => {
    try {
      const expected = subjects.get(name)?.digests ?? new Map();
      subjects.delete(name);
      const names = ["sha256", ...expected.keys()] as const;
      const found = await digestFile(resolve(root, name), names, signal);
      requireExpected(found.digests, expected);
      return { name, ...found };
    } catch (error) {
      signal.throwIfAborted();
      return failureOf(name, error, "attest");
    }
  });
  signal.throwIfAborted();
  for (const one of hashed) if ("digests" in one) subjects.set(one.name, one);
  return {
    subjects: [...subjects.values()],
    unreadable: hashed.flatMap((one) => ("digests" in one ? [] : [one])),
  };
}
