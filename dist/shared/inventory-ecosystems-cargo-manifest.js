import { i as placeOf, n as defaultDependencies, r as parseManifest, t as cargoAsks } from "./inventory-ecosystems-cargo-manifest2.js";
export { cargoAsks };
