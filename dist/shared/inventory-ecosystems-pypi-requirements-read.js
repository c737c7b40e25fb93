import { n as readRequirements } from "./part-inventory-pypi.js";
export { readRequirements };
