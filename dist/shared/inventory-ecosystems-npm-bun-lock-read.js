import { s as readBunLock } from "./part-inventory-npm.js";
export { readBunLock };
