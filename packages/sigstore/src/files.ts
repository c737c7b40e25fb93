/** Files that are signed and verified: read once, streamed, never through a link. */

export { MAX_BUNDLE_BYTES } from "./bundle/parse.ts";
export type { FileDigests } from "./digest/file-digest.ts";
export { digestFile } from "./digest/file-digest.ts";
export type { FileRead } from "./digest/read-file.ts";
export { readRegularFile } from "./digest/read-file.ts";
