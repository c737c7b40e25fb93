import { n as readGoWork, t as readGoMod } from "./part-inventory-golang.js";
export { readGoMod, readGoWork };
