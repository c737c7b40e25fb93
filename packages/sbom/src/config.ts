import type { ConfigSection } from "@assay/core";
import { z } from "zod";
import { SBOM_FORMATS, SBOM_SCOPES } from "./options.ts";

/** The config section `sbom`. */
export const sbomSection: ConfigSection = {
  key: "sbom",
  description: "Which bills of materials are written, and over what.",
  schema: z.strictObject({
    formats: z
      .array(z.enum(SBOM_FORMATS))
      .min(1)
      .optional()
      .describe("The documents that are written, each by the name and version of its format."),
    scope: z
      .enum(SBOM_SCOPES)
      .optional()
      .describe("`runtime` leaves out packages that only development needs."),
  }),
  example: `formats:
  - cyclonedx-1.6
  - spdx-2.3
scope: all
`,
};
