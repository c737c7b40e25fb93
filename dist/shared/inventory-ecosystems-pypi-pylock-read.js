import { r as readPylock } from "./part-inventory-pypi.js";
export { readPylock };
