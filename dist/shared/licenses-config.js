import "./rolldown-runtime.js";
import "./core.js";
import { D as SEVERITIES } from "./core-platform-version.js";
import { c as string, n as _enum, r as array, s as strictObject, t as ZodISODate, u as _isoDate } from "./zod.js";

// node_modules/zod/v4/classic/iso.js
function date(params) {
	return _isoDate(ZodISODate, params);
}

// packages/licenses/src/config.ts
const text = string().trim().min(1);
const severity = _enum(SEVERITIES);
const packagePattern = text.describe("The package: `name`, `name@version`, `name@range` or a purl. `*` stands for any characters.");
const exception = strictObject({
	package: packagePattern,
	license: text.describe("The licence that it is accepted under, as the package declares it; `NOASSERTION` where it declares none. Another licence voids the entry."),
	reason: text.describe("Why it is acceptable."),
	owner: text.describe("Who answers for it: a person or a team."),
	expires: date().describe("The last day on which it holds, as `YYYY-MM-DD` in UTC.")
});
const clarification = strictObject({
	package: packagePattern,
	license: text.describe("What the files say, as an SPDX expression."),
	files: array(strictObject({
		path: text.describe("The file, relative to the package's folder."),
		sha256: string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hex digits").describe("The SHA-256 of the file in lower-case hex.")
	})).min(1).describe("The files that were read. Any change in them voids the entry."),
	reason: text.describe("How it was found out.")
});
const licensesSection = {
	key: "licenses",
	description: "Which licences dependencies may have.",
	schema: strictObject({
		allow: array(text).optional().describe("The SPDX ids that are allowed. The order is the order of preference."),
		mode: _enum([
			"tree",
			"changes",
			"auto"
		]).optional().describe("`tree` looks at every package, `changes` only at those that a change brings in; `auto` takes `changes` for pull requests."),
		scope: _enum(["all", "runtime"]).optional().describe("`runtime` leaves out packages that only development needs."),
		"on-unknown": severity.optional().describe("The severity of a package without a usable licence statement."),
		"on-invalid": severity.optional().describe("The severity of a licence expression that can't be read."),
		"on-empty": severity.optional().describe("The severity of an audit that found no packages."),
		exceptions: array(exception).optional().describe("Packages that are accepted for a time."),
		clarifications: array(clarification).optional().describe("Licences that a person found out, bound to the files in which they stand.")
	}),
	example: `# The order is the order of preference where a package gives a choice.
allow:
  - Apache-2.0
  - MIT
  - BSD-2-Clause
  - BSD-3-Clause
  - ISC
  - MPL-2.0
exceptions:
  - package: "caniuse-lite"
    license: CC-BY-4.0
    reason: Data that only the build reads; we name its source.
    owner: platform-team
    expires: 2027-06-30
`
};

export { licensesSection };