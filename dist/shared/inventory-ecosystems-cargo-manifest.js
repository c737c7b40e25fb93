import { a as defaultDependencies, i as cargoAsks, o as parseManifest, s as placeOf } from "./part-inventory-cargo.js";
export { cargoAsks };
