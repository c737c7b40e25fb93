import { r as readBerryLock } from "./part-inventory-npm.js";
export { readBerryLock };
