import "./rolldown-runtime.js";
import { n as SBOM_SCOPES, t as SBOM_FORMATS } from "./sbom-options.js";
import { n as _enum, r as array, s as strictObject } from "./zod.js";

// packages/sbom/src/config.ts
const sbomSection = {
	key: "sbom",
	description: "Which bills of materials are written, and over what.",
	schema: strictObject({
		formats: array(_enum(SBOM_FORMATS)).min(1).optional().describe("The documents that are written, each by the name and version of its format."),
		scope: _enum(SBOM_SCOPES).optional().describe("`runtime` leaves out packages that only development needs.")
	}),
	example: `formats:
  - cyclonedx-1.6
  - spdx-2.3
scope: all
`
};

export { sbomSection };