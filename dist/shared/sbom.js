import "./rolldown-runtime.js";
import { _t as defineCommand, ct as COMMON_INPUTS, lt as COMMON_OUTPUTS, ot as ACTION_INPUTS } from "./core.js";
import { r as INVENTORY_RULES } from "./inventory.js";

// packages/sbom/src/options.ts
const SBOM_FORMATS = [
	"cyclonedx-1.6",
	"cyclonedx-1.6-xml",
	"spdx-2.3"
];
const DEFAULT_FORMATS = ["cyclonedx-1.6", "spdx-2.3"];
const SBOM_SCOPES = ["all", "runtime"];

// packages/sbom/src/command.ts
const sbomCommand = defineCommand({
	name: "sbom",
	label: "Bill of materials",
	title: "Write the bill of materials of a repository",
	description: "Reads every lockfile and writes one SBOM over all of them, as CycloneDX and as SPDX: every package with its version, hash, declared licence, place in the lockfile and true dependencies. It runs no package manager, needs no network, and writes the same bytes for the same commit. What it could not read is a finding, and the documents say how complete they are.",
	branding: {
		icon: "list",
		color: "blue"
	},
	inputs: {
		formats: {
			type: "list",
			choices: SBOM_FORMATS,
			default: DEFAULT_FORMATS,
			required: true,
			configKey: "sbom.formats",
			description: "The documents that are written: `cyclonedx-1.6` as `sbom.cdx.json`, `cyclonedx-1.6-xml` as `sbom.cdx.xml`, `spdx-2.3` as `sbom.spdx.json`."
		},
		scope: {
			type: "choice",
			choices: SBOM_SCOPES,
			default: "all",
			configKey: "sbom.scope",
			description: "`runtime` leaves out packages that only development needs."
		},
		...COMMON_INPUTS,
		...ACTION_INPUTS
	},
	outputs: {
		...COMMON_OUTPUTS,
		"cyclonedx-path": { description: "The CycloneDX JSON document, where that format was asked for." },
		"cyclonedx-xml-path": { description: "The CycloneDX XML document, where that format was asked for." },
		"spdx-path": { description: "The SPDX document, where that format was asked for." },
		"component-count": { description: "Packages in the documents, the project itself not counted." },
		complete: { description: "`true` where every lockfile was read and every entry in it understood." }
	},
	permissions: [],
	rules: INVENTORY_RULES,
	config: {
		description: "Which bills of materials are written, and over what.",
		example: `formats:
  - cyclonedx-1.6
  - spdx-2.3
scope: all
`
	},
	documents: "formats",
	brief: true,
	async run(context, { formats, scope }) {
		const { runSbom } = await import("./sbom-check.js");
		const { result, inventory, componentCount, complete } = await runSbom(context, {
			formats,
			scope
		});
		return {
			results: [inventory, result],
			outputs: {
				"cyclonedx-path": { artifact: "sbom.cdx.json" },
				"cyclonedx-xml-path": { artifact: "sbom.cdx.xml" },
				"spdx-path": { artifact: "sbom.spdx.json" },
				"component-count": componentCount,
				complete
			}
		};
	}
});

export { SBOM_FORMATS as n, SBOM_SCOPES as r, sbomCommand as t };