import { t as readGemfileLock } from "./part-inventory-gem.js";
export { readGemfileLock };
