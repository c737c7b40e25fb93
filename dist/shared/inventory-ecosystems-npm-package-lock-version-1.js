import { a as readNestedDependencies } from "./part-inventory-npm.js";
export { readNestedDependencies };
