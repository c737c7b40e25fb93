import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { t as readXml } from "./inventory-xml-read.js";

// packages/inventory/src/ecosystems/nuget/project.ts
function readNuGetProject(path, text) {
	const root = readXml(path, text);
	if (localName(root) !== "Project") throw new UsageError(`${path} is no project of MSBuild`);
	const packages = [];
	const globals = [];
	const versions = [];
	const projects = [];
	const imports = [];
	const changed = /* @__PURE__ */ new Set();
	const lists = /* @__PURE__ */ new Map([
		["PackageReference", packages],
		["GlobalPackageReference", globals],
		["PackageVersion", versions]
	]);
	const pending = [{
		element: root,
		isSure: true
	}];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
		const { element } = next;
		const name = localName(element);
		const isSure = next.isSure && !element.attributes.has("Condition") && !CONDITIONAL.has(name);
		const list = lists.get(name);
		if (list !== void 0) {
			const version = versionOf(element);
			for (const id of items(element, "Include")) list.push({
				id,
				version,
				isSure
			});
			for (const key of ["Update", "Remove"]) for (const id of items(element, key)) changed.add(id.toLowerCase());
		} else if (name === "ProjectReference") projects.push(...items(element, "Include").map((each) => each.replaceAll("\\", "/")));
		else if (name === "Import") imports.push(element.attributes.get("Project") ?? "");
		else for (const child of element.children) pending.push({
			element: child,
			isSure
		});
	}
	return {
		packages,
		globals,
		versions,
		changed,
		projects,
		imports
	};
}
const CONDITIONAL = /* @__PURE__ */ new Set([
	"When",
	"Otherwise",
	"Target"
]);
function localName({ name }) {
	return name.slice(name.indexOf(":") + 1);
}
function items({ attributes }, key) {
	return (attributes.get(key) ?? "").split(";").map((each) => each.trim()).filter((each) => each !== "" && !/[$@%*]/.test(each));
}
function versionOf(element) {
	const child = (key) => element.children.find((each) => localName(each) === key)?.text.trim();
	const text = element.attributes.get("VersionOverride") ?? child("VersionOverride") ?? element.attributes.get("Version") ?? child("Version");
	return text === void 0 || text === "" || text.includes("$(") ? void 0 : text;
}
function projectAsks(text) {
	return /<(?:Global)?PackageReference\s[^>]*\bInclude\s*=/.test(text);
}

export { readNuGetProject as n, projectAsks as t };