import { posix } from "node:path";

/*
 * What signatures beside a file are called that are no Sigstore bundle by name: cosign's of before version 3, slsa-github-generator's,
 * those of PyPI's tools, and what `gh attestation download` writes.
 */
const ENDS: readonly string[] = [
  ".sig",
  ".bundle",
  ".cosign.bundle",
  ".intoto.jsonl",
  ".publish.attestation",
  ".slsa.attestation",
  ".provenance",
];
export const CERTIFICATE_ENDS: readonly string[] = [".pem", ".crt", ".cert"];
/** They may be about any file of their folder. */
const OF_FOLDER = /^(?:multiple|attestation)\.intoto\.jsonl$/;
const BY_DIGEST = /^sha256[:-]([0-9a-f]{64})\.jsonl$/;

/** Names of a folder that may hold signatures of a file in it, its digest known. */
export function olderNames(
  name: string,
  sha256: string,
  there: readonly string[],
): readonly string[] {
  return there.filter(
    (each) =>
      ENDS.some((end) => each === `${name}${end}`) ||
      OF_FOLDER.test(each) ||
      BY_DIGEST.exec(each)?.[1] === sha256,
  );
}

/** What by its name is there to verify other files with. */
export function signatureNames(paths: readonly string[]): readonly string[] {
  const all = new Set(paths);
  return paths.filter((path) => {
    const name = posix.basename(path);
    if (OF_FOLDER.test(name) || BY_DIGEST.test(name)) return true;
    const isBeside = (end: string) => path.endsWith(end) && all.has(path.slice(0, -end.length));
    return (
      ENDS.some(isBeside) ||
      CERTIFICATE_ENDS.some((end) => isBeside(end) && all.has(`${path.slice(0, -end.length)}.sig`))
    );
  });
}
