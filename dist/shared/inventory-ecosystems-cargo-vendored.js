import { n as readVendoredManifest, r as vendoredFolders } from "./part-inventory-cargo.js";
export { readVendoredManifest };
