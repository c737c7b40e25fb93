import { n as readComposerManifest, t as composerAsks } from "./inventory-ecosystems-composer-manifest.js";
export { composerAsks };
