import { o as readPackageLock } from "./part-inventory-npm.js";
export { readPackageLock };
