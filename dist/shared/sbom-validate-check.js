import "./rolldown-runtime.js";
import { G as fingerprint, M as openWorkspace, Q as UsageError, i as plural, m as closingQuote } from "./core.js";
import { t as iriReference } from "./sbom-cyclonedx-references.js";
import { l as parseExpression } from "./spdx.js";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

// packages/sbom/src/validate/formats.ts
function formatProblem(format, text) {
	const known = FORMATS.get(format);
	return known === void 0 || known.holds(text) ? void 0 : `it must be ${known.rule}`;
}
const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME$1 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const FORMATS = /* @__PURE__ */ new Map([
	["date", {
		rule: "a date such as 2026-01-31",
		holds: (text) => DATE.test(text) && !Number.isNaN(Date.parse(text))
	}],
	["date-time", {
		rule: "a time of RFC 3339 such as 2026-01-31T12:00:00Z",
		holds: (text) => TIME$1.test(text) && !Number.isNaN(Date.parse(text.toUpperCase()))
	}],
	["idn-email", {
		rule: "an e-mail address",
		holds: (text) => /^[^\s@]+@[^\s@]+$/.test(text)
	}],
	["iri-reference", {
		rule: "a URL or another IRI reference, with other characters in percent codes",
		holds: (text) => iriReference(text) === text.replace(/[[\]']/g, iriReference)
	}]
]);

// packages/sbom/src/validate/scalar-problem.ts
function scalarProblem(value, schema) {
	const types = schema.type === void 0 ? [] : [schema.type].flat();
	if (types.length > 0 && !types.some((type) => isOfType(value, type))) return `it is ${typeName(value)}; it must be ${types.map(article).join(" or ")}`;
	if (schema.const !== void 0 && value !== schema.const) return `it is ${show(value)}; it must be ${show(schema.const)}`;
	if (schema.enum !== void 0 && !schema.enum.includes(value)) {
		const some = schema.enum.slice(0, 12).map(show).join(", ");
		const more = schema.enum.length > 12 ? `, … (${schema.enum.length} in all)` : "";
		return `it is ${show(value)}; it must be one of ${some}${more}`;
	}
	if (typeof value === "number") return numberProblem(value, schema);
	return typeof value === "string" ? textProblem(value, schema) : void 0;
}
function numberProblem(value, { minimum, maximum }) {
	if (minimum !== void 0 && value < minimum) return `it is ${value}; the least is ${minimum}`;
	return maximum !== void 0 && value > maximum ? `it is ${value}; the most is ${maximum}` : void 0;
}
function textProblem(value, schema) {
	const { minLength = 0, maxLength, pattern, format } = schema;
	const length = minLength > 0 || maxLength !== void 0 ? [...value].length : 0;
	if (length < minLength) return `it has ${length} characters; the least is ${minLength}`;
	if (maxLength !== void 0 && length > maxLength) return `it has ${length} characters; the most is ${maxLength}`;
	if (pattern !== void 0 && !expression(pattern).test(value)) return `it is ${show(value)}; it must match ${pattern}`;
	const problem = format === void 0 ? void 0 : formatProblem(format, value);
	return problem === void 0 ? void 0 : `it is ${show(value)}; ${problem}`;
}
function isOfType(value, type) {
	return type === "integer" ? Number.isInteger(value) : type === typeOf(value);
}
function typeOf(value) {
	return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}
function typeName(value) {
	const type = typeOf(value);
	return type === "string" || type === "number" ? show(value) : article(type);
}
function article(type) {
	if (type === "null") return type;
	return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}
function show(value) {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
const expressions = /* @__PURE__ */ new Map();
function expression(pattern) {
	const known = expressions.get(pattern) ?? new RegExp(pattern, "u");
	expressions.set(pattern, known);
	return known;
}

// packages/sbom/src/validate/json-schema.ts
const MAX_DEPTH = 200;
function schemaProblems(value, document, resolve) {
	return isTooDeep(value) ? [{
		path: [],
		message: `it is nested more than ${200} levels deep`
	}] : check(value, document, {
		document,
		resolve,
		path: []
	});
}
function isTooDeep(value) {
	let level = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > 200) return true;
		level = level.flatMap((each) => typeof each === "object" && each !== null ? Object.values(each) : []);
	}
	return false;
}
function check(value, schema, place) {
	if (schema === true) return [];
	const { path, resolve } = place;
	if (schema === false) return [{
		path,
		message: "nothing may stand here"
	}];
	if (schema.$ref !== void 0) {
		const target = resolve(schema.$ref, place.document);
		return check(value, target.schema, {
			...place,
			document: target.document
		});
	}
	const wrong = scalarProblem(value, schema);
	if (wrong !== void 0) return [{
		path,
		message: wrong
	}];
	return [
		...Array.isArray(value) ? listProblems(value, schema, place) : [],
		...isObject$2(value) ? objectProblems(value, schema, place) : [],
		...combinedProblems(value, schema, place)
	];
}
function listProblems(items, schema, place) {
	const { path } = place;
	const { minItems = 0, maxItems, items: of, additionalItems = true, uniqueItems } = schema;
	const problems = [];
	if (items.length < minItems) problems.push({
		path,
		message: `it has ${items.length} items; the least is ${minItems}`
	});
	if (maxItems !== void 0 && items.length > maxItems) problems.push({
		path,
		message: `it has ${items.length} items; the most is ${maxItems}`
	});
	if (uniqueItems === true) problems.push(...repeated(items, path));
	const isTuple = Array.isArray(of);
	for (const [index, item] of items.entries()) {
		const own = isTuple ? of[index] ?? additionalItems : of ?? true;
		problems.push(...check(item, own, {
			...place,
			path: [...path, index]
		}));
	}
	return problems;
}
function repeated(items, path) {
	const first = /* @__PURE__ */ new Map();
	return items.flatMap((item, index) => {
		const text = JSON.stringify(item, sortedKeys);
		const before = first.get(text);
		if (before === void 0) first.set(text, index);
		return before === void 0 ? [] : [{
			path: [...path, index],
			message: `it says the same as item ${before} of the list`
		}];
	});
}
function sortedKeys(_, value) {
	return isObject$2(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value;
}
function objectProblems(value, schema, place) {
	const { path } = place;
	const { properties = {}, additionalProperties = true, required = [] } = schema;
	const problems = required.filter((name) => !Object.hasOwn(value, name)).map((name) => ({
		path,
		message: `it has no \`${name}\``
	}));
	for (const [name, inner] of Object.entries(value)) {
		const own = Object.hasOwn(properties, name) ? properties[name] : void 0;
		if (own === void 0 && additionalProperties === false) {
			problems.push({
				path: [...path, name],
				message: `there is no field \`${name}\` here`
			});
			continue;
		}
		problems.push(...check(inner, own ?? additionalProperties, {
			...place,
			path: [...path, name]
		}));
	}
	return problems;
}
function combinedProblems(value, schema, place) {
	const { allOf = [], anyOf, oneOf, not, if: condition } = schema;
	const problems = allOf.flatMap((each) => check(value, each, place));
	if (anyOf !== void 0) problems.push(...alternatives(value, anyOf, place, false));
	if (oneOf !== void 0) problems.push(...alternatives(value, oneOf, place, true));
	if (not !== void 0 && check(value, not, place).length === 0) problems.push({
		path: place.path,
		message: "it has a shape that is not allowed here"
	});
	if (condition !== void 0) {
		const holds = check(value, condition, place).length === 0;
		problems.push(...check(value, (holds ? schema.then : schema.else) ?? true, place));
	}
	return problems;
}
function alternatives(value, schemas, place, isOne) {
	const tried = schemas.map((schema) => check(value, schema, place));
	const fitting = tried.filter((problems) => problems.length === 0).length;
	if (fitting === 1 || fitting > 1 && !isOne) return [];
	if (fitting > 1) return [{
		path: place.path,
		message: `it fits ${fitting} shapes of which one only is allowed`
	}];
	const depth = (problems) => Math.max(...problems.map(({ path }) => path.length));
	const [nearest = []] = tried.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
	return nearest;
}
function isObject$2(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// packages/sbom/src/validate/merge-patch.ts
function mergePatch(target, patch) {
	if (!isObject$1(patch)) return patch;
	const merged = new Map(isObject$1(target) ? Object.entries(target) : []);
	for (const [key, value] of Object.entries(patch)) if (value === null) merged.delete(key);
	else merged.set(key, mergePatch(merged.get(key), value));
	return Object.fromEntries(merged);
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// packages/sbom/src/validate/cyclonedx.ts
const loadWhole = () => import("./packages-sbom-src-validate-schemas-bom-1.6.json.js");
const VERSIONS = /* @__PURE__ */ new Map();
const OLDER = [
	["1.5", () => import("./packages-sbom-src-validate-schemas-bom-1.5.patch.json.js")],
	["1.4", () => import("./packages-sbom-src-validate-schemas-bom-1.4.patch.json.js")],
	["1.3", () => import("./packages-sbom-src-validate-schemas-bom-1.3.patch.json.js")],
	["1.2", () => import("./packages-sbom-src-validate-schemas-bom-1.2.patch.json.js")]
];
for (const [index, [version]] of OLDER.entries()) VERSIONS.set(version, OLDER.slice(0, index + 1).map(([, load]) => load));
VERSIONS.set("1.6", []);
VERSIONS.set("1.7", [() => import("./packages-sbom-src-validate-schemas-bom-1.7.patch.json.js")]);
const PARTS = /* @__PURE__ */ new Map([
	["spdx", () => import("./packages-sbom-src-validate-schemas-spdx.json.js")],
	["jsf-0.82", () => import("./packages-sbom-src-validate-schemas-jsf-0.82.json.js")],
	["cryptography-defs", () => import("./packages-sbom-src-validate-schemas-cryptography-defs.json.js")]
]);
const CYCLONEDX_VERSIONS = [...VERSIONS.keys()].sort();
async function cycloneDxProblems(document, version) {
	const parts = /* @__PURE__ */ new Map();
	for (const [name, load] of PARTS) parts.set(name, (await load()).default);
	const schema = await schemaOf(version);
	return schemaProblems(document, schema, (reference, from) => {
		const [file = "", pointer = ""] = reference.split("#");
		const whole = file === "" ? from : partOf(parts, file);
		return {
			document: whole,
			schema: atPointer(whole, pointer)
		};
	});
}
async function schemaOf(version) {
	let schema = (await loadWhole()).default;
	for (const load of VERSIONS.get(version) ?? []) schema = mergePatch(schema, (await load()).default);
	return schema;
}
function partOf(parts, file) {
	const part = parts.get(file.replace(/(?:\.SNAPSHOT)?\.schema\.json$/, ""));
	if (part === void 0) throw new TypeError(`the schema refers to ${file}, which is not there`);
	return part;
}
function atPointer(schema, pointer) {
	return pointer.split("/").slice(1).reduce((value, step) => value[step], schema);
}

// packages/sbom/src/validate/json-places.ts
function jsonPlaces(text, paths) {
	const root = { below: /* @__PURE__ */ new Map() };
	const wanted = paths.map((path) => path.reduce(branchAt, root));
	scan(text, root);
	return wanted.map(({ place }) => place);
}
function branchAt(branch, step) {
	const known = branch.below.get(step) ?? { below: /* @__PURE__ */ new Map() };
	branch.below.set(step, known);
	return known;
}
function scan(text, root) {
	const open = [];
	let next = root;
	let line = 1;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const inner = open.at(-1);
		const character = text.charAt(at);
		if (character === "\n") {
			line++;
			start = at + 1;
		} else if (character === "{" || character === "[") {
			if (next !== void 0) next.place ??= {
				line,
				column: at - start + 1
			};
			open.push({
				branch: next,
				...character === "[" ? { index: 0 } : {}
			});
			next = character === "[" ? next?.below.get(0) : void 0;
		} else if (character === "}" || character === "]") {
			open.pop();
			next = void 0;
		} else if (character === ",") {
			if (inner?.index !== void 0) {
				inner.index++;
				next = inner.branch?.below.get(inner.index);
			}
		} else if (character === "\"") {
			const end = closingQuote(text, at);
			if (inner !== void 0 && inner.index === void 0 && isBeforeColon(text, end)) {
				next = inner.branch?.below.get(JSON.parse(text.slice(at, end + 1)));
				if (next !== void 0) next.place = {
					line,
					column: at - start + 1
				};
			} else if (next !== void 0) next.place ??= {
				line,
				column: at - start + 1
			};
			at = end;
		} else if (next !== void 0 && /[-\dtfn]/.test(character)) next.place ??= {
			line,
			column: at - start + 1
		};
	}
}
function isBeforeColon(text, quote) {
	let at = quote + 1;
	while (/\s/.test(text.charAt(at))) at++;
	return text.charAt(at) === ":";
}

// packages/sbom/src/validate/references.ts
function referenceProblems(document) {
	const known = /* @__PURE__ */ new Map();
	const problems = [];
	for (const { path, value } of fieldsNamed("bom-ref", document)) if (known.get(value) === void 0) known.set(value, path);
	else problems.push({
		path,
		message: `the bom-ref ${quote$1(value)} is given a second time`
	});
	for (const { path, value } of usedReferences(document)) if (!known.has(value) && !value.startsWith("urn:cdx:")) problems.push({
		path,
		message: `${quote$1(value)} is the bom-ref of nothing in the document`
	});
	return problems;
}
function usedReferences(document) {
	const lists = (from, at, keys) => itemsOf$1(from).flatMap(([index, item]) => keys.flatMap((key) => textsAt(item, key, [...at, index])));
	const top = isObject(document) ? document : {};
	return [...lists(top["dependencies"], ["dependencies"], [
		"ref",
		"dependsOn",
		"provides"
	]), ...lists(top["compositions"], ["compositions"], ["assemblies", "dependencies"])];
}
function textsAt(item, key, path) {
	const value = isObject(item) ? item[key] : void 0;
	if (typeof value === "string") return [{
		path: [...path, key],
		value
	}];
	return itemsOf$1(value).flatMap(([index, text]) => typeof text === "string" ? [{
		path: [
			...path,
			key,
			index
		],
		value: text
	}] : []);
}
function itemsOf$1(value) {
	return Array.isArray(value) ? [...value.entries()] : [];
}
function fieldsNamed(name, document) {
	const found = [];
	const pending = [{
		path: [],
		value: document
	}];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
		const { path, value } = next;
		if (typeof value !== "object" || value === null || path.length > 200) continue;
		const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
		for (const [step, inner] of steps.reverse()) if (step === name && typeof inner === "string") found.push({
			path: [...path, step],
			value: inner
		});
		else pending.push({
			path: [...path, step],
			value: inner
		});
	}
	return found;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function quote$1(text) {
	return JSON.stringify(text.slice(0, 200));
}

// packages/sbom/src/validate/spdx-schema.ts
const TEXT = { type: "string" };
const TEXTS = {
	type: "array",
	items: TEXT
};
const ELEMENT_ID = {
	type: "string",
	pattern: "^SPDXRef-[A-Za-z0-9.-]+$"
};
const TIME = {
	type: "string",
	pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"
};
const AGENT = "(?:Person|Organization): \\S.*";
const SUPPLIER = {
	type: "string",
	pattern: `^(?:NOASSERTION|${AGENT})$`
};
const CHECKSUM_DIGITS = /* @__PURE__ */ new Map([
	["SHA1", 40],
	["SHA224", 56],
	["SHA256", 64],
	["SHA384", 96],
	["SHA512", 128],
	["SHA3-256", 64],
	["SHA3-384", 96],
	["SHA3-512", 128],
	["BLAKE2b-256", 64],
	["BLAKE2b-384", 96],
	["BLAKE2b-512", 128],
	["BLAKE3", void 0],
	["MD2", 32],
	["MD4", 32],
	["MD5", 32],
	["MD6", void 0],
	["ADLER32", 8]
]);
const CHECKSUMS = list(record(["algorithm", "checksumValue"], {
	algorithm: { enum: [...CHECKSUM_DIGITS.keys()] },
	checksumValue: {
		type: "string",
		pattern: "^[0-9a-fA-F]+$"
	}
}));
const REFERENCE_CATEGORIES = [...[
	"SECURITY",
	"PACKAGE-MANAGER",
	"PACKAGE_MANAGER",
	"PERSISTENT-ID",
	"PERSISTENT_ID",
	"OTHER"
]];
const PURPOSES = [...[
	"APPLICATION",
	"ARCHIVE",
	"CONTAINER",
	"DEVICE",
	"FILE",
	"FIRMWARE",
	"FRAMEWORK",
	"INSTALL"
], ...[
	"LIBRARY",
	"OPERATING-SYSTEM",
	"OPERATING_SYSTEM",
	"OTHER",
	"SOURCE"
]];
const RELATIONSHIPS = [
	...[
		"AMENDS",
		"ANCESTOR_OF",
		"BUILD_DEPENDENCY_OF",
		"BUILD_TOOL_OF",
		"CONTAINED_BY",
		"CONTAINS"
	],
	...[
		"COPY_OF",
		"DATA_FILE_OF",
		"DEPENDENCY_MANIFEST_OF",
		"DEPENDENCY_OF",
		"DEPENDS_ON"
	],
	...[
		"DESCENDANT_OF",
		"DESCRIBED_BY",
		"DESCRIBES",
		"DEV_DEPENDENCY_OF",
		"DEV_TOOL_OF"
	],
	...[
		"DISTRIBUTION_ARTIFACT",
		"DOCUMENTATION_OF",
		"DYNAMIC_LINK",
		"EXAMPLE_OF"
	],
	...[
		"EXPANDED_FROM_ARCHIVE",
		"FILE_ADDED",
		"FILE_DELETED",
		"FILE_MODIFIED",
		"GENERATED_FROM"
	],
	...[
		"GENERATES",
		"HAS_PREREQUISITE",
		"METAFILE_OF",
		"OPTIONAL_COMPONENT_OF"
	],
	...[
		"OPTIONAL_DEPENDENCY_OF",
		"OTHER",
		"PACKAGE_OF",
		"PATCH_APPLIED",
		"PATCH_FOR"
	],
	...[
		"PREREQUISITE_FOR",
		"PROVIDED_DEPENDENCY_OF",
		"REQUIREMENT_DESCRIPTION_FOR"
	],
	...[
		"RUNTIME_DEPENDENCY_OF",
		"SPECIFICATION_FOR",
		"STATIC_LINK",
		"TEST_CASE_OF"
	],
	...[
		"TEST_DEPENDENCY_OF",
		"TEST_OF",
		"TEST_TOOL_OF",
		"VARIANT_OF"
	]
];
const PACKAGE = record([
	"SPDXID",
	"name",
	"downloadLocation"
], {
	SPDXID: ELEMENT_ID,
	name: {
		type: "string",
		minLength: 1
	},
	versionInfo: TEXT,
	packageFileName: TEXT,
	supplier: SUPPLIER,
	originator: SUPPLIER,
	downloadLocation: {
		type: "string",
		pattern: "^(?:NOASSERTION|NONE|[A-Za-z][A-Za-z0-9+.-]*:\\S+)$"
	},
	filesAnalyzed: { type: "boolean" },
	checksums: CHECKSUMS,
	homepage: TEXT,
	sourceInfo: TEXT,
	licenseConcluded: TEXT,
	licenseInfoFromFiles: TEXTS,
	licenseDeclared: TEXT,
	copyrightText: TEXT,
	externalRefs: list(record([
		"referenceCategory",
		"referenceType",
		"referenceLocator"
	], {
		referenceCategory: { enum: REFERENCE_CATEGORIES },
		referenceType: TEXT,
		referenceLocator: {
			type: "string",
			pattern: "^\\S+$"
		}
	})),
	attributionTexts: TEXTS,
	primaryPackagePurpose: { enum: PURPOSES },
	releaseDate: TIME,
	builtDate: TIME,
	validUntilDate: TIME,
	hasFiles: TEXTS
});
const FILE = record([
	"SPDXID",
	"fileName",
	"checksums"
], {
	SPDXID: ELEMENT_ID,
	fileName: TEXT,
	checksums: CHECKSUMS,
	licenseConcluded: TEXT,
	licenseInfoInFiles: TEXTS,
	copyrightText: TEXT
});
const SPDX_SCHEMA = record([
	"spdxVersion",
	"dataLicense",
	"SPDXID",
	"name",
	"documentNamespace",
	"creationInfo"
], {
	spdxVersion: TEXT,
	dataLicense: { const: "CC0-1.0" },
	SPDXID: { const: "SPDXRef-DOCUMENT" },
	name: {
		type: "string",
		minLength: 1
	},
	documentNamespace: {
		type: "string",
		pattern: "^[A-Za-z][A-Za-z0-9+.-]*:[^\\s#]+$"
	},
	creationInfo: record(["created", "creators"], {
		created: TIME,
		creators: {
			type: "array",
			minItems: 1,
			items: {
				type: "string",
				pattern: `^(?:Tool: \\S.*|${AGENT})$`
			}
		},
		licenseListVersion: {
			type: "string",
			pattern: "^\\d+\\.\\d+(?:\\.\\d+)?$"
		}
	}),
	externalDocumentRefs: list(record([
		"externalDocumentId",
		"spdxDocument",
		"checksum"
	], {
		externalDocumentId: {
			type: "string",
			pattern: "^DocumentRef-[A-Za-z0-9.+-]+$"
		},
		spdxDocument: TEXT
	})),
	hasExtractedLicensingInfos: list(record(["licenseId", "extractedText"], {
		licenseId: {
			type: "string",
			pattern: "^LicenseRef-[A-Za-z0-9.-]+$"
		},
		extractedText: TEXT
	})),
	packages: list(PACKAGE),
	files: list(FILE),
	snippets: list(record(["SPDXID"], { SPDXID: ELEMENT_ID })),
	relationships: list(record([
		"spdxElementId",
		"relationshipType",
		"relatedSpdxElement"
	], {
		spdxElementId: TEXT,
		relationshipType: { enum: RELATIONSHIPS },
		relatedSpdxElement: TEXT
	})),
	documentDescribes: TEXTS
});
function record(required, properties) {
	return {
		type: "object",
		required,
		properties
	};
}
function list(items) {
	return {
		type: "array",
		items
	};
}

// packages/sbom/src/validate/spdx.ts
const SPDX_VERSIONS = ["SPDX-2.2", "SPDX-2.3"];
function spdxProblems(document) {
	const structure = schemaProblems(document, SPDX_SCHEMA, (reference) => {
		throw new TypeError(`the schema of SPDX refers to ${reference}`);
	});
	const elements = [
		"packages",
		"files",
		"snippets"
	].flatMap((field) => itemsOf(document, field));
	return [
		...structure,
		...repeatedIds(elements),
		...relationshipProblems(document, elements),
		...elements.flatMap(checksumProblems),
		...licenseProblems(document, elements)
	];
}
function itemsOf(parent, field, above = []) {
	const list = parent[field];
	if (!Array.isArray(list)) return [];
	return list.flatMap((value, index) => typeof value === "object" && value !== null ? [{
		path: [
			...above,
			field,
			index
		],
		value
	}] : []);
}
function repeatedIds(elements) {
	const known = /* @__PURE__ */ new Set(["SPDXRef-DOCUMENT"]);
	return elements.flatMap(({ path, value: { SPDXID: id } }) => {
		if (!known.has(id)) {
			known.add(id);
			return [];
		}
		return [{
			path: [...path, "SPDXID"],
			message: `the id ${quote(id)} is given a second time`
		}];
	});
}
function relationshipProblems(document, elements) {
	const known = /* @__PURE__ */ new Set([
		"SPDXRef-DOCUMENT",
		"NOASSERTION",
		"NONE",
		...elements.map(({ value }) => value["SPDXID"])
	]);
	const external = new Set(itemsOf(document, "externalDocumentRefs").map(({ value }) => value["externalDocumentId"]));
	const leadsNowhere = (id) => typeof id === "string" && !known.has(id) && !external.has(id.split(":")[0]);
	const relationships = itemsOf(document, "relationships");
	const problems = relationships.flatMap(({ path, value }) => ["spdxElementId", "relatedSpdxElement"].flatMap((side) => leadsNowhere(value[side]) ? [{
		path: [...path, side],
		message: `${quote(value[side])} is the id of nothing in the document`
	}] : []));
	const describes = document["documentDescribes"];
	if (!(Array.isArray(describes) && describes.length > 0 || relationships.some(({ value }) => /^DESCRIBE[SD]/.test(String(value["relationshipType"])))) && elements.length > 0) problems.push({
		path: [],
		message: "it says of no element that it describes it (`DESCRIBES`)"
	});
	return problems;
}
function checksumProblems({ path, value }) {
	return itemsOf(value, "checksums", path).flatMap(({ path: at, value: checksum }) => {
		const { algorithm, checksumValue } = checksum;
		const digits = CHECKSUM_DIGITS.get(String(algorithm));
		if (digits === void 0 || typeof checksumValue !== "string" || checksumValue.length === digits) return [];
		const message = `it has ${checksumValue.length} digits; a checksum by ${algorithm} has ${digits}`;
		return [{
			path: [...at, "checksumValue"],
			message
		}];
	});
}
function licenseProblems(document, elements) {
	const explained = new Set(itemsOf(document, "hasExtractedLicensingInfos").map(({ value }) => value["licenseId"]));
	return elements.flatMap(({ path, value }) => ["licenseConcluded", "licenseDeclared"].flatMap((field) => {
		const text = value[field];
		if (typeof text !== "string" || text === "NONE" || text === "NOASSERTION") return [];
		if (!parseExpression(text).ok) return [{
			path: [...path, field],
			message: `${quote(text)} is no licence expression`
		}];
		const missing = (text.match(/(?<![:\w-])LicenseRef-[A-Za-z0-9.-]+/g) ?? []).find((reference) => !explained.has(reference));
		const message = `${missing} is in no \`hasExtractedLicensingInfos\``;
		return missing === void 0 ? [] : [{
			path: [...path, field],
			message
		}];
	}));
}
function quote(value) {
	return JSON.stringify(String(value).slice(0, 200));
}

// packages/sbom/src/validate/document.ts
async function validateDocument(path, bytes) {
	const text = decode(path, bytes);
	const { format, problems } = await problemsOf(path, parse$1(path, text));
	const places = jsonPlaces(text, problems.map((problem) => problem.path));
	return {
		format,
		problems: problems.map(({ path: steps, message }, index) => {
			const place = places[index];
			return {
				pointer: pointerOf(steps),
				message,
				...place === void 0 ? {} : { place }
			};
		}).sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0))
	};
}
async function problemsOf(path, document) {
	const { bomFormat, specVersion, spdxVersion } = document;
	if (bomFormat === "CycloneDX") {
		if (typeof specVersion !== "string" || !CYCLONEDX_VERSIONS.includes(specVersion)) throw unknownVersion(path, "CycloneDX", specVersion, CYCLONEDX_VERSIONS);
		const problems = [...await cycloneDxProblems(document, specVersion), ...referenceProblems(document)];
		return {
			format: `CycloneDX ${specVersion}`,
			problems
		};
	}
	if (spdxVersion !== void 0) {
		if (typeof spdxVersion !== "string" || !SPDX_VERSIONS.includes(spdxVersion)) throw unknownVersion(path, "SPDX", spdxVersion, SPDX_VERSIONS);
		return {
			format: spdxVersion,
			problems: spdxProblems(document)
		};
	}
	throw new UsageError(`${path} is neither a CycloneDX nor an SPDX document`, { hint: "A CycloneDX document has `bomFormat`, an SPDX 2 document `spdxVersion`, each at the top." });
}
function unknownVersion(path, format, version, known) {
	const shown = JSON.stringify(version)?.slice(0, 50) ?? "missing";
	return new UsageError(`The version of ${path} is ${shown}; ${format} is validated as ${known.join(", ")}`);
}
function decode(path, bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new UsageError(`${path} is not UTF-8 text`, { hint: "JSON documents are written in UTF-8." });
	}
}
function parse$1(path, text) {
	let document;
	try {
		document = JSON.parse(text);
	} catch (cause) {
		const hint = text.trimStart().startsWith("<") ? "It looks like XML: JSON documents are validated only." : void 0;
		const why = cause instanceof Error ? cause.message.replaceAll(/\s+/g, " ").slice(0, 200) : "";
		throw new UsageError(`${path} is no JSON: ${why}`, hint === void 0 ? {} : { hint });
	}
	if (typeof document === "object" && document !== null && !Array.isArray(document)) return document;
	throw new UsageError(`${path} is no JSON object`);
}
function pointerOf(steps) {
	return steps.map((step, index) => {
		if (typeof step === "number") return `[${step}]`;
		const name = /^[$\w-]+$/.test(step) ? step : JSON.stringify(step.slice(0, 100));
		return index === 0 ? name : `.${name}`;
	}).join("");
}

// packages/sbom/src/validate/check.ts
const MAX_FINDINGS = 100;
async function runValidate({ root }, file) {
	const path = resolve(root, file);
	const bytes = await (await openWorkspace(dirname(path))).read(path);
	const { format, problems } = await validateDocument(file, bytes);
	const shown = shownPath(root, path);
	const left = problems.length - MAX_FINDINGS;
	return {
		check: "validate",
		findings: problems.slice(0, MAX_FINDINGS).map((problem) => finding(shown, format, problem)),
		artifacts: [],
		coverage: {
			inspected: {
				documents: 1,
				bytes: bytes.byteLength
			},
			skipped: [],
			summary: `${shown}, ${format}, ${plural(problems.length, "problem")}`
		},
		notices: left > 0 ? [`${plural(left, "more problem")} of ${shown} are not listed.`] : []
	};
}
function finding(path, format, problem) {
	const { pointer, message, place } = problem;
	return {
		ruleId: "sbom.invalid-document",
		severity: "high",
		message: `${pointer === "" ? "The document" : `\`${pointer}\``} breaks ${format}: ${message}`,
		location: {
			path,
			...place === void 0 ? {} : {
				startLine: place.line,
				startColumn: place.column
			}
		},
		fingerprint: fingerprint("sbom.invalid-document", path, pointer, message)
	};
}
function shownPath(root, path) {
	const near = relative(root, path);
	return (near !== "" && !near.startsWith("..") && !isAbsolute(near) ? near : path).split(sep).join("/");
}

export { runValidate };