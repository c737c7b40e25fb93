import type { Check } from "@assay/core";
import type { SbomOptions } from "./options.ts";
import { sbomRules } from "./rules.ts";

export { sbomCommand } from "./command.ts";
export type { SbomFormat, SbomOptions, SbomScope } from "./options.ts";
export { SBOM_FORMATS, SBOM_SCOPES } from "./options.ts";

/** Makes one document over all lockfiles below `context.root`. The work is loaded when it runs. */
export const sbomCheck: Check<SbomOptions> = {
  id: "sbom",
  title: "Bill of materials",
  rules: sbomRules,
  run: async (context, options) =>
    (await (await import("./check.ts")).runSbom(context, options)).result,
};
