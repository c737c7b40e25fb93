import { t as readComposerLock } from "./part-inventory-composer.js";
export { readComposerLock };
