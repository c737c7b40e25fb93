import { o as readPdmLock } from "./part-inventory-pypi.js";
export { readPdmLock };
