import { n as vendoredFolders, t as readVendoredManifest } from "./inventory-ecosystems-cargo-vendored2.js";
export { readVendoredManifest };
