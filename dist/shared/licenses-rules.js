import { It as catalog } from "./part-base.js";
const RULES = [
	{
		id: "licenses.denied",
		title: "A licence that is not allowed",
		description: "The package may be used only under a licence that the allow list does not have. Shipping it may bind you to terms that you did not choose.",
		help: `Replace the package, or accept it for a time with an entry under \`licenses.exceptions\` that pins its licence; every finding shows one to paste. If the licence is fine for every package, add its SPDX id to \`licenses.allow\`.`,
		severity: "high"
	},
	{
		id: "licenses.unknown",
		title: "A package without a usable licence statement",
		description: "Neither the lockfile nor the installed package says in usable words under which licence it is. Without a licence nothing is permitted.",
		help: "Read the package's licence file. Record what it says under `licenses.clarifications` with the file's SHA-256, or accept the package under `licenses.exceptions`. `licenses.on-unknown` sets the severity.",
		severity: "high"
	},
	{
		id: "licenses.invalid-expression",
		title: "A licence expression that can't be read",
		description: "The declared licence was meant as an SPDX expression and is broken, so it can't be said what it allows. Guessing at it would turn a slip into a permission.",
		help: "Ask the maintainers to correct the `license` field. Until then record the licence under `licenses.clarifications` or `licenses.exceptions`. `licenses.on-invalid` sets the severity.",
		severity: "high"
	},
	{
		id: "licenses.mismatch",
		title: "Sources disagree on a licence",
		description: "The lockfile and the installed package declare different licences. The stricter of both verdicts is taken.",
		help: "Install again so that both come from the same version. If they still differ, ask the maintainers and record the answer under `licenses.clarifications`.",
		severity: "medium"
	},
	{
		id: "licenses.relicensed",
		title: "A package that changed its licence",
		description: "The change brings the package in under another licence than the base had. That is worth a look even where the new licence is allowed.",
		help: "Read the package's notes on the change. Nothing has to be done if the new licence is fine for you.",
		severity: "low"
	},
	{
		id: "licenses.redeclared",
		title: "Another licence for the same version",
		description: "The change declares another licence, or none, for a version that the base has already. A published version can't change its licence: the lockfile was edited, or one of both entries was wrong.",
		help: "Install again with the package manager, from the registry. If the entry still differs from the base, read the package's licence file and record what it says under `licenses.clarifications`.",
		severity: "high"
	},
	{
		id: "licenses.legacy-metadata",
		title: "A licence that is declared in an old form",
		description: "The declared licence is understood without doubt, but is no SPDX expression, such as an object, a list or a name from before SPDX.",
		help: "Nothing has to be done. The maintainers can declare an SPDX expression.",
		severity: "info"
	},
	{
		id: "licenses.exception-expired",
		title: "A licence exception that has expired",
		description: "The exception no longer holds, so the packages that it covered count again.",
		help: "Look at the packages again: replace them, or move the `expires` day of the entry with a fresh reason.",
		severity: "high"
	},
	{
		id: "licenses.exception-unused",
		title: "A licence exception or clarification that is not needed",
		description: "No package needs the entry. It would let a later package in that nobody has looked at.",
		help: "Remove the entry from the config file.",
		severity: "low"
	},
	{
		id: "licenses.exception-stale",
		title: "A licence exception whose licence no longer fits",
		description: "The package is under another licence than the one that the exception was granted for, so the exception is void.",
		help: "Look at the new licence. Grant a new exception for it, or replace the package.",
		severity: "high"
	},
	{
		id: "licenses.clarification-stale",
		title: "A licence clarification whose files have changed",
		description: "A file that the clarification is bound to is missing or has other content, so the clarification is void.",
		help: "Read the file again and renew its SHA-256, or install the packages before the audit so that the file is there.",
		severity: "high"
	}
];
const LICENSE_RULES = catalog(RULES.map((e) => ({
	...e,
	tags: ["licenses"]
})));
export { LICENSE_RULES as t };
