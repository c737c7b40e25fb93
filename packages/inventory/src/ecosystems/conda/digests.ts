import type { Hash } from "../../graph.ts";

/** The checksums of an archive; a problem where one is none. */
export function digests({
  sha256,
  md5,
}: {
  readonly sha256?: string | undefined;
  readonly md5?: string | undefined;
}): { readonly hashes: readonly Hash[]; readonly problem?: string } {
  const hashes: Hash[] = [];
  let problem: string | undefined;
  const add = (algorithm: string, value: string | undefined, length: number) => {
    if (value === undefined) return;
    if (value.length === length && /^[0-9a-f]+$/i.test(value))
      hashes.push({ algorithm, value: value.toLowerCase() });
    else problem = `its checksum is no ${algorithm}`;
  };
  add("SHA-256", sha256, 64);
  add("MD5", md5, 32);
  return problem === undefined ? { hashes } : { hashes, problem };
}
