/** Signatures in the formats of before the bundle, and in those of registries, read into bundles. */

export { detachedSignature } from "./older/detached.ts";
export type { BundleSource } from "./older/read.ts";
export { readSignatures } from "./older/read.ts";
