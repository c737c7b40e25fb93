import type { PolicyRepository } from "../repository.ts";
import { type CodeOwners, locateCodeOwners, readCodeOwners } from "./read.ts";

/** The file that counts, read once; `undefined` where there is none, or where it can't be read. */
export function codeOwnersOf(
  repository: PolicyRepository,
): Promise<(CodeOwners & { readonly path: string; readonly bytes: number }) | undefined> {
  return repository.once("code owners", async () => {
    const { path } = locateCodeOwners(new Set(repository.files));
    const text = path && (await repository.read(path));
    if (path === undefined || text === undefined) return undefined;
    return { path, bytes: Buffer.byteLength(text), ...readCodeOwners(text) };
  });
}
