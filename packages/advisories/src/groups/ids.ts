/** The id that people know: CVE, else GHSA, else the first. */
export function displayId(sorted: readonly string[]): string {
  return first(sorted, "CVE-") ?? first(sorted, "GHSA-") ?? sorted[0] ?? "";
}

/** The id that fingerprints are made of: the smallest GHSA, else CVE, else id. */
export function canonicalId(sorted: readonly string[]): string {
  return first(sorted, "GHSA-") ?? first(sorted, "CVE-") ?? sorted[0] ?? "";
}

function first(sorted: readonly string[], prefix: string): string | undefined {
  return sorted.find((id) => id.startsWith(prefix));
}
