/** Snapshots: made, verified and described. */
export { partsOf } from "../archive/window.ts";
export { storeFolder } from "../sources/place.ts";
export { temporaryPath } from "../store/temporary.ts";
export { attribution } from "./attribution.ts";
export { buildSnapshot, storeFiles } from "./build.ts";
export { snapshotFiles } from "./open.ts";
export { signerOf } from "./signer-of.ts";
