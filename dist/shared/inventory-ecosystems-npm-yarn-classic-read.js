import { n as readClassicLock } from "./part-inventory-npm.js";
export { readClassicLock };
