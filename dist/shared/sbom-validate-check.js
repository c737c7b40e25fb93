import "./rolldown-runtime.js";
import { Dt as openWorkspace, Gt as UsageError, Rt as fingerprint, ht as closingQuote, ut as plural } from "./part-base.js";
import { _ as parseExpression, i as iriReference } from "./part-sbom-check.js";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
function formatProblem(e, t) {
	const n = FORMATS.get(e);
	return n === void 0 || n.holds(t) ? void 0 : `it must be ${n.rule}`;
}
const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME$1 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const FORMATS = new Map([
	["date", {
		rule: "a date such as 2026-01-31",
		holds: (e) => DATE.test(e) && !Number.isNaN(Date.parse(e))
	}],
	["date-time", {
		rule: "a time of RFC 3339 such as 2026-01-31T12:00:00Z",
		holds: (e) => TIME$1.test(e) && !Number.isNaN(Date.parse(e.toUpperCase()))
	}],
	["idn-email", {
		rule: "an e-mail address",
		holds: (e) => /^[^\s@]+@[^\s@]+$/.test(e)
	}],
	["iri-reference", {
		rule: "a URL or another IRI reference, with other characters in percent codes",
		holds: (e) => iriReference(e) === e.replace(/[[\]']/g, iriReference)
	}]
]);
function scalarProblem(e, t) {
	const n = t.type === void 0 ? [] : [t.type].flat();
	if (n.length > 0 && !n.some((t) => isOfType(e, t))) return `it is ${typeName(e)}; it must be ${n.map(article).join(" or ")}`;
	if (t.const !== void 0 && e !== t.const) return `it is ${show(e)}; it must be ${show(t.const)}`;
	if (t.enum !== void 0 && !t.enum.includes(e)) {
		const n = t.enum.slice(0, 12).map(show).join(", ");
		const r = t.enum.length > 12 ? `, … (${t.enum.length} in all)` : "";
		return `it is ${show(e)}; it must be one of ${n}${r}`;
	}
	if (typeof e === "number") return numberProblem(e, t);
	return typeof e === "string" ? textProblem(e, t) : void 0;
}
function numberProblem(e, { minimum: t, maximum: n }) {
	if (t !== void 0 && e < t) return `it is ${e}; the least is ${t}`;
	return n !== void 0 && e > n ? `it is ${e}; the most is ${n}` : void 0;
}
function textProblem(e, t) {
	const { minLength: n = 0, maxLength: r, pattern: i, format: a } = t;
	const o = n > 0 || r !== void 0 ? [...e].length : 0;
	if (o < n) return `it has ${o} characters; the least is ${n}`;
	if (r !== void 0 && o > r) return `it has ${o} characters; the most is ${r}`;
	if (i !== void 0 && !expression(i).test(e)) return `it is ${show(e)}; it must match ${i}`;
	const s = a === void 0 ? void 0 : formatProblem(a, e);
	return s === void 0 ? void 0 : `it is ${show(e)}; ${s}`;
}
function isOfType(e, t) {
	return t === "integer" ? Number.isInteger(e) : t === typeOf(e);
}
function typeOf(e) {
	return e === null ? "null" : Array.isArray(e) ? "array" : typeof e;
}
function typeName(e) {
	const t = typeOf(e);
	return t === "string" || t === "number" ? show(e) : article(t);
}
function article(e) {
	if (e === "null") return e;
	return `${/^[aeiou]/.test(e) ? "an" : "a"} ${e}`;
}
function show(e) {
	const t = JSON.stringify(e) ?? String(e);
	return t.length > 80 ? `${t.slice(0, 80)}…` : t;
}
const expressions = new Map();
function expression(e) {
	const t = expressions.get(e) ?? new RegExp(e, "u");
	expressions.set(e, t);
	return t;
}
const MAX_DEPTH = 200;
function schemaProblems(e, t, n) {
	return isTooDeep(e) ? [{
		path: [],
		message: `it is nested more than ${200} levels deep`
	}] : check(e, t, {
		document: t,
		resolve: n,
		path: []
	});
}
function isTooDeep(e) {
	let t = [e];
	for (let e = 0; t.length > 0; e++) {
		if (e > 200) return true;
		t = t.flatMap((e) => typeof e === "object" && e !== null ? Object.values(e) : []);
	}
	return false;
}
function check(e, t, n) {
	if (t === true) return [];
	const { path: r, resolve: i } = n;
	if (t === false) return [{
		path: r,
		message: "nothing may stand here"
	}];
	if (t.$ref !== void 0) {
		const r = i(t.$ref, n.document);
		return check(e, r.schema, {
			...n,
			document: r.document
		});
	}
	const a = scalarProblem(e, t);
	if (a !== void 0) return [{
		path: r,
		message: a
	}];
	return [
		...Array.isArray(e) ? listProblems(e, t, n) : [],
		...isObject$2(e) ? objectProblems(e, t, n) : [],
		...combinedProblems(e, t, n)
	];
}
function listProblems(e, t, n) {
	const { path: r } = n;
	const { minItems: i = 0, maxItems: a, items: o, additionalItems: s = true, uniqueItems: c } = t;
	const l = [];
	if (e.length < i) l.push({
		path: r,
		message: `it has ${e.length} items; the least is ${i}`
	});
	if (a !== void 0 && e.length > a) l.push({
		path: r,
		message: `it has ${e.length} items; the most is ${a}`
	});
	if (c === true) l.push(...repeated(e, r));
	const u = Array.isArray(o);
	for (const [t, i] of e.entries()) {
		const e = u ? o[t] ?? s : o ?? true;
		l.push(...check(i, e, {
			...n,
			path: [...r, t]
		}));
	}
	return l;
}
function repeated(e, t) {
	const n = new Map();
	return e.flatMap((e, r) => {
		const i = JSON.stringify(e, sortedKeys);
		const a = n.get(i);
		if (a === void 0) n.set(i, r);
		return a === void 0 ? [] : [{
			path: [...t, r],
			message: `it says the same as item ${a} of the list`
		}];
	});
}
function sortedKeys(e, t) {
	return isObject$2(t) ? Object.fromEntries(Object.entries(t).sort(([e], [t]) => e < t ? -1 : 1)) : t;
}
function objectProblems(e, t, n) {
	const { path: r } = n;
	const { properties: i = {}, additionalProperties: a = true, required: o = [] } = t;
	const s = o.filter((t) => !Object.hasOwn(e, t)).map((e) => ({
		path: r,
		message: `it has no \`${e}\``
	}));
	for (const [t, o] of Object.entries(e)) {
		const e = Object.hasOwn(i, t) ? i[t] : void 0;
		if (e === void 0 && a === false) {
			s.push({
				path: [...r, t],
				message: `there is no field \`${t}\` here`
			});
			continue;
		}
		s.push(...check(o, e ?? a, {
			...n,
			path: [...r, t]
		}));
	}
	return s;
}
function combinedProblems(e, t, n) {
	const { allOf: r = [], anyOf: i, oneOf: a, not: o, if: s } = t;
	const c = r.flatMap((t) => check(e, t, n));
	if (i !== void 0) c.push(...alternatives(e, i, n, false));
	if (a !== void 0) c.push(...alternatives(e, a, n, true));
	if (o !== void 0 && check(e, o, n).length === 0) c.push({
		path: n.path,
		message: "it has a shape that is not allowed here"
	});
	if (s !== void 0) {
		const r = check(e, s, n).length === 0;
		c.push(...check(e, (r ? t.then : t.else) ?? true, n));
	}
	return c;
}
function alternatives(e, t, n, r) {
	const i = t.map((t) => check(e, t, n));
	const a = i.filter((e) => e.length === 0).length;
	if (a === 1 || a > 1 && !r) return [];
	if (a > 1) return [{
		path: n.path,
		message: `it fits ${a} shapes of which one only is allowed`
	}];
	const o = (e) => Math.max(...e.map(({ path: e }) => e.length));
	const [s = []] = i.toSorted((e, t) => o(t) - o(e) || e.length - t.length);
	return s;
}
function isObject$2(e) {
	return typeof e === "object" && e !== null && !Array.isArray(e);
}
function mergePatch(e, t) {
	if (!isObject$1(t)) return t;
	const n = new Map(isObject$1(e) ? Object.entries(e) : []);
	for (const [e, r] of Object.entries(t)) if (r === null) n.delete(e);
	else n.set(e, mergePatch(n.get(e), r));
	return Object.fromEntries(n);
}
function isObject$1(e) {
	return typeof e === "object" && e !== null && !Array.isArray(e);
}
const loadWhole = () => import("./packages-sbom-src-validate-schemas-bom-1.6.json.js");
const VERSIONS = new Map();
const OLDER = [
	["1.5", () => import("./packages-sbom-src-validate-schemas-bom-1.5.patch.json.js")],
	["1.4", () => import("./packages-sbom-src-validate-schemas-bom-1.4.patch.json.js")],
	["1.3", () => import("./packages-sbom-src-validate-schemas-bom-1.3.patch.json.js")],
	["1.2", () => import("./packages-sbom-src-validate-schemas-bom-1.2.patch.json.js")]
];
for (const [e, [t]] of OLDER.entries()) VERSIONS.set(t, OLDER.slice(0, e + 1).map(([, e]) => e));
VERSIONS.set("1.6", []);
VERSIONS.set("1.7", [() => import("./packages-sbom-src-validate-schemas-bom-1.7.patch.json.js")]);
const PARTS = new Map([
	["spdx", () => import("./packages-sbom-src-validate-schemas-spdx.json.js")],
	["jsf-0.82", () => import("./packages-sbom-src-validate-schemas-jsf-0.82.json.js")],
	["cryptography-defs", () => import("./packages-sbom-src-validate-schemas-cryptography-defs.json.js")]
]);
const CYCLONEDX_VERSIONS = [...VERSIONS.keys()].sort();
async function cycloneDxProblems(e, t) {
	const n = new Map();
	for (const [e, t] of PARTS) n.set(e, (await t()).default);
	const r = await schemaOf(t);
	return schemaProblems(e, r, (e, t) => {
		const [r = "", i = ""] = e.split("#");
		const a = r === "" ? t : partOf(n, r);
		return {
			document: a,
			schema: atPointer(a, i)
		};
	});
}
async function schemaOf(e) {
	let t = (await loadWhole()).default;
	for (const n of VERSIONS.get(e) ?? []) t = mergePatch(t, (await n()).default);
	return t;
}
function partOf(e, t) {
	const n = e.get(t.replace(/(?:\.SNAPSHOT)?\.schema\.json$/, ""));
	if (n === void 0) throw new TypeError(`the schema refers to ${t}, which is not there`);
	return n;
}
function atPointer(e, t) {
	return t.split("/").slice(1).reduce((e, t) => e[t], e);
}
function jsonPlaces(e, t) {
	const n = { below: new Map() };
	const r = t.map((e) => e.reduce(branchAt, n));
	scan(e, n);
	return r.map(({ place: e }) => e);
}
function branchAt(e, t) {
	const n = e.below.get(t) ?? { below: new Map() };
	e.below.set(t, n);
	return n;
}
function scan(e, t) {
	const n = [];
	let r = t;
	let i = 1;
	let a = 0;
	for (let t = 0; t < e.length; t++) {
		const o = n.at(-1);
		const s = e.charAt(t);
		if (s === "\n") {
			i++;
			a = t + 1;
		} else if (s === "{" || s === "[") {
			if (r !== void 0) r.place ??= {
				line: i,
				column: t - a + 1
			};
			n.push({
				branch: r,
				...s === "[" ? { index: 0 } : {}
			});
			r = s === "[" ? r?.below.get(0) : void 0;
		} else if (s === "}" || s === "]") {
			n.pop();
			r = void 0;
		} else if (s === ",") {
			if (o?.index !== void 0) {
				o.index++;
				r = o.branch?.below.get(o.index);
			}
		} else if (s === "\"") {
			const n = closingQuote(e, t);
			if (o !== void 0 && o.index === void 0 && isBeforeColon(e, n)) {
				r = o.branch?.below.get(JSON.parse(e.slice(t, n + 1)));
				if (r !== void 0) r.place = {
					line: i,
					column: t - a + 1
				};
			} else if (r !== void 0) r.place ??= {
				line: i,
				column: t - a + 1
			};
			t = n;
		} else if (r !== void 0 && /[-\dtfn]/.test(s)) r.place ??= {
			line: i,
			column: t - a + 1
		};
	}
}
function isBeforeColon(e, t) {
	let n = t + 1;
	while (/\s/.test(e.charAt(n))) n++;
	return e.charAt(n) === ":";
}
function referenceProblems(e) {
	const t = new Map();
	const n = [];
	for (const { path: r, value: i } of fieldsNamed("bom-ref", e)) if (t.get(i) === void 0) t.set(i, r);
	else n.push({
		path: r,
		message: `the bom-ref ${quote$1(i)} is given a second time`
	});
	for (const { path: r, value: i } of usedReferences(e)) if (!t.has(i) && !i.startsWith("urn:cdx:")) n.push({
		path: r,
		message: `${quote$1(i)} is the bom-ref of nothing in the document`
	});
	return n;
}
function usedReferences(e) {
	const t = (e, t, n) => itemsOf$1(e).flatMap(([e, r]) => n.flatMap((n) => textsAt(r, n, [...t, e])));
	const n = isObject(e) ? e : {};
	return [...t(n["dependencies"], ["dependencies"], [
		"ref",
		"dependsOn",
		"provides"
	]), ...t(n["compositions"], ["compositions"], ["assemblies", "dependencies"])];
}
function textsAt(e, t, n) {
	const r = isObject(e) ? e[t] : void 0;
	if (typeof r === "string") return [{
		path: [...n, t],
		value: r
	}];
	return itemsOf$1(r).flatMap(([e, r]) => typeof r === "string" ? [{
		path: [
			...n,
			t,
			e
		],
		value: r
	}] : []);
}
function itemsOf$1(e) {
	return Array.isArray(e) ? [...e.entries()] : [];
}
function fieldsNamed(e, t) {
	const n = [];
	const r = [{
		path: [],
		value: t
	}];
	for (let t = r.pop(); t !== void 0; t = r.pop()) {
		const { path: i, value: a } = t;
		if (typeof a !== "object" || a === null || i.length > 200) continue;
		const o = Array.isArray(a) ? [...a.entries()] : Object.entries(a);
		for (const [t, a] of o.reverse()) if (t === e && typeof a === "string") n.push({
			path: [...i, t],
			value: a
		});
		else r.push({
			path: [...i, t],
			value: a
		});
	}
	return n;
}
function isObject(e) {
	return typeof e === "object" && e !== null && !Array.isArray(e);
}
function quote$1(e) {
	return JSON.stringify(e.slice(0, 200));
}
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
const CHECKSUM_DIGITS = new Map([
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
function record(e, t) {
	return {
		type: "object",
		required: e,
		properties: t
	};
}
function list(e) {
	return {
		type: "array",
		items: e
	};
}
const SPDX_VERSIONS = ["SPDX-2.2", "SPDX-2.3"];
function spdxProblems(e) {
	const t = schemaProblems(e, SPDX_SCHEMA, (e) => {
		throw new TypeError(`the schema of SPDX refers to ${e}`);
	});
	const n = [
		"packages",
		"files",
		"snippets"
	].flatMap((t) => itemsOf(e, t));
	return [
		...t,
		...repeatedIds(n),
		...relationshipProblems(e, n),
		...n.flatMap(checksumProblems),
		...licenseProblems(e, n)
	];
}
function itemsOf(e, t, n = []) {
	const r = e[t];
	if (!Array.isArray(r)) return [];
	return r.flatMap((e, r) => typeof e === "object" && e !== null ? [{
		path: [
			...n,
			t,
			r
		],
		value: e
	}] : []);
}
function repeatedIds(e) {
	const t = new Set(["SPDXRef-DOCUMENT"]);
	return e.flatMap(({ path: e, value: { SPDXID: n } }) => {
		if (!t.has(n)) {
			t.add(n);
			return [];
		}
		return [{
			path: [...e, "SPDXID"],
			message: `the id ${quote(n)} is given a second time`
		}];
	});
}
function relationshipProblems(e, t) {
	const n = new Set([
		"SPDXRef-DOCUMENT",
		"NOASSERTION",
		"NONE",
		...t.map(({ value: e }) => e["SPDXID"])
	]);
	const r = new Set(itemsOf(e, "externalDocumentRefs").map(({ value: e }) => e["externalDocumentId"]));
	const i = (e) => typeof e === "string" && !n.has(e) && !r.has(e.split(":")[0]);
	const a = itemsOf(e, "relationships");
	const o = a.flatMap(({ path: e, value: t }) => ["spdxElementId", "relatedSpdxElement"].flatMap((n) => i(t[n]) ? [{
		path: [...e, n],
		message: `${quote(t[n])} is the id of nothing in the document`
	}] : []));
	const s = e["documentDescribes"];
	if (!(Array.isArray(s) && s.length > 0 || a.some(({ value: e }) => /^DESCRIBE[SD]/.test(String(e["relationshipType"])))) && t.length > 0) o.push({
		path: [],
		message: "it says of no element that it describes it (`DESCRIBES`)"
	});
	return o;
}
function checksumProblems({ path: e, value: t }) {
	return itemsOf(t, "checksums", e).flatMap(({ path: e, value: t }) => {
		const { algorithm: n, checksumValue: r } = t;
		const i = CHECKSUM_DIGITS.get(String(n));
		if (i === void 0 || typeof r !== "string" || r.length === i) return [];
		const a = `it has ${r.length} digits; a checksum by ${n} has ${i}`;
		return [{
			path: [...e, "checksumValue"],
			message: a
		}];
	});
}
function licenseProblems(e, t) {
	const n = new Set(itemsOf(e, "hasExtractedLicensingInfos").map(({ value: e }) => e["licenseId"]));
	return t.flatMap(({ path: e, value: t }) => ["licenseConcluded", "licenseDeclared"].flatMap((r) => {
		const i = t[r];
		if (typeof i !== "string" || i === "NONE" || i === "NOASSERTION") return [];
		if (!parseExpression(i).ok) return [{
			path: [...e, r],
			message: `${quote(i)} is no licence expression`
		}];
		const a = (i.match(/(?<![:\w-])LicenseRef-[A-Za-z0-9.-]+/g) ?? []).find((e) => !n.has(e));
		const o = `${a} is in no \`hasExtractedLicensingInfos\``;
		return a === void 0 ? [] : [{
			path: [...e, r],
			message: o
		}];
	}));
}
function quote(e) {
	return JSON.stringify(String(e).slice(0, 200));
}
async function validateDocument(e, t) {
	const n = decode(e, t);
	const { format: r, problems: i } = await problemsOf(e, parse$1(e, n));
	const a = jsonPlaces(n, i.map((e) => e.path));
	return {
		format: r,
		problems: i.map(({ path: e, message: t }, n) => {
			const r = a[n];
			return {
				pointer: pointerOf(e),
				message: t,
				...r === void 0 ? {} : { place: r }
			};
		}).sort((e, t) => (e.place?.line ?? 0) - (t.place?.line ?? 0))
	};
}
async function problemsOf(e, t) {
	const { bomFormat: n, specVersion: r, spdxVersion: i } = t;
	if (n === "CycloneDX") {
		if (typeof r !== "string" || !CYCLONEDX_VERSIONS.includes(r)) throw unknownVersion(e, "CycloneDX", r, CYCLONEDX_VERSIONS);
		const n = [...await cycloneDxProblems(t, r), ...referenceProblems(t)];
		return {
			format: `CycloneDX ${r}`,
			problems: n
		};
	}
	if (i !== void 0) {
		if (typeof i !== "string" || !SPDX_VERSIONS.includes(i)) throw unknownVersion(e, "SPDX", i, SPDX_VERSIONS);
		return {
			format: i,
			problems: spdxProblems(t)
		};
	}
	throw new UsageError(`${e} is neither a CycloneDX nor an SPDX document`, { hint: "A CycloneDX document has `bomFormat`, an SPDX 2 document `spdxVersion`, each at the top." });
}
function unknownVersion(e, t, n, r) {
	const i = JSON.stringify(n)?.slice(0, 50) ?? "missing";
	return new UsageError(`The version of ${e} is ${i}; ${t} is validated as ${r.join(", ")}`);
}
function decode(e, t) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(t);
	} catch {
		throw new UsageError(`${e} is not UTF-8 text`, { hint: "JSON documents are written in UTF-8." });
	}
}
function parse$1(e, t) {
	let n;
	try {
		n = JSON.parse(t);
	} catch (n) {
		const r = t.trimStart().startsWith("<") ? "It looks like XML: JSON documents are validated only." : void 0;
		const i = n instanceof Error ? n.message.replaceAll(/\s+/g, " ").slice(0, 200) : "";
		throw new UsageError(`${e} is no JSON: ${i}`, r === void 0 ? {} : { hint: r });
	}
	if (typeof n === "object" && n !== null && !Array.isArray(n)) return n;
	throw new UsageError(`${e} is no JSON object`);
}
function pointerOf(e) {
	return e.map((e, t) => {
		if (typeof e === "number") return `[${e}]`;
		const n = /^[$\w-]+$/.test(e) ? e : JSON.stringify(e.slice(0, 100));
		return t === 0 ? n : `.${n}`;
	}).join("");
}
const MAX_FINDINGS = 100;
async function runValidate({ root: e }, t) {
	const n = resolve(e, t);
	const r = await (await openWorkspace(dirname(n))).read(n);
	const { format: i, problems: a } = await validateDocument(t, r);
	const o = shownPath(e, n);
	const s = a.length - MAX_FINDINGS;
	return {
		check: "validate",
		findings: a.slice(0, MAX_FINDINGS).map((e) => finding(o, i, e)),
		artifacts: [],
		coverage: {
			inspected: {
				documents: 1,
				bytes: r.byteLength
			},
			skipped: [],
			summary: `${o}, ${i}, ${plural(a.length, "problem")}`
		},
		notices: s > 0 ? [`${plural(s, "more problem")} of ${o} are not listed.`] : []
	};
}
function finding(e, t, n) {
	const { pointer: r, message: i, place: a } = n;
	return {
		ruleId: "sbom.invalid-document",
		severity: "high",
		message: `${r === "" ? "The document" : `\`${r}\``} breaks ${t}: ${i}`,
		location: {
			path: e,
			...a === void 0 ? {} : {
				startLine: a.line,
				startColumn: a.column
			}
		},
		fingerprint: fingerprint("sbom.invalid-document", e, r, i)
	};
}
function shownPath(e, t) {
	const n = relative(e, t);
	return (n !== "" && !n.startsWith("..") && !isAbsolute(n) ? n : t).split(sep).join("/");
}
export { runValidate };
