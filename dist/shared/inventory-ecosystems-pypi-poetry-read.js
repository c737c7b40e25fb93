import { i as readPoetryLock } from "./part-inventory-pypi.js";
export { readPoetryLock };
