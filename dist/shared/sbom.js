import "./rolldown-runtime.js";
import { It as catalog, cn as defineCommand, en as ACTION_INPUTS, nn as COMMON_INPUTS, rn as COMMON_OUTPUTS } from "./part-base.js";
import { s as INVENTORY_RULES } from "./part-inventory.js";
import "./part-sbom-check.js";
const SBOM_FORMATS = [
	"cyclonedx-1.6",
	"cyclonedx-1.6-xml",
	"spdx-2.3"
];
const DEFAULT_FORMATS = ["cyclonedx-1.6", "spdx-2.3"];
const SBOM_SCOPES = ["all", "runtime"];
const VALIDATION_RULES = catalog([{
	id: "sbom.invalid-document",
	title: "A document that breaks its format",
	description: "The document says something that CycloneDX or SPDX does not allow in its version: a field of the wrong shape, one that is missing, or a reference to nothing. Readers may refuse it, or read less than it means to say.",
	help: "Write the document again with the tool that made it, in a newer version of that tool, or report the fault there.",
	severity: "high",
	tags: ["validity"]
}]);
const validateCommand = defineCommand({
	name: "validate",
	label: "SBOM validation",
	title: "Validate a CycloneDX or SPDX JSON document",
	description: "Reads a CycloneDX (1.2 to 1.7) or SPDX (2.2, 2.3) document in JSON and names everything that breaks its format, each with its line. CycloneDX is held against the official schema of its version and for references that lead nowhere; SPDX against the rules of the specification.",
	branding: {
		icon: "check-circle",
		color: "blue"
	},
	inputs: {
		file: {
			type: "path",
			outside: true,
			required: true,
			description: "The document, relative to `working-directory`."
		},
		...COMMON_INPUTS
	},
	outputs: { ...COMMON_OUTPUTS },
	permissions: [],
	rules: VALIDATION_RULES,
	positional: {
		input: "file",
		term: "<file>"
	},
	brief: true,
	async run(e, { file: t }) {
		const { runValidate: n } = await import("./sbom-validate-check.js");
		return {
			results: [await n(e, t)],
			outputs: {}
		};
	}
});
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
			loosened: "removed",
			description: "The documents that are written: `cyclonedx-1.6` as `sbom.cdx.json`, `cyclonedx-1.6-xml` as `sbom.cdx.xml`, `spdx-2.3` as `sbom.spdx.json`."
		},
		scope: {
			type: "choice",
			choices: SBOM_SCOPES,
			default: "all",
			configKey: "sbom.scope",
			loosened: { toward: ["all", "runtime"] },
			description: "`runtime` leaves out packages that only development needs."
		},
		output: {
			type: "path",
			outside: true,
			description: "The file (for one format) or the folder that documents are written to, relative to the folder that the run starts in; in the CLI `-` is the standard output. Without it they go to `report-directory`, and where that is not given either, the CLI writes them to the folder that it is started in."
		},
		repository: {
			type: "string",
			description: "The repository that the files are of, as `owner/name` or as a URL: first-party packages are called after it. Without it, the run's own or the one of the git remote `origin`."
		},
		ref: {
			type: "string",
			description: "The commit or tag that the files are of. Without it, the commit that is checked out."
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
	rules: {
		...INVENTORY_RULES,
		...VALIDATION_RULES
	},
	config: {
		description: "Which bills of materials are written, and over what.",
		example: `formats:
  - cyclonedx-1.6
  - spdx-2.3
scope: all
`
	},
	documents: {
		formats: "formats",
		output: "output"
	},
	brief: true,
	subcommands: async () => [validateCommand],
	async run(e, { formats: t, scope: n, repository: r, ref: i }) {
		const { runSbom: a } = await import("./sbom-check.js");
		const { result: o, inventory: s, componentCount: c, complete: l } = await a(e, {
			formats: t,
			scope: n,
			repository: r,
			ref: i
		});
		return {
			results: [s, o],
			outputs: {
				"cyclonedx-path": { artifact: "sbom.cdx.json" },
				"cyclonedx-xml-path": { artifact: "sbom.cdx.xml" },
				"spdx-path": { artifact: "sbom.spdx.json" },
				"component-count": c,
				complete: l
			}
		};
	}
});
export { sbomCommand as t };
