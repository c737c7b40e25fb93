import { t as readYarnLock } from "./part-inventory-npm.js";
export { readYarnLock };
