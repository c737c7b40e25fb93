import { a as readPipfileLock } from "./part-inventory-pypi.js";
export { readPipfileLock };
