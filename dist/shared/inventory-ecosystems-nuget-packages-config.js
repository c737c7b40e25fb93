import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { o as buildPurl } from "./purl.js";
import { t as assembleGraph } from "./inventory-assemble-graph.js";
import { t as folderOf } from "./inventory-paths.js";
import { t as readXml } from "./inventory-xml-read.js";
import { a as projectFiles, n as normalizedVersion } from "./inventory-ecosystems-nuget-versions.js";
async function readPackagesConfig(e) {
	const { path: t, text: n } = e;
	const r = readXml(t, n);
	if (r.name !== "packages") throw new UsageError(`${t} is no list of packages`);
	const i = [];
	const a = [];
	for (const { name: e, line: t, attributes: n } of r.children) {
		const r = n.get("id")?.trim() ?? "";
		const o = n.get("version")?.trim() ?? "";
		if (e !== "package" || r === "" || o === "") {
			a.push({
				item: r || `line ${t}`,
				line: t,
				reason: "it is no package with a version"
			});
			continue;
		}
		const s = normalizedVersion(o);
		i.push({
			key: `${r.toLowerCase()} ${s}`,
			name: r,
			version: o,
			line: t,
			firstParty: false,
			purl: buildPurl({
				type: "nuget",
				name: r,
				version: s
			}),
			statedScope: n.get("developmentDependency") === "true" ? "development" : "runtime",
			download: "unchecked"
		});
	}
	return [assembleGraph({
		path: t,
		format: "nuget-config",
		ecosystem: "nuget",
		roots: [],
		nodes: i,
		edges: [],
		edgeCompleteness: "unknown",
		problems: a,
		covers: projectFiles(e).inFolder(folderOf(t)),
		integrityAdvice: "Move to `PackageReference` with `RestorePackagesWithLockFile`: this format has no checksums."
	})];
}
export { readPackagesConfig };
