/** The orders of versions that are known: one file of this folder each. */
export type OrderName =
  | "semver"
  | "pub"
  | "pep440"
  | "maven"
  | "nuget"
  | "rubygems"
  | "packagist"
  | "cran"
  | "hackage"
  | "dpkg"
  | "apk"
  | "rpm";

/** Base ecosystems of https://ossf.github.io/osv-schema/, without what follows the colon. */
const BY_ECOSYSTEM: Readonly<Record<OrderName, readonly string[]>> = {
  semver: [
    "npm",
    "crates.io",
    "Go",
    "Hex",
    "SwiftURL",
    "GHC",
    "ConanCenter",
    "Bitnami",
    "Bioconductor",
    "Docker Hardened Images",
    "GitHub Actions",
    "VSCode",
    "Kubernetes",
  ],
  // Julia orders builds as Pub does: https://docs.julialang.org/en/v1/manual/strings/#man-version-number-literals
  pub: ["Pub", "Julia"],
  pep440: ["PyPI"],
  maven: ["Maven"],
  nuget: ["NuGet"],
  rubygems: ["RubyGems"],
  packagist: ["Packagist"],
  cran: ["CRAN"],
  hackage: ["Hackage"],
  dpkg: ["Debian", "Ubuntu"],
  apk: ["Alpine", "Wolfi", "Chainguard", "MinimOS", "Alpaquita", "BellSoft Hardened Containers"],
  rpm: [
    "Red Hat",
    "AlmaLinux",
    "Rocky Linux",
    "SUSE",
    "openSUSE",
    "openEuler",
    "Mageia",
    "Photon OS",
    "Azure Linux",
  ],
};

const ECOSYSTEM_ORDER: ReadonlyMap<string, OrderName> = new Map(
  Object.entries(BY_ECOSYSTEM).flatMap(([order, names]) =>
    names.map((name) => [name, order as OrderName] as const),
  ),
);

/** Purl types, https://github.com/package-url/purl-spec/tree/main/types. */
const TYPE_ORDER: ReadonlyMap<string, OrderName> = new Map([
  ["npm", "semver"],
  ["cargo", "semver"],
  ["golang", "semver"],
  ["hex", "semver"],
  ["swift", "semver"],
  ["julia", "pub"],
  ["conan", "semver"],
  ["githubactions", "semver"],
  ["pub", "pub"],
  ["pypi", "pep440"],
  ["maven", "maven"],
  ["nuget", "nuget"],
  ["gem", "rubygems"],
  ["composer", "packagist"],
  ["cran", "cran"],
  ["hackage", "hackage"],
  ["deb", "dpkg"],
  ["apk", "apk"],
  ["rpm", "rpm"],
]);

/** The order of an OSV ecosystem, with or without a suffix (`Debian:12`); `undefined` where none is known. */
export function orderOfEcosystem(ecosystem: string): OrderName | undefined {
  return ECOSYSTEM_ORDER.get(ecosystem.split(":", 1)[0] ?? "");
}

/** The order of a purl type; `undefined` where none is known. */
export function orderOfType(type: string): OrderName | undefined {
  return TYPE_ORDER.get(type);
}
