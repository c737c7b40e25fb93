export { sbomCommand } from "./command.ts";
export { type ComponentChange, compareDocuments } from "./diff/compare.ts";
export type { SbomFormat, SbomOptions, SbomScope } from "./options.ts";
