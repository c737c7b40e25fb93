export { buildPurl } from "./build.ts";
export type { PackageUrl } from "./package-url.ts";
export { parsePurl } from "./parse.ts";
export { defaultRegistry } from "./registries.ts";
export { type PackageSelector, packageSelector } from "./selector.ts";
