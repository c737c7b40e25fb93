export { compareOfType, compareVersions, isVersion } from "./compare.ts";
export { isPrerelease, type UpdateType, updateTypeOf } from "./kinds.ts";
export { comparePep440 } from "./orders/pep440.ts";
export { type OrderName, orderOfEcosystem, orderOfType } from "./orders.ts";
export { cargoRange } from "./ranges/cargo-range.ts";
export type { RangeTest } from "./ranges/clauses.ts";
export { type Pep440Options, pep440Range } from "./ranges/pep440-range.ts";
export { RANGE_TYPES, readRange } from "./ranges/read-range.ts";
export { semverRange } from "./ranges/semver-range.ts";
