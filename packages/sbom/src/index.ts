export { sbomCommand } from "./command.ts";
export type { SbomFormat, SbomOptions, SbomScope } from "./options.ts";
export { SBOM_FORMATS, SBOM_SCOPES } from "./options.ts";
