import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { o as buildPurl } from "./purl.js";
import { t as assembleGraph } from "./inventory-assemble-graph.js";
import { t as folderOf } from "./inventory-paths.js";
import { t as readXml } from "./inventory-xml-read.js";
import { a as projectFiles, n as normalizedVersion } from "./inventory-ecosystems-nuget-versions.js";

// packages/inventory/src/ecosystems/nuget/packages-config.ts
async function readPackagesConfig(input) {
	const { path, text } = input;
	const root = readXml(path, text);
	if (root.name !== "packages") throw new UsageError(`${path} is no list of packages`);
	const nodes = [];
	const problems = [];
	for (const { name, line, attributes } of root.children) {
		const id = attributes.get("id")?.trim() ?? "";
		const version = attributes.get("version")?.trim() ?? "";
		if (name !== "package" || id === "" || version === "") {
			problems.push({
				item: id || `line ${line}`,
				line,
				reason: "it is no package with a version"
			});
			continue;
		}
		const normalized = normalizedVersion(version);
		nodes.push({
			key: `${id.toLowerCase()} ${normalized}`,
			name: id,
			version,
			line,
			firstParty: false,
			purl: buildPurl({
				type: "nuget",
				name: id,
				version: normalized
			}),
			statedScope: attributes.get("developmentDependency") === "true" ? "development" : "runtime",
			download: "unchecked"
		});
	}
	return [assembleGraph({
		path,
		format: "nuget-config",
		ecosystem: "nuget",
		roots: [],
		nodes,
		edges: [],
		edgeCompleteness: "unknown",
		problems,
		covers: projectFiles(input).inFolder(folderOf(path)),
		integrityAdvice: "Move to `PackageReference` with `RestorePackagesWithLockFile`: this format has no checksums."
	})];
}

export { readPackagesConfig };