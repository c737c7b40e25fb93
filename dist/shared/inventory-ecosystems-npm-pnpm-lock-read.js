import { i as readPnpmLock } from "./part-inventory-npm.js";
export { readPnpmLock };
