import { t as readCargoLock } from "./part-inventory-cargo.js";
export { readCargoLock };
