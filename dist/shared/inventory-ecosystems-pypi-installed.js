import { n as fromLockfileFolder } from "./inventory-paths.js";
import { r as normalizeName } from "./inventory-ecosystems-pypi-names.js";
const LICENSES = new Map([
	["Blue Oak Model License (BlueOak-1.0.0)", "BlueOak-1.0.0"],
	["Boost Software License 1.0 (BSL-1.0)", "BSL-1.0"],
	["CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0"],
	["Eclipse Public License 1.0 (EPL-1.0)", "EPL-1.0"],
	["Eclipse Public License 2.0 (EPL-2.0)", "EPL-2.0"],
	["European Union Public Licence 1.1 (EUPL 1.1)", "EUPL-1.1"],
	["European Union Public Licence 1.2 (EUPL 1.2)", "EUPL-1.2"],
	["GNU Affero General Public License v3", "AGPL-3.0-only"],
	["GNU Affero General Public License v3 or later (AGPLv3+)", "AGPL-3.0-or-later"],
	["GNU General Public License v2 (GPLv2)", "GPL-2.0-only"],
	["GNU General Public License v2 or later (GPLv2+)", "GPL-2.0-or-later"],
	["GNU General Public License v3 (GPLv3)", "GPL-3.0-only"],
	["GNU General Public License v3 or later (GPLv3+)", "GPL-3.0-or-later"],
	["GNU Lesser General Public License v2 (LGPLv2)", "LGPL-2.0-only"],
	["GNU Lesser General Public License v2 or later (LGPLv2+)", "LGPL-2.0-or-later"],
	["GNU Lesser General Public License v3 (LGPLv3)", "LGPL-3.0-only"],
	["GNU Lesser General Public License v3 or later (LGPLv3+)", "LGPL-3.0-or-later"],
	["ISC License (ISCL)", "ISC"],
	["MIT License", "MIT"],
	["MIT No Attribution License (MIT-0)", "MIT-0"],
	["Mozilla Public License 1.0 (MPL)", "MPL-1.0"],
	["Mozilla Public License 1.1 (MPL 1.1)", "MPL-1.1"],
	["Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"],
	["The Unlicense (Unlicense)", "Unlicense"],
	["Universal Permissive License (UPL)", "UPL-1.0"],
	["zlib/libpng License", "Zlib"]
]);
function licenseOfClassifiers(e) {
	const t = e.filter((e) => e.startsWith("License ::")).map((e) => e.slice(e.lastIndexOf("::") + 2).trim()).filter((e) => e !== "OSI Approved");
	const [n] = t;
	if (n === void 0) return void 0;
	return t.length === 1 ? LICENSES.get(n) ?? n : t.join("; ");
}
const ENVIRONMENTS = [".venv", "venv"];
async function installedFolders({ path: e, readText: t }) {
	for (const n of ENVIRONMENTS) {
		const r = fromLockfileFolder(e, n);
		const i = r === void 0 ? void 0 : await t(`${r}/pyvenv.cfg`);
		const [, a] = /^version(?:_info)?\s*=\s*(\d+\.\d+)/m.exec(i ?? "") ?? [];
		if (a !== void 0) return foldersBelow(`${r}/lib/python${a}/site-packages`);
	}
}
function foldersBelow(e) {
	return { folderOf: ({ name: t, version: n = "", artifacts: r }) => {
		return `${e}/${r.map(wheelStem).find((e) => e !== void 0) ?? `${t.replaceAll("-", "_")}-${n}`}.dist-info`;
	} };
}
function wheelStem({ url: e, fileName: t }) {
	const n = t ?? e?.slice(e.lastIndexOf("/") + 1);
	if (n?.endsWith(".whl") !== true) return void 0;
	return /^[^-/]+-[^-/]+(?=-)/.exec(decodeURIComponent(n.replaceAll(/%(?![\da-f]{2})/gi, "")))?.[0];
}
function readInstalledMetadata(e) {
	const t = readFields(e);
	const n = t.get("name")?.[0];
	const r = t.get("version")?.[0];
	if (n === void 0 || r === void 0) return "it names no package and version";
	const i = licenseOf(t);
	return {
		name: normalizeName(n),
		version: r,
		manifest: i === void 0 ? {} : { license: i }
	};
}
const MAX_LICENSE = 200;
function licenseOf(e) {
	const t = e.get("license-expression")?.[0];
	if (t) return t;
	const n = e.get("license")?.[0] ?? "";
	const r = n !== "" && n.length <= MAX_LICENSE && !n.includes("\n");
	const i = licenseOfClassifiers(e.get("classifier") ?? []);
	return r && n.toLowerCase() !== "unknown" ? n : i;
}
function readFields(e) {
	const t = new Map();
	let n;
	for (const r of e.split(/\r?\n/)) {
		if (r === "") break;
		const e = /^([A-Za-z][A-Za-z-]*):\s*(.*)$/.exec(r);
		if (e !== null) {
			const r = (e[1] ?? "").toLowerCase();
			n = t.get(r) ?? [];
			n.push(e[2] ?? "");
			t.set(r, n);
		} else if (n !== void 0) n.push(`${n.pop()}\n${r.trim()}`);
	}
	return t;
}
export { readInstalledMetadata as n, installedFolders as t };
