import { n as fromLockfileFolder } from "./inventory-paths.js";
import { r as normalizeName } from "./inventory-ecosystems-pypi-names.js";

// packages/inventory/src/ecosystems/pypi/classifiers.ts
const LICENSES = /* @__PURE__ */ new Map([
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
function licenseOfClassifiers(classifiers) {
	const named = classifiers.filter((each) => each.startsWith("License ::")).map((each) => each.slice(each.lastIndexOf("::") + 2).trim()).filter((each) => each !== "OSI Approved");
	const [first] = named;
	if (first === void 0) return void 0;
	return named.length === 1 ? LICENSES.get(first) ?? first : named.join("; ");
}

// packages/inventory/src/ecosystems/pypi/installed.ts
const ENVIRONMENTS = [".venv", "venv"];
async function installedFolders({ path, readText }) {
	for (const name of ENVIRONMENTS) {
		const folder = fromLockfileFolder(path, name);
		const config = folder === void 0 ? void 0 : await readText(`${folder}/pyvenv.cfg`);
		const [, version] = /^version(?:_info)?\s*=\s*(\d+\.\d+)/m.exec(config ?? "") ?? [];
		if (version !== void 0) return foldersBelow(`${folder}/lib/python${version}/site-packages`);
	}
}
function foldersBelow(packages) {
	return { folderOf: ({ name, version = "", artifacts }) => {
		return `${packages}/${artifacts.map(wheelStem).find((stem) => stem !== void 0) ?? `${name.replaceAll("-", "_")}-${version}`}.dist-info`;
	} };
}
function wheelStem({ url, fileName }) {
	const file = fileName ?? url?.slice(url.lastIndexOf("/") + 1);
	if (file?.endsWith(".whl") !== true) return void 0;
	return /^[^-/]+-[^-/]+(?=-)/.exec(decodeURIComponent(file.replaceAll(/%(?![\da-f]{2})/gi, "")))?.[0];
}
function readInstalledMetadata(text) {
	const fields = readFields(text);
	const name = fields.get("name")?.[0];
	const version = fields.get("version")?.[0];
	if (name === void 0 || version === void 0) return "it names no package and version";
	const license = licenseOf(fields);
	return {
		name: normalizeName(name),
		version,
		manifest: license === void 0 ? {} : { license }
	};
}
const MAX_LICENSE = 200;
function licenseOf(fields) {
	const expression = fields.get("license-expression")?.[0];
	if (expression) return expression;
	const named = fields.get("license")?.[0] ?? "";
	const isName = named !== "" && named.length <= MAX_LICENSE && !named.includes("\n");
	const classified = licenseOfClassifiers(fields.get("classifier") ?? []);
	return isName && named.toLowerCase() !== "unknown" ? named : classified;
}
function readFields(text) {
	const fields = /* @__PURE__ */ new Map();
	let last;
	for (const line of text.split(/\r?\n/)) {
		if (line === "") break;
		const field = /^([A-Za-z][A-Za-z-]*):\s*(.*)$/.exec(line);
		if (field !== null) {
			const name = (field[1] ?? "").toLowerCase();
			last = fields.get(name) ?? [];
			last.push(field[2] ?? "");
			fields.set(name, last);
		} else if (last !== void 0) last.push(`${last.pop()}\n${line.trim()}`);
	}
	return fields;
}

export { readInstalledMetadata as n, installedFolders as t };