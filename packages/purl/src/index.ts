export { buildPurl } from "./build.ts";
export { cargoRange } from "./cargo-range.ts";
export type { PackageUrl } from "./package-url.ts";
export { parsePurl } from "./parse.ts";
export { comparePep440, type Pep440Options, pep440Range } from "./pep440.ts";
export { defaultRegistry } from "./registries.ts";
export { type PackageSelector, packageSelector } from "./selector.ts";
export { semverRange } from "./semver-range.ts";
export { compareVersions } from "./version-order.ts";
