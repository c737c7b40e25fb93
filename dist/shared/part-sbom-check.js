import { r as __toESM } from "./rolldown-runtime.js";
import { a as namedOrigin, h as ecosystemOf, i as firstPartyPurl, l as orphanHeads, n as inventoryOf, o as withOrigin, p as isIncomplete, u as edgesBySource } from "./part-inventory.js";
import { Ft as VERSION, Gt as UsageError, Ot as clockFrom, dt as nearest } from "./part-base.js";
import { n as exceptions, r as licenses, t as deprecatedLicenses } from "./packages-spdx-src-data-identifiers.json.js";
import { t as require_spdx_satisfies } from "./npm-spdx.js";
import { createHash, hash } from "node:crypto";
function printExpression(e) {
	switch (e.kind) {
		case "and": return e.operands.map((e) => e.kind === "or" ? `(${printExpression(e)})` : printExpression(e)).join(" AND ");
		case "or": return e.operands.map(printExpression).join(" OR ");
		default: return printTerm(e);
	}
}
function printTerm(e) {
	switch (e.kind) {
		case "license": return printForm(e.written);
		case "reference": return withException(e.name, e.exception);
		case "word": return e.word;
		default: return e.text;
	}
}
function printForm(e) {
	return withException(e.orLater ? `${e.id}+` : e.id, e.exception);
}
function withException(e, t) {
	return t === void 0 ? e : `${e} WITH ${t}`;
}
const LICENSES = byLowerCase([...licenses, ...deprecatedLicenses]);
const EXCEPTIONS = byLowerCase(exceptions);
const LICENSE_IDS = licenses;
const DEPRECATED_LICENSE_IDS = deprecatedLicenses;
const EXCEPTION_IDS = exceptions;
function licenseId(e) {
	return LICENSES.get(e.toLowerCase());
}
function exceptionId(e) {
	return EXCEPTIONS.get(e.toLowerCase());
}
function byLowerCase(e) {
	return new Map(e.map((e) => [e.toLowerCase(), e]));
}
const LEGACY_NAMES = {
	"0BSD": [
		"bsd zero clause license",
		"zero-clause bsd",
		"bsd 0-clause",
		"0-clause bsd license"
	],
	"AFL-3.0": [
		"academic free license 3.0",
		"academic free license v3.0",
		"afl 3.0",
		"afl v3.0"
	],
	"Apache-1.1": [
		"apache 1.1",
		"apache license 1.1",
		"apache license, version 1.1"
	],
	"Apache-2.0": [
		...named([
			"apache license",
			"apache software license",
			"the apache license"
		], ["2", "2.0"]),
		...named(["the apache software license", "apache"], ["2", "2.0"]),
		...[
			"apache2",
			"apache2.0",
			"apache-2",
			"apache-v2",
			"apache-v2.0",
			"apachev2",
			"apachev2.0"
		],
		...[
			"apache 2 license",
			"apache 2.0 license",
			"apache-2.0 license",
			"apache v2 license"
		],
		...[
			"apache license 2.0 (apache-2.0)",
			"apache licence 2.0",
			"apache licence, version 2.0"
		],
		...[
			"asl 2",
			"asl 2.0",
			"asl-2.0",
			"asl2.0",
			"al2",
			"al-2.0",
			"al2.0"
		]
	],
	"Artistic-2.0": [
		"artistic license 2.0",
		"the artistic license 2.0",
		"artistic 2.0"
	],
	"BSD-2-Clause": [
		...[
			"bsd 2-clause",
			"bsd 2 clause",
			"bsd 2-clause license",
			"bsd-2-clause license",
			"bsd-2"
		],
		...[
			"2-clause bsd",
			"2-clause bsd license",
			"the 2-clause bsd license",
			"bsd (2-clause)"
		],
		...[
			"simplified bsd",
			"simplified bsd license",
			"the simplified bsd license"
		],
		...[
			"bsd 2-clause \"simplified\" license",
			"bsd 2-clause (simplified)",
			"bsd2clause"
		]
	],
	"BSD-3-Clause": [
		...[
			"bsd 3-clause",
			"bsd 3 clause",
			"bsd 3-clause license",
			"bsd-3-clause license",
			"bsd-3"
		],
		...[
			"3-clause bsd",
			"3-clause bsd license",
			"the 3-clause bsd license",
			"bsd (3-clause)"
		],
		...[
			"new bsd",
			"new bsd license",
			"the new bsd license",
			"new bsd licence",
			"bsd-new"
		],
		...[
			"modified bsd",
			"modified bsd license",
			"the modified bsd license",
			"revised bsd"
		],
		...[
			"revised bsd license",
			"bsd 3-clause \"new\" or \"revised\" license",
			"bsd3clause"
		]
	],
	"BSL-1.0": [...named(["boost software license"], ["1.0"]), "boost software license - version 1.0"],
	"BlueOak-1.0.0": ["blue oak model license 1.0.0", "blue oak model license, version 1.0.0"],
	"CC-BY-3.0": [...creativeCommons("by", "attribution", "3.0"), "cc by 3.0 unported"],
	"CC-BY-4.0": creativeCommons("by", "attribution", "4.0"),
	"CC-BY-SA-3.0": creativeCommons("by-sa", "attribution-sharealike", "3.0"),
	"CC-BY-SA-4.0": creativeCommons("by-sa", "attribution-sharealike", "4.0"),
	"CC0-1.0": [...[
		"cc0",
		"cc0 1.0",
		"cc0 1.0 universal",
		"cc0 1.0 universal (cc0 1.0)",
		"cc0-1.0 universal"
	], ...["creative commons zero v1.0 universal", "creative commons zero 1.0 universal"]],
	"CDDL-1.0": named(["cddl", "common development and distribution license"], ["1.0"]),
	"CDDL-1.1": named(["cddl", "common development and distribution license"], ["1.1"]),
	"EPL-1.0": [...named(["eclipse public license", "epl"], ["1.0"]), "eclipse public license - v 1.0"],
	"EPL-2.0": [...named(["eclipse public license", "epl"], ["2.0"]), "eclipse public license - v 2.0"],
	"EUPL-1.2": named([
		"european union public license",
		"european union public licence",
		"eupl"
	], ["1.2"]),
	ISC: [
		"isc license",
		"the isc license",
		"isc licence",
		"isc license (isc)",
		"isc license (iscl)"
	],
	MIT: [
		...[
			"mit license",
			"the mit license",
			"mit licence",
			"the mit licence",
			"mit-license"
		],
		...[
			"mit license (mit)",
			"the mit license (mit)",
			"mit licensed",
			"the mit license.",
			"mit."
		],
		...[
			"expat",
			"expat license",
			"the expat license",
			"mit (expat)",
			"mit/expat",
			"mit license (expat)"
		]
	],
	"MPL-1.1": named(["mozilla public license", "mpl"], ["1.1"]),
	"MPL-2.0": [...named([
		"mozilla public license",
		"the mozilla public license",
		"mpl"
	], ["2", "2.0"]), ...[
		"mozilla public license 2.0 (mpl 2.0)",
		"mpl2",
		"mpl2.0",
		"mpl-2",
		"mpl-2.0 license"
	]],
	"MS-PL": ["microsoft public license", "microsoft public license (ms-pl)"],
	NCSA: ["university of illinois/ncsa open source license"],
	"OFL-1.1": named([
		"sil open font license",
		"sil ofl",
		"ofl",
		"open font license"
	], ["1.1"]),
	PostgreSQL: [
		"postgresql license",
		"the postgresql license",
		"postgresql licence"
	],
	"UPL-1.0": [...named(["universal permissive license"], ["1.0"]), "upl 1.0"],
	Unlicense: [
		"the unlicense",
		"the unlicense (unlicense)",
		"unlicense license"
	],
	WTFPL: [
		"wtfpl 2",
		"wtfpl 2.0",
		"wtfpl-2.0",
		"wtfpl license",
		"wtfplv2"
	],
	Zlib: [
		"zlib license",
		"the zlib license",
		"zlib/libpng license",
		"the zlib/libpng license"
	],
	...gnu("GPL", "gpl", "general public license", ["2", "2.0"], "2.0"),
	...gnu("GPL", "gpl", "general public license", ["3", "3.0"], "3.0"),
	...gnu("LGPL", "lgpl", "lesser general public license", ["2.1"], "2.1"),
	...gnu("LGPL", "lgpl", "lesser general public license", ["3", "3.0"], "3.0"),
	...gnu("AGPL", "agpl", "affero general public license", ["3", "3.0"], "3.0")
};
function named(e, t) {
	return e.flatMap((e) => t.flatMap((t) => [
		`${e} ${t}`,
		`${e} v${t}`,
		`${e} v. ${t}`,
		`${e} version ${t}`,
		`${e}, version ${t}`
	]));
}
function creativeCommons(e, t, n) {
	return [
		`cc ${e} ${n}`,
		`cc-${e} ${n}`,
		`creative commons ${t} ${n}`,
		`creative commons ${t} ${n} international`
	].filter((e) => n === "4.0" || !e.endsWith("international"));
}
function gnu(e, t, n, r, i) {
	const a = [...named([
		t,
		`gnu ${t}`,
		`gnu ${n}`,
		`the gnu ${n}`,
		n
	], r), ...r.flatMap((e) => [
		`${t}${e}`,
		`${t}-${e}`,
		`${t}-v${e}`,
		`${t}v${e}`
	])].filter((e) => e !== `${t}-${i}`);
	return {
		[`${e}-${i}-only`]: [...a, ...a.map((e) => `${e} only`)],
		[`${e}-${i}-or-later`]: a.flatMap((e) => [`${e}+`, `${e} or later`])
	};
}
const SUCCESSORS = new Map([
	["GPL-2.0-with-GCC-exception", gpl("GPL-2.0-only", "GCC-exception-2.0")],
	["GPL-2.0-with-autoconf-exception", gpl("GPL-2.0-only", "Autoconf-exception-2.0")],
	["GPL-2.0-with-bison-exception", gpl("GPL-2.0-only", "Bison-exception-2.2")],
	["GPL-2.0-with-classpath-exception", gpl("GPL-2.0-only", "Classpath-exception-2.0")],
	["GPL-2.0-with-font-exception", gpl("GPL-2.0-only", "Font-exception-2.0")],
	["GPL-3.0-with-GCC-exception", gpl("GPL-3.0-only", "GCC-exception-3.1")],
	["GPL-3.0-with-autoconf-exception", gpl("GPL-3.0-only", "Autoconf-exception-3.0")],
	["eCos-2.0", gpl("GPL-2.0-or-later", "eCos-exception-2.0")],
	["wxWindows", gpl("GPL-2.0-or-later", "WxWindows-exception-3.1")],
	["Nunit", {
		id: "zlib-acknowledgement",
		orLater: false
	}],
	["StandardML-NJ", {
		id: "SMLNJ",
		orLater: false
	}],
	["BSD-2-Clause-NetBSD", {
		id: "BSD-2-Clause",
		orLater: false
	}]
]);
const EXCEPTION_SUCCESSORS = new Map([["Nokia-Qt-exception-1.1", "Qt-LGPL-exception-1.1"]]);
const BARE_GNU = /^(?:A?GPL|LGPL|GFDL)-\d\.\d$/;
const FINAL_GNU = /^(?:A?GPL|LGPL|GFDL)-.*-(?:only|or-later)$/;
function currentForm(e) {
	const { id: t, orLater: n } = e;
	const r = e.exception === void 0 ? void 0 : EXCEPTION_SUCCESSORS.get(e.exception) ?? e.exception;
	const i = r === void 0 ? {} : { exception: r };
	if (n && FINAL_GNU.test(t)) return `"+" can't follow ${t}, which already says whether later versions count`;
	if (BARE_GNU.test(t)) return {
		id: `${t}-${n ? "or-later" : "only"}`,
		orLater: false,
		...i
	};
	const a = SUCCESSORS.get(t);
	if (a === void 0) return {
		id: t,
		orLater: n,
		...i
	};
	if (a.exception !== void 0 && (r !== void 0 || n)) return `${t} stands for ${a.id} WITH ${a.exception}; neither "+" nor WITH can follow it`;
	return {
		...a,
		orLater: n,
		...i
	};
}
function gpl(e, t) {
	return {
		id: e,
		orLater: false,
		exception: t
	};
}
const ID_PAGES = [
	"spdx.org/licenses/",
	"opensource.org/licenses/",
	"opensource.org/license/",
	"choosealicense.com/licenses/",
	"licenses.nuget.org/"
];
const PAGES = new Map([
	["apache.org/licenses/license-2.0", "Apache-2.0"],
	["apache.org/licenses/license-1.1", "Apache-1.1"],
	["boost.org/license_1_0", "BSL-1.0"],
	["creativecommons.org/licenses/by/3.0", "CC-BY-3.0"],
	["creativecommons.org/licenses/by/4.0", "CC-BY-4.0"],
	["creativecommons.org/licenses/by-sa/3.0", "CC-BY-SA-3.0"],
	["creativecommons.org/licenses/by-sa/4.0", "CC-BY-SA-4.0"],
	["creativecommons.org/publicdomain/zero/1.0", "CC0-1.0"],
	["eclipse.org/legal/epl-v10", "EPL-1.0"],
	["eclipse.org/legal/epl-v20", "EPL-2.0"],
	["gnu.org/licenses/agpl-3.0", "AGPL-3.0-only"],
	["gnu.org/licenses/gpl-3.0", "GPL-3.0-only"],
	["gnu.org/licenses/lgpl-3.0", "LGPL-3.0-only"],
	["gnu.org/licenses/old-licenses/gpl-2.0", "GPL-2.0-only"],
	["gnu.org/licenses/old-licenses/lgpl-2.1", "LGPL-2.1-only"],
	["mozilla.org/mpl/1.1", "MPL-1.1"],
	["mozilla.org/mpl/2.0", "MPL-2.0"],
	["opensource.org/licenses/apache2.0", "Apache-2.0"],
	["opensource.org/licenses/mit-license", "MIT"],
	["opensource.org/licenses/isc-license", "ISC"],
	["unlicense.org", "Unlicense"]
]);
function licenseOfUrl(e) {
	const t = /^https?:\/\/(?:www\.)?(\S+)$/i.exec(e);
	if (t === null) return void 0;
	const n = withoutEnding(t[1]?.toLowerCase() ?? "");
	const r = PAGES.get(n);
	if (r !== void 0) return r;
	const i = ID_PAGES.find((e) => n.startsWith(e));
	const a = i === void 0 ? void 0 : licenseId(n.slice(i.length));
	if (a === void 0) return void 0;
	const o = currentForm({
		id: a,
		orLater: false
	});
	return typeof o === "string" ? void 0 : printForm(o);
}
function withoutEnding(e) {
	let t = e.endsWith("/") ? e.slice(0, -1) : e;
	for (const e of [
		".html",
		".txt",
		".php",
		".json",
		".en"
	]) if (t.endsWith(e)) t = t.slice(0, -e.length);
	return t;
}
const PROPRIETARY = [...[
	"unlicensed",
	"proprietary",
	"proprietary license",
	"commercial",
	"commercial license"
], ...[
	"all rights reserved",
	"closed source",
	"private",
	"not licensed",
	"no license"
]];
const RIDERS = [
	"commons clause",
	"the commons clause",
	"commons clause license condition v1.0"
];
const RIDER_JOINTS = [
	" with ",
	" + ",
	" and "
];
const FAMILY_NAMES = [
	[/^GPL-/, [
		"gpl",
		"gnu gpl",
		"gnu general public license",
		"general public license",
		"the gpl"
	]],
	[/^LGPL-/, [
		"lgpl",
		"gnu lgpl",
		"gnu lesser general public license",
		"gnu library general public license"
	]],
	[/^AGPL-/, [
		"agpl",
		"gnu agpl",
		"gnu affero general public license"
	]],
	[/^GFDL-/, [
		"gfdl",
		"gnu fdl",
		"gnu free documentation license"
	]],
	[/^MPL-/, ["mpl", "mozilla public license"]],
	[/^EPL-/, ["epl", "eclipse public license"]],
	[/^CDDL-/, ["cddl", "common development and distribution license"]],
	[/^EUPL-/, [
		"eupl",
		"european union public licence",
		"european union public license"
	]],
	[/^CC-BY-\d/, [
		"cc-by",
		"cc by",
		"creative commons attribution"
	]],
	[/^CC-BY-SA-\d/, [
		"cc-by-sa",
		"cc by-sa",
		"creative commons attribution-sharealike"
	]],
	[/^CC-BY-NC-\d/, [
		"cc-by-nc",
		"cc by-nc",
		"creative commons attribution-noncommercial"
	]]
];
const AMBIGUOUS = [
	...[
		"bsd",
		"bsd license",
		"the bsd license",
		"bsd licence",
		"bsd-style",
		"bsd style",
		"bsd-like"
	],
	...[
		"apache",
		"apache license",
		"apache software license",
		"asl",
		"artistic",
		"artistic license"
	],
	...[
		"python",
		"python license",
		"psf",
		"python software foundation license",
		"mit-like",
		"mit style"
	],
	...[
		"x11",
		"mit x11",
		"public domain",
		"public-domain",
		"free",
		"open source",
		"bsl"
	],
	...[
		"custom",
		"dual",
		"dual license",
		"see license",
		"see license file",
		"license",
		"creative commons"
	]
];
const SLASHED_PAIRS = [["MIT", "X11"]];
const SLASHED = [
	"0BSD",
	"Apache-2.0",
	"BSD-2-Clause",
	"BSD-3-Clause",
	"BSL-1.0",
	"CC0-1.0"
].concat([
	"ISC",
	"MIT",
	"MPL-2.0",
	"Unlicense",
	"Zlib"
]);
const MEANINGS = buildTable();
function legacyKey(e) {
	return e.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
function legacyMeaning(e) {
	const t = legacyKey(e);
	const n = MEANINGS.get(t);
	if (n !== void 0) return n;
	if (isRidden(t)) return {
		kind: "denied",
		reason: "the Commons Clause forbids selling"
	};
	const r = licenseOfUrl(t);
	return r === void 0 ? void 0 : {
		kind: "expression",
		text: r
	};
}
function slashedChoice(e) {
	const t = e.split("/").map((e) => licenseId(e.trim()));
	return t.length > 1 && t.every((e) => e !== void 0) ? t.join(" OR ") : void 0;
}
function buildTable() {
	const e = new Map();
	for (const [t, n] of Object.entries(LEGACY_NAMES)) for (const r of n) e.set(r, {
		kind: "expression",
		text: t
	});
	for (const t of SLASHED) for (const n of SLASHED) {
		if (t === n) continue;
		const r = `${t} OR ${n}`;
		e.set(`${t}/${n}`.toLowerCase(), {
			kind: "expression",
			text: r
		});
	}
	for (const [t, n] of SLASHED_PAIRS) {
		const r = {
			kind: "expression",
			text: `${t} OR ${n}`
		};
		e.set(`${t}/${n}`.toLowerCase(), r);
		e.set(`${n}/${t}`.toLowerCase(), r);
	}
	for (const t of PROPRIETARY) e.set(t, {
		kind: "denied",
		reason: "it is proprietary"
	});
	for (const t of AMBIGUOUS) e.set(t, { kind: "ambiguous" });
	for (const [t, n] of FAMILY_NAMES) {
		const r = LICENSE_IDS.filter((e) => t.test(e));
		for (const t of n) e.set(t, {
			kind: "family",
			members: r
		});
	}
	return e;
}
function isRidden(e) {
	if (RIDERS.includes(e)) return true;
	return RIDERS.some((t) => RIDER_JOINTS.some((n) => {
		if (!e.endsWith(n + t)) return false;
		const r = e.slice(0, -(n + t).length);
		return licenseId(r) !== void 0 || MEANINGS.get(r)?.kind === "expression";
	}));
}
const LICENSE_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const ADDITION_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;
const WORDS = new Map([
	["none", "NONE"],
	["noassertion", "NOASSERTION"],
	["other", "OTHER"]
]);
const MAX_SHOWN$1 = 64;
function readTerm(e, t) {
	const n = {
		start: e.span.start,
		end: (t ?? e).span.end
	};
	const r = t === void 0 ? void 0 : readException(t);
	if (typeof r === "object") return r;
	const i = WORDS.get(e.text.toLowerCase());
	if (i !== void 0) return r === void 0 ? {
		kind: "word",
		word: i,
		span: n
	} : {
		message: `an exception can't follow ${i}`,
		span: n
	};
	const a = r === void 0 ? {} : { exception: r };
	if (LICENSE_REF.test(e.text)) return {
		kind: "reference",
		name: e.text,
		...a,
		span: n
	};
	const o = e.text.endsWith("+");
	const s = licenseId(o ? e.text.slice(0, -1) : e.text);
	if (s === void 0) return unknownId(e);
	const c = {
		id: s,
		orLater: o,
		...a
	};
	const l = currentForm(c);
	return typeof l === "string" ? {
		message: l,
		span: n
	} : {
		kind: "license",
		written: c,
		form: l,
		span: n
	};
}
function readException(e) {
	if (ADDITION_REF.test(e.text)) return e.text;
	return exceptionId(e.text) ?? {
		message: `${shown(e)} is no SPDX exception id`,
		span: e.span
	};
}
function unknownId(e) {
	return {
		message: e.text === "+" ? "no white space can stand before \"+\"" : `${shown(e)} is no SPDX licence id`,
		span: e.span
	};
}
function shown(e) {
	return e.text.length > MAX_SHOWN$1 ? `${e.text.slice(0, MAX_SHOWN$1)}…` : e.text;
}
const MAX_EXPRESSION_LENGTH = 4096;
const SPACE = /[ \t\r\n\f\v]+/y;
const WORD = /[A-Za-z0-9.\-+:]+/y;
function tokenize(e) {
	if (e.length > 4096) return {
		message: `it has ${e.length} characters; at most ${MAX_EXPRESSION_LENGTH} are read`,
		span: {
			start: 0,
			end: e.length
		}
	};
	const t = [];
	let n = 0;
	while (n < e.length) {
		const r = e[n];
		const i = {
			start: n,
			end: n + 1
		};
		if (r === "(" || r === ")") {
			t.push({
				kind: r,
				text: r,
				span: i
			});
			n++;
			continue;
		}
		const a = matchAt(SPACE, e, n);
		if (a !== void 0) {
			n += a.length;
			continue;
		}
		const o = matchAt(WORD, e, n);
		if (o === void 0) return {
			message: `${nameOf$2(e, n)} can't stand in an expression`,
			span: i
		};
		t.push({
			kind: "word",
			text: o,
			span: {
				start: n,
				end: n + o.length
			}
		});
		n += o.length;
	}
	t.push({
		kind: "end",
		text: "",
		span: {
			start: e.length,
			end: e.length
		}
	});
	return t;
}
function matchAt(e, t, n) {
	e.lastIndex = n;
	return e.exec(t)?.[0];
}
function nameOf$2(e, t) {
	const n = e.codePointAt(t) ?? 0;
	if (n > 32 && n < 127) return `"${String.fromCodePoint(n)}"`;
	return `the character U+${n.toString(16).toUpperCase().padStart(4, "0")}`;
}
const MAX_EXPRESSION_DEPTH = 64;
const OPERATORS = new Map([
	["AND", "AND"],
	["and", "AND"],
	["OR", "OR"],
	["or", "OR"],
	["WITH", "WITH"],
	["with", "WITH"]
]);
function parseExpression(e) {
	const t = tokenize(e);
	if ("message" in t) return {
		ok: false,
		problem: t
	};
	const n = {
		tokens: t,
		at: 0,
		depth: 0
	};
	const r = readCompound(n, "OR");
	if ("message" in r) return {
		ok: false,
		problem: r
	};
	const i = current(n);
	if (i.kind !== "end") return {
		ok: false,
		problem: unexpected(i)
	};
	return {
		ok: true,
		expression: r
	};
}
function readCompound(e, t) {
	const n = t === "AND" ? "and" : "or";
	const r = [];
	const i = current(e).span.start;
	do {
		if (r.length > 0) e.at++;
		const i = t === "OR" ? readCompound(e, "AND") : readOperand(e);
		if ("message" in i) return i;
		if (i.kind === n) r.push(...i.operands);
		else r.push(i);
	} while (operatorOf(current(e)) === t);
	const [a] = r;
	if (a !== void 0 && r.length === 1) return a;
	return {
		kind: n,
		operands: r,
		span: {
			start: i,
			end: e.tokens[e.at - 1]?.span.end ?? i
		}
	};
}
function readOperand(e) {
	const t = current(e);
	if (t.kind === "(") return readParentheses(e, t);
	if (t.kind !== "word" || operatorOf(t) !== void 0) return unexpected(t);
	e.at++;
	if (operatorOf(current(e)) !== "WITH") return readTerm(t, void 0);
	e.at++;
	const n = current(e);
	if (n.kind !== "word" || operatorOf(n) !== void 0) return unexpected(n);
	e.at++;
	return readTerm(t, n);
}
function readParentheses(e, t) {
	if (e.depth >= 64) return {
		message: `parentheses stand more than ${64} deep`,
		span: t.span
	};
	e.at++;
	e.depth++;
	const n = readCompound(e, "OR");
	if ("message" in n) return n;
	if (current(e).kind !== ")") return unexpected(current(e));
	e.at++;
	e.depth--;
	const r = current(e);
	if (operatorOf(r) === "WITH") return {
		message: "WITH can only follow a single licence",
		span: r.span
	};
	return n;
}
function current(e) {
	return e.tokens[e.at] ?? e.tokens.at(-1) ?? {
		kind: "end",
		text: "",
		span: {
			start: 0,
			end: 0
		}
	};
}
function operatorOf(e) {
	return e.kind === "word" ? OPERATORS.get(e.text) : void 0;
}
function unexpected(e) {
	const { span: t } = e;
	if (e.kind === "end") return {
		message: "it ends where a licence or \")\" must follow",
		span: t
	};
	if (e.kind !== "word") return {
		message: `"${e.text}" can't stand here`,
		span: t
	};
	const n = e.text.toUpperCase();
	if (OPERATORS.has(n) && !OPERATORS.has(e.text)) return {
		message: `the operator ${e.text} must be ${n} or ${n.toLowerCase()}`,
		span: t
	};
	if (OPERATORS.has(n)) return {
		message: `the operator ${e.text} can't stand here`,
		span: t
	};
	if (e.text === "+") return {
		message: "no white space can stand before \"+\"",
		span: t
	};
	return {
		message: "AND, OR or WITH must stand between two names",
		span: t
	};
}
const MAX_SHOWN = 80;
function loadAllowList(e, t = () => "") {
	if (e.length === 0) throw new UsageError("The licence allow list is empty: no package could pass", { hint: "List the SPDX ids that you allow in `licenses.allow`, or leave the key out for the default list." });
	const n = [];
	const r = new Map();
	const i = [];
	for (const [a, o] of e.entries()) {
		const e = readEntry(o);
		if (typeof e === "string") {
			i.push(`${t(a)}${e}`);
			continue;
		}
		const s = {
			text: e.kind === "license" ? printForm(e.form) : printTerm(e),
			priority: a
		};
		n.push(s);
		const c = keyOf(e);
		if (!r.has(c)) r.set(c, s);
	}
	const [a, ...o] = i;
	if (a !== void 0) throw new UsageError(a, {
		problems: o,
		hint: "An entry of `licenses.allow` is one SPDX id (https://spdx.org/licenses), an id WITH an exception, or a LicenseRef."
	});
	return {
		entries: n,
		byKey: r
	};
}
function keyOf(e) {
	if (e.kind === "license") return printForm(e.form).toLowerCase();
	return printTerm(e).toLowerCase();
}
function readEntry(e) {
	const t = `The entry ${JSON.stringify(e.slice(0, MAX_SHOWN))} of the licence allow list`;
	const n = parseExpression(e);
	if (!n.ok) return `${t} is not allowed: ${n.problem.message}${whatInstead(e)}`;
	const { expression: r } = n;
	if (r.kind === "license" || r.kind === "reference") return r;
	if (r.kind === "and" || r.kind === "or") return `${t} joins licences with ${r.kind.toUpperCase()}; give each licence an entry of its own`;
	return `${t} is not a licence`;
}
function canBeAllowed(e) {
	return typeof readEntry(e) !== "string";
}
function whatInstead(e) {
	const t = legacyMeaning(e);
	switch (t?.kind) {
		case "expression": return `; did you mean "${t.text}"?`;
		case "family": return `; it names no version: list each that you allow, such as ${t.members.slice(0, 3).join(", ")}`;
		case "ambiguous": return "; several licences have that name: list the SPDX id of each that you allow";
		case "denied": return `; ${t.reason}, and no entry allows that for every package: accept a package under \`licenses.exceptions\``;
		default: {
			const t = nearest(e.trim(), LICENSE_IDS);
			return t === void 0 ? "" : `; did you mean "${t}"?`;
		}
	}
}
const LICENSE_CLASSES = [
	"network copyleft",
	"strong copyleft",
	"non-commercial",
	"weak copyleft",
	"other",
	"permissive",
	"public domain"
];
const ROWS = [
	["network copyleft", /^(agpl-|sspl-|osl-|eupl-|cpal-|rpl-|rpsl-|parity-)/],
	["non-commercial", /^(cc-by-nc|polyform-|busl-|elastic-|prosperity-)/],
	["weak copyleft", /^(lgpl-|mpl-|epl-|cddl-|cpl-|ipl-|ms-rl$|npl-|spl-|cecill-c$|erlpl-|nokia$|ofl-|apsl-|lppl-|gfdl-|cc-by-sa-|odbl-)/],
	["strong copyleft", /^(gpl-|cecill-\d|qpl-|sleepycat$|copyleft-next-|cern-ohl-s-)/],
	["public domain", /^(unlicense$|cc0-|0bsd$|pddl-|blessing$|cc-pddc$|mit-0$|wtfpl$)/],
	["permissive", /^(mit$|mit-|bsd-[1-4]-|apache-|isc$|zlib|python-|psf-|bsl-1|artistic-2|cc-by-[1-4]|blueoak-|ncsa$|x11|w3c|unicode-|curl$|libpng|hpnd|afl-|ms-pl$|postgresql$|openssl|ftl$|ijg|icu$|tcl$|zpl-|php-|ecl-|mulanpsl-|cnri-|upl-|ntp$)/]
];
function classOf(e) {
	const t = e.toLowerCase();
	return ROWS.find(([, e]) => e.test(t))?.[0] ?? "other";
}
function classOfExpression(e) {
	switch (e.kind) {
		case "license": return classOf(e.form.id);
		case "reference": return "other";
		case "family": return pick(e.members.map(classOf), Math.min);
		case "and":
		case "or": {
			const t = e.operands.map(classOfExpression);
			if (e.kind === "and") return pick(present(t), Math.min);
			return t.includes(void 0) ? void 0 : pick(present(t), Math.max);
		}
		default: return;
	}
}
function present(e) {
	return e.filter((e) => e !== void 0);
}
function pick(e, t) {
	const n = e.map((e) => LICENSE_CLASSES.indexOf(e));
	return n.length === 0 ? void 0 : LICENSE_CLASSES[t(...n)];
}
function normalizeDeclared(e, { slashIsOr: t = false } = {}) {
	const n = t && typeof e === "string" ? slashedChoice(e) : void 0;
	if (n !== void 0) return {
		...normalizeText(n),
		warnings: ["ids are joined with a slash in the place of OR"]
	};
	if (Array.isArray(e)) return normalizeList(e);
	if (typeof e === "string") return normalizeText(e);
	if (e === void 0 || e === null) return undeclared("", "no licence is declared");
	if (typeof e !== "object") return undeclared(String(e), `a ${typeof e} is declared in the place of a licence`);
	return normalizeObject(e);
}
const MAX_MEMBERS = 64;
const OPERATOR_WORD = /(?:^|[\s()])(?:and|or|with)(?:$|[\s()])/i;
const GLUED_OPERATOR = /[a-z0-9](?:AND|OR|WITH)(?:[\s(]|$)|(?:^|[\s)])(?:AND|OR|WITH)[A-Z0-9]/;
const KNOWN_TEXTS = 256;
const KNOWN_TEXT_LENGTH = 256;
const knownTexts = new Map();
function normalizeText(e) {
	const t = knownTexts.get(e);
	if (t !== void 0) return t;
	const n = understandText(e);
	if (e.length <= KNOWN_TEXT_LENGTH && knownTexts.size < KNOWN_TEXTS) knownTexts.set(e, n);
	return n;
}
function understandText(e) {
	if (e.trim() === "") return undeclared("", "the declared licence is empty");
	const t = parseExpression(e);
	if (t.ok) return {
		kind: "expression",
		text: e.trim(),
		expression: t.expression,
		warnings: []
	};
	if (e.length > 4096) return invalid(e, t.problem);
	const n = legacyMeaning(e);
	if (n !== void 0) return fromLegacy(e.trim(), n);
	const r = /^see licen[cs]e in (\S.*)$/i.exec(e.trim());
	if (r !== null) {
		const t = r[1] ?? "";
		return {
			...undeclared(e.trim(), "the licence is in a file of its own"),
			file: t
		};
	}
	return looksLikeExpression(e) ? invalid(e.trim(), t.problem) : undeclared(e.trim(), "it is free text and no SPDX expression");
}
function fromLegacy(e, t) {
	const n = whole(e);
	switch (t.kind) {
		case "ambiguous": return undeclared(e, "several licences have that name");
		case "family": return {
			kind: "expression",
			text: e,
			expression: {
				kind: "family",
				text: e,
				members: t.members,
				span: n
			},
			warnings: ["a name without a version is declared in the place of an SPDX id"]
		};
		case "denied": return {
			kind: "expression",
			text: e,
			expression: {
				kind: "opaque",
				text: e,
				verdict: "deny",
				reason: t.reason,
				span: n
			},
			warnings: []
		};
		case "expression": {
			const n = parseExpression(t.text);
			if (!n.ok) return invalid(e, n.problem);
			const r = [`a legacy spelling is declared in the place of ${t.text}`];
			return {
				kind: "expression",
				text: e,
				expression: n.expression,
				warnings: r
			};
		}
	}
}
function normalizeObject(e) {
	const { type: t, name: n, url: r } = e;
	const i = [
		t,
		n,
		r
	].find((e) => typeof e === "string" && e.trim() !== "");
	if (typeof i !== "string") return undeclared("", "the declared object names no licence");
	const a = normalizeText(i);
	return {
		...a,
		warnings: ["an object is declared in the place of text", ...a.warnings]
	};
}
function normalizeList(e) {
	if (e.length === 0) return undeclared("", "the declared list is empty");
	if (e.length > MAX_MEMBERS) return undeclared("", `the declared list has ${e.length} members`);
	const t = e.map((e) => Array.isArray(e) ? undeclared("", "a list stands in the list") : normalizeDeclared(e));
	const n = t.map((e) => e.text).join(" OR ");
	const r = t.find((e) => e.kind === "invalid");
	if (r?.problem !== void 0) return invalid(n, r.problem);
	const [i] = t;
	const a = [...new Set(["a list is declared in the place of text; its members are taken as OR", ...t.flatMap((e) => e.warnings)])];
	if (i !== void 0 && t.length === 1) return {
		...i,
		warnings: a
	};
	const o = t.flatMap(({ expression: e }) => e.kind === "or" ? e.operands : [e]);
	return {
		kind: t.every((e) => e.kind === "undeclared") ? "undeclared" : "expression",
		text: n,
		expression: {
			kind: "or",
			operands: o,
			span: whole(n)
		},
		warnings: a
	};
}
function looksLikeExpression(e) {
	return /[()+,/]/.test(e) || OPERATOR_WORD.test(e) || GLUED_OPERATOR.test(e);
}
function undeclared(e, t) {
	return {
		kind: "undeclared",
		text: e,
		expression: unknown(e, t),
		warnings: []
	};
}
function invalid(e, t) {
	return {
		kind: "invalid",
		text: e,
		expression: unknown(e, `it is no valid SPDX expression: ${t.message}`),
		warnings: [],
		problem: t
	};
}
function unknown(e, t) {
	return {
		kind: "opaque",
		text: e,
		verdict: "unknown",
		reason: t,
		span: whole(e)
	};
}
function whole(e) {
	return {
		start: 0,
		end: e.length
	};
}
var import_spdx_satisfies = __toESM(require_spdx_satisfies(), 1);
const SHARED_FAMILIES = [
	"AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0",
	"APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0",
	"Apache-1.0 Apache-1.1 Apache-2.0",
	"Artistic-1.0 Artistic-2.0",
	"BitTorrent-1.0 BitTorrent-1.1",
	"CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-3.0 CC-BY-4.0",
	"CC-BY-NC-1.0 CC-BY-NC-2.0 CC-BY-NC-2.5 CC-BY-NC-3.0 CC-BY-NC-4.0",
	"CC-BY-NC-ND-1.0 CC-BY-NC-ND-2.0 CC-BY-NC-ND-2.5 CC-BY-NC-ND-3.0 CC-BY-NC-ND-4.0",
	"CC-BY-NC-SA-1.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-2.5 CC-BY-NC-SA-3.0 CC-BY-NC-SA-4.0",
	"CC-BY-ND-1.0 CC-BY-ND-2.0 CC-BY-ND-2.5 CC-BY-ND-3.0 CC-BY-ND-4.0",
	"CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-4.0",
	"CDDL-1.0 CDDL-1.1",
	"ECL-1.0 ECL-2.0",
	"EFL-1.0 EFL-2.0",
	"EPL-1.0 EPL-2.0",
	"LPL-1.0 LPL-1.02",
	"LPPL-1.0 LPPL-1.1 LPPL-1.2 LPPL-1.3a LPPL-1.3c",
	"MPL-1.0 MPL-1.1 MPL-2.0",
	"MPL-1.0 MPL-1.1 MPL-2.0-no-copyleft-exception",
	"NPL-1.0 NPL-1.1",
	"OFL-1.0 OFL-1.1",
	"OLDAP-1.1 OLDAP-1.2 OLDAP-1.3 OLDAP-1.4 OLDAP-2.0 OLDAP-2.0.1 OLDAP-2.1 OLDAP-2.2 OLDAP-2.2.1 OLDAP-2.2.2 OLDAP-2.3 OLDAP-2.4 OLDAP-2.5 OLDAP-2.6 OLDAP-2.7 OLDAP-2.8",
	"OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0",
	"PHP-3.0 PHP-3.01",
	"RPL-1.1 RPL-1.5",
	"SGI-B-1.0 SGI-B-1.1 SGI-B-2.0",
	"YPL-1.0 YPL-1.1",
	"ZPL-1.1 ZPL-2.0 ZPL-2.1",
	"Zimbra-1.3 Zimbra-1.4",
	"bzip2-1.0.5 bzip2-1.0.6"
].map((e) => e.split(" "));
const OWN_FAMILIES = [
	"ASWF-Digital-Assets-1.0 ASWF-Digital-Assets-1.1",
	"CECILL-1.0 CECILL-1.1 CECILL-2.0 CECILL-2.1",
	"CERN-OHL-1.1 CERN-OHL-1.2",
	"DRL-1.0 DRL-1.1",
	"EUPL-1.0 EUPL-1.1 EUPL-1.2",
	"LAL-1.2 LAL-1.3",
	"MulanPSL-1.0 MulanPSL-2.0",
	"NLOD-1.0 NLOD-2.0",
	"OFL-1.0-RFN OFL-1.1-RFN",
	"OFL-1.0-no-RFN OFL-1.1-no-RFN",
	"OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0",
	"Parity-6.0.0 Parity-7.0.0",
	"SHL-0.5 SHL-0.51",
	"SISSL SISSL-1.2",
	"copyleft-next-0.3.0 copyleft-next-0.3.1"
].map((e) => e.split(" "));
const GNU_FAMILIES = [
	{
		prefix: "GPL-",
		versions: [
			"1.0",
			"2.0",
			"3.0"
		],
		variant: ""
	},
	{
		prefix: "LGPL-",
		versions: [
			"2.0",
			"2.1",
			"3.0"
		],
		variant: ""
	},
	{
		prefix: "AGPL-",
		versions: ["1.0", "3.0"],
		variant: ""
	},
	{
		prefix: "GFDL-",
		versions: [
			"1.1",
			"1.2",
			"1.3"
		],
		variant: ""
	},
	{
		prefix: "GFDL-",
		versions: [
			"1.1",
			"1.2",
			"1.3"
		],
		variant: "-invariants"
	},
	{
		prefix: "GFDL-",
		versions: [
			"1.1",
			"1.2",
			"1.3"
		],
		variant: "-no-invariants"
	}
];
const GNU_PERMITS = gnuPermits();
const PERMITS = plainPermits();
const PEER_FAMILIES = peerFamilies();
function permittedIds(e) {
	if (e.orLater) return PERMITS.get(e.id) ?? [e.id];
	return GNU_PERMITS.get(e.id) ?? [];
}
function isOrLater(e) {
	return e.orLater || GNU_PERMITS.has(e.id);
}
function secondOpinion(e, t) {
	if ([e.id, t].some((e) => e.length === 8 || e.length === 4)) return void 0;
	if (!PEER_FAMILIES.some((n) => n.has(e.id) && n.has(t))) return void 0;
	return (0, import_spdx_satisfies.default)(e.orLater ? `${e.id}+` : e.id, [t]);
}
function peerFamilies() {
	const e = GNU_FAMILIES.filter((e) => e.variant === "").map(({ prefix: e, versions: t }) => t.flatMap((t) => [`${e}${t}-only`, `${e}${t}-or-later`]));
	return [...SHARED_FAMILIES, ...e].map((e) => new Set(e));
}
function plainPermits() {
	const e = new Map();
	for (const t of [...SHARED_FAMILIES, ...OWN_FAMILIES]) for (const [n, r] of t.entries()) {
		const i = e.get(r) ?? [];
		e.set(r, [...new Set([...i, ...t.slice(n)])]);
	}
	return e;
}
function gnuPermits() {
	const e = new Map();
	for (const { prefix: t, versions: n, variant: r } of GNU_FAMILIES) {
		const i = n.map((e) => `${t}${e}${r}-only`);
		for (const [a, o] of n.entries()) e.set(`${t}${o}${r}-or-later`, i.slice(a));
	}
	return e;
}
function forbiddenNear(e, t) {
	const { form: n } = e;
	const r = `add "${printForm(n)}" to the allow list`;
	if (n.exception !== void 0) {
		const e = [printForm({
			id: n.id,
			orLater: n.orLater
		}), ...permittedIds(n)].find((e) => t.byKey.has(e.toLowerCase()));
		return e === void 0 ? void 0 : `The entry "${e}" does not cover an exception: ${r} to accept it.`;
	}
	const i = n.id.toLowerCase();
	const a = t.entries.find((e) => e.text.toLowerCase().startsWith(`${i} with `));
	if (a !== void 0) return `The entry "${a.text}" needs its exception: ${r} to accept it without.`;
	const o = rangesNear(e).find((e) => t.byKey.has(e.toLowerCase()));
	if (o === void 0) return void 0;
	return `The entry "${o}" names that one form and is no range: ${r} to accept it.`;
}
function rangesNear(e) {
	const { id: t } = e.form;
	if (!t.endsWith("-only") && !isOrLater(e.form)) return [`${t}+`];
	const n = permittedIds({
		id: t.replace(/-only$/, "-or-later"),
		orLater: false
	});
	return [
		t.replace(/-only$/, "-or-later"),
		...n.map((e) => e.replace(/-only$/, "-or-later")),
		...permittedIds(e.form).map((e) => `${e}+`)
	];
}
function evaluateTerm(e, t) {
	const n = {
		text: printTerm(e),
		span: e.span
	};
	switch (e.kind) {
		case "license": return {
			...n,
			...judgeLicense(e, t)
		};
		case "reference": return {
			...n,
			...judgeReference(e, t)
		};
		case "word": return e.word === "NONE" ? {
			...n,
			verdict: "deny",
			reason: "there is no licence"
		} : {
			...n,
			verdict: "unknown",
			reason: "the source makes no statement"
		};
		case "family": return {
			...n,
			...judgeFamily(e, t)
		};
		case "opaque": return {
			...n,
			verdict: e.verdict,
			reason: e.reason
		};
	}
}
function judgeLicense(e, t) {
	const n = t.byKey.get(keyOf(e));
	if (n !== void 0) return explicitlyAllowed(n, printForm(e.written));
	const r = e.form.exception === void 0 ? "" : ` WITH ${e.form.exception}`;
	const i = permittedIds(e.form).flatMap((e) => {
		const n = t.byKey.get(`${e}${r}`.toLowerCase());
		return n === void 0 ? [] : [{
			id: e,
			entry: n
		}];
	}).sort((e, t) => e.entry.priority - t.entry.priority);
	const a = i.find(({ id: t }) => isConfirmed(e, t));
	if (a !== void 0) {
		const { entry: e } = a;
		return {
			verdict: "allow",
			reason: `permits ${e.text}, which is allowed`,
			entry: e
		};
	}
	const [o] = i;
	if (o !== void 0) return {
		verdict: "unknown",
		reason: `whether it permits ${o.id} is disputed`
	};
	if (isAddition(e.form.exception)) return unlistedAddition(printForm(e.form));
	const s = forbiddenNear(e, t);
	return {
		verdict: "deny",
		reason: "not allowed",
		...s === void 0 ? {} : { hint: s }
	};
}
function isConfirmed(e, t) {
	try {
		return secondOpinion(e.form, t) !== false;
	} catch {
		return false;
	}
}
function judgeReference(e, t) {
	const n = t.byKey.get(keyOf(e));
	if (n !== void 0) return explicitlyAllowed(n, printTerm(e));
	if (isAddition(e.exception)) return unlistedAddition(printTerm(e));
	return {
		verdict: "deny",
		reason: "not allowed",
		hint: `A licence of one's own is allowed only by an entry of the same name, "${printTerm(e)}".`
	};
}
function judgeFamily(e, t) {
	const n = e.members.find((e) => t.byKey.has(e.toLowerCase()));
	return n === void 0 ? {
		verdict: "deny",
		reason: "no version of it is allowed"
	} : {
		verdict: "unknown",
		reason: `it names no version, and only some are allowed (${n})`
	};
}
function explicitlyAllowed(e, t) {
	return {
		verdict: "allow",
		reason: e.text.toLowerCase() === t.toLowerCase() ? "explicitly allowed" : `explicitly allowed as ${e.text}`,
		entry: e
	};
}
function isAddition(e) {
	return e?.includes("AdditionRef-") ?? false;
}
function unlistedAddition(e) {
	return {
		verdict: "unknown",
		reason: "the addition is not an SPDX one and may restrict",
		hint: `Add "${e}" to the allow list if it does not.`
	};
}
function evaluate(e, t) {
	const n = [];
	const r = judge(e, (e) => {
		const r = evaluateTerm(e, t);
		n.push(r);
		return r;
	});
	return r.verdict === "allow" ? {
		verdict: "allow",
		terms: n,
		choice: [...new Set(r.uses)].join(" AND ")
	} : {
		verdict: r.verdict,
		terms: n
	};
}
const ORDER = {
	deny: 0,
	unknown: 1,
	allow: 2
};
function judge(e, t) {
	if (e.kind !== "and" && e.kind !== "or") {
		const { verdict: n, entry: r } = t(e);
		return {
			verdict: n,
			priority: r?.priority ?? Number.MAX_SAFE_INTEGER,
			uses: r === void 0 ? [] : [r.text]
		};
	}
	const n = e.operands.map((e) => judge(e, t));
	const r = e.kind === "and";
	const [i, ...a] = n;
	if (i === void 0) return {
		verdict: "unknown",
		priority: 0,
		uses: []
	};
	if (!r) return a.reduce((e, t) => isBetter(t, e) ? t : e, i);
	return {
		verdict: a.reduce((e, t) => ORDER[t.verdict] < ORDER[e] ? t.verdict : e, i.verdict),
		priority: n.reduce((e, t) => Math.max(e, t.priority), 0),
		uses: n.flatMap((e) => e.uses)
	};
}
function isBetter(e, t) {
	if (e.verdict !== t.verdict) return ORDER[e.verdict] > ORDER[t.verdict];
	return e.priority < t.priority;
}
function isSameLicense(e, t) {
	return licenseKey(e.expression) === licenseKey(t.expression);
}
function licenseKey(e) {
	switch (e.kind) {
		case "and":
		case "or": {
			const t = [...new Set(e.operands.map(licenseKey))].sort();
			const [n] = t;
			if (n !== void 0 && t.length === 1) return n;
			return `(${t.join(` ${e.kind} `)})`;
		}
		case "license":
		case "reference": return keyOf(e);
		case "word": return e.word.toLowerCase();
		default: return JSON.stringify(e.text.trim().replaceAll(/\s+/g, " "));
	}
}
function normalizeManifest(e, t = {}) {
	if (typeof e !== "object" || e === null) return normalizeDeclared(void 0);
	const { license: n, licenses: r, licence: i } = e;
	const a = isPresent(n) ? normalizeDeclared(n, t) : void 0;
	const o = isPresent(r) ? normalizeDeclared(Array.isArray(r) ? r : [r]) : void 0;
	if (a !== void 0 && o !== void 0 && !isSameLicense(a, o)) return conflict(a, o);
	if (a !== void 0) return a;
	if (o !== void 0) return o;
	const s = normalizeDeclared(n);
	if (!isPresent(i)) return s;
	return {
		...s,
		warnings: ["the key `licence` is misspelt; npm reads `license`"]
	};
}
function isPresent(e) {
	return e !== void 0 && e !== null && e !== "";
}
function conflict(e, t) {
	const n = `${e.text}; ${t.text}`;
	return {
		kind: "undeclared",
		text: n,
		expression: {
			kind: "opaque",
			text: n,
			verdict: "unknown",
			reason: "`license` and `licenses` disagree",
			span: {
				start: 0,
				end: n.length
			}
		},
		warnings: []
	};
}
const MAX_ROUNDS = 100;
function groupEqualEntries(e, t, n) {
	const r = [...partition(e, n)];
	const i = new Map();
	for (const [e, t] of r.entries()) for (const { id: n } of t) i.set(n, e);
	const a = edgesBySource(t);
	const o = ({ id: e }) => {
		const t = (a.get(e) ?? []).map(({ to: e, kind: t }) => `${i.get(e)} ${t}`);
		return [...new Set(t)].sort().join("\n");
	};
	for (let e = 0; e < MAX_ROUNDS; e++) {
		const e = r.length;
		for (let t = 0; t < e; t++) {
			const e = r[t] ?? [];
			if (e.length < 2) continue;
			const [n = [], ...a] = partition(e, o);
			r[t] = n;
			for (const e of a) {
				for (const { id: t } of e) i.set(t, r.length);
				r.push(e);
			}
		}
		if (r.length === e) return r;
	}
	return e.map((e) => [e]);
}
function partition(e, t) {
	const n = new Map();
	for (const r of e) {
		const e = t(r);
		const i = n.get(e);
		if (i === void 0) n.set(e, [r]);
		else i.push(r);
	}
	return [...n.values()];
}
function orphanEdges(e) {
	const [t] = e.roots;
	if (t === void 0) return [];
	return orphanHeads(e).map(({ component: { id: e, scope: n } }) => ({
		from: t,
		to: e,
		kind: n
	}));
}
function uniqueRefs(e) {
	const t = e.map(nameOf$1);
	const n = new Map();
	for (const e of t) n.set(e, (n.get(e) ?? 0) + 1);
	return e.map((e, r) => {
		const i = t[r] ?? "";
		return n.get(i) === 1 ? i : `${i}|${placesDigest(e)}`;
	});
}
function nameOf$1([e]) {
	if (e === void 0) return "";
	const { purl: t, ecosystem: n, name: r, version: i } = e;
	return t ?? `${n}:${r}${i === void 0 ? "" : `@${i}`}`;
}
function placesDigest(e) {
	const t = e.map(({ id: e }) => e).sort();
	return createHash("sha256").update(JSON.stringify(t)).digest("hex").slice(0, 16);
}
const SCOPES$1 = [
	"runtime",
	"optional",
	"development"
];
const KINDS = [
	"runtime",
	"peer",
	"optional",
	"build",
	"test",
	"development"
];
const DEVELOPMENT = new Set([
	"development",
	"build",
	"test"
]);
function assembleDocument(e, t, n) {
	const r = subjectOf(e, t);
	const i = e.graphs.flatMap((e) => e.gaps.filter(isIncomplete));
	const a = everyEntry(e, r);
	const { components: o, edges: s, cut: c } = n === "all" ? {
		...a,
		cut: new Set()
	} : runtime(a);
	const l = withoutEdges(e, r);
	const u = {
		unlisted: new Set(l),
		incomplete: new Set([...i.map(({ componentId: e }) => e), ...c])
	};
	const d = groupEqualEntries(o, s, identityOf);
	const f = uniqueRefs(d);
	const p = d.map((e, t) => mergeGroup(e, f[t] ?? "", u));
	const m = new Map(p.flatMap(({ entries: e, ref: t }) => e.map(({ id: e }) => [e, t])));
	const h = m.get(r.id);
	const g = p.find(({ ref: e }) => e === h) ?? mergeGroup([r], "", u);
	return {
		subject: {
			...g,
			type: "application"
		},
		components: sortedByRef(p.filter((e) => e !== g)),
		edges: mergeEdges(s, m),
		complete: n === "all" && i.length === 0 && l.length === 0 && e.skipped.every(({ kind: e }) => e === "excluded"),
		scope: n,
		created: t.created,
		reproducible: t.reproducible,
		identity: [
			t.origin?.serverUrl ?? "",
			t.origin?.repository ?? "",
			t.revision ?? "",
			t.folder
		].join("\n"),
		...t.origin === void 0 ? {} : { supplier: supplierOf(t.origin) },
		tool: {
			name: "assay",
			version: VERSION
		}
	};
}
function supplierOf({ serverUrl: e, repository: t }) {
	const n = t.split("/")[0] ?? "";
	return {
		name: n,
		url: `${e}/${n}`,
		repository: `${e}/${t}`
	};
}
function withoutEdges({ graphs: e }, t) {
	return e.flatMap(({ edgeCompleteness: e, roots: n, components: r }) => {
		if (e === "complete") return [];
		const i = new Set(e === "direct" ? n : []);
		const a = r.map(({ id: e }) => e).filter((e) => !i.has(e));
		return n.length === 0 ? [t.id, ...a] : a;
	});
}
function subjectOf({ graphs: e }, { origin: t }) {
	const n = e.flatMap((e) => e.roots.map((t) => ({
		path: e.path,
		root: e.components.find(({ id: e }) => e === t)
	})));
	const [r, ...i] = n;
	const a = i.length === 0 && e.every((e) => e.roots.length > 0);
	if (r?.root !== void 0 && a) return r.root;
	const o = n.find(({ path: e }) => !e.includes("/"))?.root;
	const s = t?.repository.split("/").at(-1) ?? o?.name ?? "repository";
	return {
		id: "",
		name: s,
		kind: "application",
		ecosystem: "repository",
		purl: firstPartyPurl(t, s, void 0, ""),
		firstParty: true,
		scope: "runtime",
		direct: false,
		artifacts: [],
		location: { path: "." },
		aliases: [],
		flags: []
	};
}
function everyEntry({ graphs: e }, t) {
	const n = e.flatMap((e) => e.components);
	const r = e.flatMap((e) => [...e.edges, ...orphanEdges(e)]);
	if (t.id !== "") return {
		components: n,
		edges: r
	};
	const i = e.flatMap(({ roots: e }) => e.map((e) => ({
		from: t.id,
		to: e,
		kind: "runtime"
	})));
	return {
		components: [t, ...n],
		edges: [...i, ...r]
	};
}
function runtime({ components: e, edges: t }) {
	const n = e.filter(({ scope: e }) => e !== "development");
	const r = new Set(n.map(({ id: e }) => e));
	const i = ({ from: e, to: t, kind: n }) => !DEVELOPMENT.has(n) && r.has(e) && r.has(t);
	return {
		components: n,
		edges: t.filter(i),
		cut: new Set(t.filter((e) => !i(e)).map(({ from: e }) => e))
	};
}
function identityOf(e) {
	const { purl: t, artifacts: n, declaredLicense: r, firstParty: i, ecosystem: a, name: o } = e;
	if (t === void 0) return e.id;
	return JSON.stringify([
		a,
		o,
		t,
		i,
		n,
		r
	]);
}
function completenessOf(e, { unlisted: t, incomplete: n }) {
	if (e.some(({ id: e }) => t.has(e))) return "unknown";
	return e.some(({ id: e }) => n.has(e)) ? "incomplete" : "complete";
}
function mergeGroup(e, t, n) {
	const [r] = e;
	if (r === void 0) throw new TypeError("a group has at least one entry");
	return {
		ref: t,
		type: e.some(({ kind: e }) => e === "application") ? "application" : r.kind,
		component: r,
		scope: SCOPES$1.find((t) => e.some((e) => e.scope === t)) ?? "runtime",
		aliases: unique(e.flatMap(({ aliases: e }) => e)),
		flags: unique(e.flatMap(({ flags: e }) => e)),
		entries: e,
		dependencies: completenessOf(e, n)
	};
}
function sortedByRef(e) {
	const t = new Map(e.map((e) => [e.ref, e]));
	return [...t.keys()].sort().flatMap((e) => t.get(e) ?? []);
}
function mergeEdges(e, t) {
	const n = new Map();
	for (const r of e) {
		const e = t.get(r.from);
		const i = t.get(r.to);
		if (e === void 0 || i === void 0 || e === i) continue;
		const a = n.get(e) ?? new Map();
		if (a.size === 0) n.set(e, a);
		const o = a.get(i);
		if (o === void 0 || KINDS.indexOf(r.kind) < KINDS.indexOf(o)) a.set(i, r.kind);
	}
	const r = [];
	for (const e of [...n.keys()].sort()) {
		const t = n.get(e) ?? new Map();
		for (const n of [...t.keys()].sort()) r.push({
			from: e,
			to: n,
			kind: t.get(n) ?? "runtime"
		});
	}
	return r;
}
function unique(e) {
	return e.length < 2 ? e : [...new Set(e)].sort();
}
const NIL_UUID = "00000000-0000-0000-0000-000000000000";
function jsonBytes(e, t, n) {
	const r = Buffer.from(wellFormed(`${JSON.stringify(e, null, 2)}\n`));
	const i = r.indexOf(`\n  ${JSON.stringify(t)}: "`);
	r.write(n(r), r.indexOf(`${NIL_UUID}"`, i), "latin1");
	return r;
}
function wellFormed(e) {
	if (!e.includes("\\ud")) return e;
	return e.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (e) => e.length > 2 ? "�" : e);
}
const NAMESPACE = "c2a1f5f0-8d0b-4e7a-9d55-3f6f0a4f7b1e";
function nameBasedUuid(...e) {
	const t = createHash("sha1").update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"));
	for (const n of e) t.update(`${n.length} `).update(n);
	const n = t.digest().subarray(0, 16);
	n.writeUInt8(n.readUInt8(6) & 15 | 80, 6);
	n.writeUInt8(n.readUInt8(8) & 63 | 128, 8);
	const r = n.toString("hex");
	return [
		8,
		12,
		16,
		20
	].reduceRight((e, t) => `${e.slice(0, t)}-${e.slice(t)}`, r);
}
const MAX_NAME = 1e3;
function licenseStatement(e) {
	const { kind: t, text: n, expression: r } = normalizeDeclared(e);
	if (t === "expression") {
		const e = termsOf(r);
		if (e.every((e) => e.kind === "word")) return void 0;
		if (e.every(isSpdx)) {
			const [t] = e;
			const n = printExpression(r);
			if (e.length === 1 && t?.kind === "license" && t.written.id === n) return {
				kind: "id",
				id: n
			};
			const i = e.filter((e) => e.kind === "reference").map((e) => e.name);
			return {
				kind: "expression",
				text: n,
				references: [...new Set(i)].sort()
			};
		}
	}
	return n === "" ? void 0 : {
		kind: "name",
		name: n.slice(0, MAX_NAME)
	};
}
function isSpdx(e) {
	return e.kind === "license" || e.kind === "reference" && !e.name.startsWith("DocumentRef-");
}
function termsOf(e) {
	return e.kind === "and" || e.kind === "or" ? e.operands.flatMap(termsOf) : [e];
}
function placesOf(e) {
	const t = e.flatMap(({ id: e, location: t }) => e === "" ? [] : [t]);
	return t.length < 2 ? t : t.sort(byPlace);
}
function byPlace(e, t) {
	if (e.path !== t.path) return e.path < t.path ? -1 : 1;
	return (e.startLine ?? 0) - (t.startLine ?? 0);
}
function componentProperties(e) {
	const { component: t, scope: n, aliases: r, flags: i, entries: a } = e;
	const o = r.map((e) => ["assay:alias", e]);
	if (i.includes("deprecated")) o.push(["assay:deprecated", "true"]);
	if (i.includes("hasInstallScript")) o.push(["assay:hasInstallScript", "true"]);
	const s = a.map(({ installPath: e }) => e);
	const c = [...new Set(s)].filter((e) => e !== void 0);
	const l = ecosystemOf(t.ecosystem)?.properties?.({
		scope: n,
		flags: i,
		installPaths: c
	});
	if (l !== void 0) o.push(...l);
	return o.sort(([e, t], [n, r]) => e === n ? t < r ? -1 : 1 : e < n ? -1 : 1);
}
function referenceType(e) {
	return /^(?:git|ssh:)/.test(e) ? "vcs" : "distribution";
}
const FORBIDDEN = /[^!#-&(-;=?-Z_a-z~\u0080-\uffff]/g;
function iriReference(e) {
	return e.replace(FORBIDDEN, percentCode);
}
function percentCode(e) {
	return `%${e.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
const SCOPES = {
	runtime: "required",
	optional: "optional",
	development: "excluded"
};
function componentJson(e, t) {
	const n = e === t.subject;
	const { component: r } = e;
	const i = r.name.startsWith("@") ? r.name.indexOf("/") : -1;
	const { artifacts: a } = r;
	const [o, ...s] = a;
	const c = r.firstParty ? t.supplier : void 0;
	return {
		"bom-ref": e.ref,
		evidence: evidenceJson(e),
		externalReferences: referencesJson(n ? c?.repository : void 0, a),
		group: i > 0 ? r.name.slice(0, i) : void 0,
		hashes: o === void 0 || s.length > 0 ? void 0 : hashesJson(o.hashes),
		licenses: licensesJson(r.declaredLicense),
		name: r.name.slice(i + 1),
		properties: propertiesJson(componentProperties(e)),
		purl: r.purl,
		scope: n ? void 0 : SCOPES[e.scope],
		supplier: c && organizationJson(c),
		type: e.type,
		version: r.version
	};
}
function organizationJson({ name: e, url: t }) {
	return {
		name: e,
		url: [iriReference(t)]
	};
}
function propertiesJson(e) {
	return orNothing(e.map(([e, t]) => ({
		name: e,
		value: t
	})));
}
function hashesJson(e) {
	return orNothing(e.map(({ algorithm: e, value: t }) => ({
		alg: e,
		content: t
	})));
}
function referencesJson(e, t) {
	const n = [];
	if (e !== void 0) n.push({
		hashes: void 0,
		type: "vcs",
		url: iriReference(e)
	});
	for (const { url: e, hashes: r } of t) {
		if (e === void 0) continue;
		n.push({
			hashes: hashesJson(r),
			type: referenceType(e),
			url: iriReference(e)
		});
	}
	return orNothing(n);
}
function licensesJson(e) {
	const t = licenseStatement(e);
	if (t === void 0) return void 0;
	const n = "declared";
	if (t.kind === "expression") return [{
		acknowledgement: n,
		expression: t.text
	}];
	const { kind: r } = t;
	return [{ license: r === "id" ? {
		acknowledgement: n,
		id: t.id
	} : {
		acknowledgement: n,
		name: t.name
	} }];
}
function evidenceJson({ entries: e }) {
	const t = placesOf(e).map(({ path: e, startLine: t }) => ({
		line: t,
		location: e
	}));
	return t.length === 0 ? void 0 : { occurrences: t };
}
function orNothing(e) {
	return e.length === 0 ? void 0 : e;
}
function compositions(e) {
	const t = [e.subject, ...e.components];
	const n = (e) => t.filter(({ dependencies: t }) => t === e).map(({ ref: e }) => e);
	const r = [
		"complete",
		"incomplete",
		"unknown"
	].map((e) => ({
		aggregate: e,
		dependencies: n(e).sort()
	}));
	return [{ aggregate: e.complete ? "complete" : "incomplete" }, ...r.filter(({ dependencies: e }) => e.length > 0)];
}
function cycloneDxDocument(e) {
	const t = {
		$schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
		bomFormat: "CycloneDX",
		components: e.components.map((t) => componentJson(t, e)),
		compositions: compositions(e),
		dependencies: dependencies(e),
		metadata: metadata(e),
		serialNumber: `urn:uuid:${NIL_UUID}`,
		specVersion: "1.6",
		version: 1
	};
	return jsonBytes(t, "serialNumber", (t) => nameBasedUuid("cyclonedx", e.identity, t));
}
function metadata(e) {
	const { subject: t, supplier: n, scope: r, created: i, reproducible: a, tool: o } = e;
	return {
		component: componentJson(t, e),
		lifecycles: [{ phase: "pre-build" }],
		properties: propertiesJson([["assay:scope", r], ...a ? [["cdx:reproducible", "true"]] : []]),
		supplier: n && organizationJson(n),
		timestamp: new Date(i).toISOString(),
		tools: { components: [{
			name: o.name,
			type: "application",
			version: o.version
		}] }
	};
}
function dependencies({ subject: e, components: t, edges: n }) {
	const r = new Map();
	for (const { from: e, to: t } of n) {
		const n = r.get(e);
		if (n === void 0) r.set(e, [t]);
		else n.push(t);
	}
	return [e, ...t].map(({ ref: e }) => ({
		dependsOn: r.get(e),
		ref: e
	}));
}
const DOCUMENT_ID = "SPDXRef-DOCUMENT";
function spdxIds(e) {
	return new Map(e.map((e) => [e.ref, spdxId(e)]));
}
function spdxId({ component: e, ref: t }) {
	const { ecosystem: n, name: r, version: i = "" } = e;
	return `SPDXRef-Package-${`${n}-${r}-${i}`.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "").slice(0, 100)}-${hash("sha256", t).slice(0, 16)}`;
}
function spdxLicense(e) {
	const t = licenseStatement(e);
	switch (t?.kind) {
		case void 0: return "NOASSERTION";
		case "id": return t.id;
		case "expression": return t.text;
		default: return freeTextId(t?.name ?? "");
	}
}
function extractedLicenses(e) {
	const t = new Map();
	for (const { component: n } of e) {
		const e = licenseStatement(n.declaredLicense);
		if (e?.kind === "name") {
			const n = freeTextId(e.name);
			t.set(n, {
				extractedText: e.name,
				licenseId: n,
				name: "Declared as free text"
			});
		}
		if (e?.kind !== "expression") continue;
		for (const n of e.references) {
			const e = `The package declares ${n}; its text is in the package.`;
			t.set(n, {
				extractedText: e,
				licenseId: n,
				name: "Declared by reference"
			});
		}
	}
	return [...t].sort(([e], [t]) => e < t ? -1 : 1).map(([, e]) => e);
}
function freeTextId(e) {
	return `LicenseRef-declared-${createHash("sha256").update(e).digest("hex").slice(0, 16)}`;
}
const PURPOSES = {
	application: "APPLICATION",
	container: "CONTAINER",
	file: "FILE",
	framework: "FRAMEWORK",
	library: "LIBRARY",
	"operating-system": "OPERATING_SYSTEM",
	platform: "APPLICATION"
};
function packageJson(e, t, n) {
	const { component: r, ref: i, type: a } = e;
	const { purl: o, artifacts: s } = r;
	const [c, ...l] = s;
	const u = l.length === 0 ? c : void 0;
	const d = u?.hashes ?? [];
	return {
		SPDXID: t,
		checksums: d.length === 0 ? void 0 : d.map(checksum),
		copyrightText: "NOASSERTION",
		downloadLocation: downloadLocation(u?.url),
		externalRefs: o === void 0 ? void 0 : [purlReference(o)],
		filesAnalyzed: false,
		licenseConcluded: "NOASSERTION",
		licenseDeclared: spdxLicense(r.declaredLicense),
		name: r.name,
		primaryPackagePurpose: PURPOSES[a],
		sourceInfo: sourceInfo(e, i),
		supplier: r.firstParty && n !== void 0 ? `Organization: ${n.name}` : "NOASSERTION",
		versionInfo: r.version
	};
}
function checksum({ algorithm: e, value: t }) {
	return {
		algorithm: e.replace(/^SHA-/, "SHA"),
		checksumValue: t
	};
}
function purlReference(e) {
	return {
		referenceCategory: "PACKAGE-MANAGER",
		referenceLocator: e,
		referenceType: "purl"
	};
}
function downloadLocation(e) {
	if (e === void 0 || e.startsWith("file:")) return "NOASSERTION";
	if (!/^(?:git|ssh:)/.test(e)) return e;
	const [t = "", n] = e.split("#");
	const r = t.startsWith("git") ? t : `git+${t}`;
	return n === void 0 ? r : `${r}@${n}`;
}
function sourceInfo({ entries: e }, t) {
	const n = e.filter(({ id: e }) => e !== "").map(({ location: { path: e, startLine: t } }) => t === void 0 ? e : `${e}:${t}`);
	return n.length === 0 ? `the repository ${t}` : `named in ${n.sort().join(", ")}`;
}
function spdxRelationships({ subject: e, components: t, edges: n }, r) {
	const i = (e) => r.get(e) ?? "";
	const a = [relationship(DOCUMENT_ID, "DESCRIBES", i(e.ref))];
	for (const { from: e, to: t, kind: r } of n) {
		a.push(relationship(i(e), "DEPENDS_ON", i(t)));
		const n = TYPED[r];
		if (n !== void 0) a.push(relationship(i(t), n, i(e)));
	}
	for (const { ref: n, dependencies: r } of [e, ...t]) if (r !== "complete") a.push(relationship(i(n), "DEPENDS_ON", "NOASSERTION"));
	return a;
}
function relationship(e, t, n) {
	return {
		relatedSpdxElement: n,
		relationshipType: t,
		spdxElementId: e
	};
}
const TYPED = {
	development: "DEV_DEPENDENCY_OF",
	optional: "OPTIONAL_DEPENDENCY_OF",
	build: "BUILD_DEPENDENCY_OF",
	test: "TEST_DEPENDENCY_OF"
};
function spdxDocument(e) {
	const t = [e.subject, ...e.components];
	const n = spdxIds(t);
	const r = nameOf(e.subject);
	const i = extractedLicenses(t);
	const a = r.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
	const o = {
		SPDXID: DOCUMENT_ID,
		creationInfo: creationInfo(e),
		dataLicense: "CC0-1.0",
		documentNamespace: `https://spdx.org/spdxdocs/${a}-${NIL_UUID}`,
		hasExtractedLicensingInfos: i.length === 0 ? void 0 : i,
		name: r,
		packages: t.map((t) => packageJson(t, n.get(t.ref) ?? "", e.supplier)),
		relationships: spdxRelationships(e, n),
		spdxVersion: "SPDX-2.3"
	};
	return jsonBytes(o, "documentNamespace", (t) => nameBasedUuid("spdx", e.identity, t));
}
function creationInfo({ tool: e, supplier: t, created: n, scope: r, complete: i }) {
	return {
		comment: `Made from lockfiles before the build. Scope: ${r}. ${i ? "Every lockfile was read and every entry understood." : "Not complete: dependencies that are not known are stated as NOASSERTION."}`,
		created: n,
		creators: [`Tool: ${e.name}-${e.version}`, ...t === void 0 ? [] : [`Organization: ${t.name}`]]
	};
}
function nameOf({ component: e }) {
	return e.version === void 0 ? e.name : `${e.name}@${e.version}`;
}
function provenanceOf({ environment: e, clock: t }, { origin: n, folder: r, head: i, notices: a }) {
	const o = e["SOURCE_DATE_EPOCH"];
	const s = o !== void 0 && o !== "" ? clockFrom(e).now() : i === void 0 ? void 0 : new Date(i.committedAt);
	const c = (s ?? t.now()).toISOString().replace(/\.\d{3}Z$/, "Z");
	return {
		origin: n,
		revision: n?.revision ?? i?.sha,
		folder: r,
		created: c,
		reproducible: s !== void 0,
		notices: s === void 0 ? [...a, "The documents carry the time of this run: there is neither SOURCE_DATE_EPOCH nor a commit to take it from."] : a
	};
}
async function runSbom(e, t) {
	const n = await inventoryOf(e);
	const { repository: r, ref: i } = t;
	const a = namedOrigin(n.repository, {
		repository: r,
		ref: i
	});
	const o = r !== void 0 || i !== void 0 ? withOrigin(n.inventory, a) : n.inventory;
	const s = provenanceOf(e, {
		...n.repository,
		origin: a
	});
	const c = o.graphs.length === 0 ? void 0 : assembleDocument(o, s, t.scope);
	return {
		result: {
			check: "sbom",
			findings: [],
			artifacts: c === void 0 ? [] : await writeDocuments(c, t.formats),
			coverage: {
				inspected: {
					lockfiles: o.graphs.length,
					components: c?.components.length ?? 0
				},
				skipped: [],
				summary: summarize(o, c),
				...c === void 0 ? { nothingToDo: "no lockfile was read" } : {}
			},
			notices: s.notices
		},
		inventory: n.result,
		componentCount: c?.components.length ?? 0,
		complete: c?.complete ?? false
	};
}
const WRITERS = {
	"cyclonedx-1.6": {
		name: "sbom.cdx.json",
		mediaType: "application/vnd.cyclonedx+json; version=1.6",
		load: async () => cycloneDxDocument
	},
	"cyclonedx-1.6-xml": {
		name: "sbom.cdx.xml",
		mediaType: "application/vnd.cyclonedx+xml; version=1.6",
		load: async () => (await import("./sbom-cyclonedx-xml.js")).cycloneDxXmlDocument
	},
	"spdx-2.3": {
		name: "sbom.spdx.json",
		mediaType: "application/spdx+json; version=2.3",
		load: async () => spdxDocument
	}
};
async function writeDocuments(e, t) {
	const n = [];
	for (const r of [...new Set(t)].sort()) {
		const { name: t, mediaType: i, load: a } = WRITERS[r];
		n.push({
			name: t,
			mediaType: i,
			bytes: (await a())(e)
		});
	}
	return n;
}
function summarize({ graphs: e }, t) {
	if (t === void 0) return "No lockfile was read, so there is no document";
	const n = (e) => t.components.filter((t) => t.scope === e).length;
	const r = e.length === 1 ? "1 lockfile" : `${e.length} lockfiles`;
	return `${`${n("runtime")} runtime, ${n("optional")} optional and ${n("development")} development components`} in ${r}${t.complete ? "" : "; the document is not complete"}`;
}
export { parseExpression as _, referenceType as a, licenseStatement as c, evaluate as d, normalizeDeclared as f, loadAllowList as g, canBeAllowed as h, iriReference as i, normalizeManifest as l, classOfExpression as m, cycloneDxDocument as n, componentProperties as o, LICENSE_CLASSES as p, compositions as r, placesOf as s, runSbom as t, licenseKey as u };
