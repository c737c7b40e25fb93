/*
 * What bundles are called. `<file>.sigstore.json` holds the signature (client-spec, "bundle discovery"); a file may have more
 * of them, such as attestations or signatures of others: `<file>.<kind>.sigstore.json`, where the kind has no dots, and
 * `.jsonl` for several in one file, a line each. An attestation of many files is called by its kind alone.
 */

const STANDARD: readonly string[] = [".sigstore.json", ".sigstore"];
const LINES = ".sigstore.jsonl";
const KIND = /\.[A-Za-z0-9_-]+$/;

/** What the name of a file's own bundle ends in: as configured, then as the specification has it. */
export function bundleSuffixes(configured: string): readonly string[] {
  return [...new Set([configured, ...STANDARD])];
}

export function isBundleName(path: string, configured: string): boolean {
  return path.endsWith(LINES) || bundleSuffixes(configured).some((suffix) => path.endsWith(suffix));
}

/** Whether a file of this name holds one bundle a line. */
export function holdsLines(path: string): boolean {
  return path.endsWith(".jsonl");
}

/** Whether a bundle that is named after no file there may be one of many files, such as `provenance.sigstore.json`. */
export function isSharedName(name: string): boolean {
  return /^[A-Za-z0-9_-]+\.sigstore\.jsonl?$/.test(name);
}

/** The files that a bundle of this name may be about: the whole rest of its name, and that without a kind. */
export function subjectsOf(bundle: string, configured: string): readonly string[] {
  const bases = [...bundleSuffixes(configured), LINES]
    .filter((suffix) => bundle.endsWith(suffix))
    .map((suffix) => bundle.slice(0, -suffix.length));
  return [...new Set(bases.flatMap((base) => [base, base.replace(KIND, "")]))];
}
