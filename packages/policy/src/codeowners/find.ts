import type { PolicyRepository } from "../repository.ts";
import { type CodeOwners, locateCodeOwners, MAX_CODEOWNERS, readCodeOwners } from "./read.ts";

/** The file that counts, read once; `undefined` where there is none, or where it can't be read. One that is too large for GitHub has no rules. */
export function codeOwnersOf(
  repository: PolicyRepository,
): Promise<(CodeOwners & { readonly path: string; readonly bytes: number }) | undefined> {
  return repository.once("code owners", async () => {
    const { path } = locateCodeOwners(new Set(repository.files));
    const text = path && (await repository.read(path));
    if (path === undefined || text === undefined) return undefined;
    const bytes = Buffer.byteLength(text);
    return { path, bytes, ...readCodeOwners(bytes > MAX_CODEOWNERS ? "" : text) };
  });
}
