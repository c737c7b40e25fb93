import { t as readUvLock } from "./part-inventory-pypi.js";
export { readUvLock };
