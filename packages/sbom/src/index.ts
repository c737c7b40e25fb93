export { sbomCommand } from "./command.ts";
export type { SbomFormat, SbomOptions, SbomScope } from "./options.ts";
