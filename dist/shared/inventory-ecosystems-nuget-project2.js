import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { t as readXml } from "./inventory-xml-read.js";
function readNuGetProject(e, t) {
	const n = readXml(e, t);
	if (localName(n) !== "Project") throw new UsageError(`${e} is no project of MSBuild`);
	const r = [];
	const i = [];
	const a = [];
	const o = [];
	const s = [];
	const c = new Set();
	const l = new Map([
		["PackageReference", r],
		["GlobalPackageReference", i],
		["PackageVersion", a]
	]);
	const u = [{
		element: n,
		isSure: true
	}];
	for (let e = u.pop(); e !== void 0; e = u.pop()) {
		const { element: t } = e;
		const n = localName(t);
		const r = e.isSure && !t.attributes.has("Condition") && !CONDITIONAL.has(n);
		const i = l.get(n);
		if (i !== void 0) {
			const e = versionOf(t);
			for (const n of items(t, "Include")) i.push({
				id: n,
				version: e,
				isSure: r
			});
			for (const e of ["Update", "Remove"]) for (const n of items(t, e)) c.add(n.toLowerCase());
		} else if (n === "ProjectReference") o.push(...items(t, "Include").map((e) => e.replaceAll("\\", "/")));
		else if (n === "Import") s.push(t.attributes.get("Project") ?? "");
		else for (const e of t.children) u.push({
			element: e,
			isSure: r
		});
	}
	return {
		packages: r,
		globals: i,
		versions: a,
		changed: c,
		projects: o,
		imports: s
	};
}
const CONDITIONAL = new Set([
	"When",
	"Otherwise",
	"Target"
]);
function localName({ name: e }) {
	return e.slice(e.indexOf(":") + 1);
}
function items({ attributes: e }, t) {
	return (e.get(t) ?? "").split(";").map((e) => e.trim()).filter((e) => e !== "" && !/[$@%*]/.test(e));
}
function versionOf(e) {
	const t = (t) => e.children.find((e) => localName(e) === t)?.text.trim();
	const n = e.attributes.get("VersionOverride") ?? t("VersionOverride") ?? e.attributes.get("Version") ?? t("Version");
	return n === void 0 || n === "" || n.includes("$(") ? void 0 : n;
}
function projectAsks(e) {
	return /<(?:Global)?PackageReference\s[^>]*\bInclude\s*=/.test(e);
}
export { readNuGetProject as n, projectAsks as t };
