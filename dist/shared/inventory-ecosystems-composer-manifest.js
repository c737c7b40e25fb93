import { n as composerAsks, r as readComposerManifest } from "./part-inventory-composer.js";
export { composerAsks };
