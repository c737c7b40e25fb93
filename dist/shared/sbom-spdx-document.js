import "./rolldown-runtime.js";
import { n as nameBasedUuid, r as licenseStatement, t as stableJsonWith } from "./sbom-stable-json.js";
import { createHash } from "node:crypto";

// packages/sbom/src/spdx-ids.ts
const DOCUMENT_ID = "SPDXRef-DOCUMENT";
function spdxId({ component, ref }) {
	const { ecosystem, name, version = "" } = component;
	return `SPDXRef-Package-${`${ecosystem}-${name}-${version}`.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "").slice(0, 100)}-${createHash("sha256").update(ref).digest("hex").slice(0, 16)}`;
}

// packages/sbom/src/spdx-licenses.ts
function spdxLicense(declared) {
	const statement = licenseStatement(declared);
	switch (statement?.kind) {
		case void 0: return "NOASSERTION";
		case "id": return statement.id;
		case "expression": return statement.text;
		default: return freeTextId(statement?.name ?? "");
	}
}
function extractedLicenses(packages) {
	const found = /* @__PURE__ */ new Map();
	for (const { component } of packages) {
		const statement = licenseStatement(component.declaredLicense);
		if (statement?.kind === "name") {
			const licenseId = freeTextId(statement.name);
			found.set(licenseId, {
				licenseId,
				name: "Declared as free text",
				extractedText: statement.name
			});
		}
		if (statement?.kind !== "expression") continue;
		for (const licenseId of statement.references) {
			const extractedText = `The package declares ${licenseId}; its text is in the package.`;
			found.set(licenseId, {
				licenseId,
				name: "Declared by reference",
				extractedText
			});
		}
	}
	return [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([, license]) => license);
}
function freeTextId(text) {
	return `LicenseRef-declared-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

// packages/sbom/src/spdx-relationships.ts
function spdxRelationships(document) {
	const all = [document.subject, ...document.components];
	const ids = new Map(all.map((each) => [each.ref, spdxId(each)]));
	const unknown = all.filter((each) => !each.dependenciesKnown);
	return [
		relationship(DOCUMENT_ID, "DESCRIBES", spdxId(document.subject)),
		...document.edges.map((edge) => fromEdge(edge, ids)),
		...unknown.map((each) => relationship(spdxId(each), "DEPENDS_ON", "NOASSERTION"))
	];
}
function fromEdge({ from, to, kind }, ids) {
	const dependent = ids.get(from) ?? "";
	const dependency = ids.get(to) ?? "";
	if (kind === "development") return relationship(dependency, "DEV_DEPENDENCY_OF", dependent);
	if (kind === "optional") return relationship(dependency, "OPTIONAL_DEPENDENCY_OF", dependent);
	return relationship(dependent, "DEPENDS_ON", dependency);
}
function relationship(from, type, to) {
	return {
		spdxElementId: from,
		relationshipType: type,
		relatedSpdxElement: to
	};
}

// packages/sbom/src/spdx-document.ts
function spdxDocument(document) {
	const packages = [document.subject, ...document.components];
	const { tool, subject, supplier } = document;
	const name = nameOf(subject);
	const extracted = extractedLicenses(packages);
	const content = {
		spdxVersion: "SPDX-2.3",
		dataLicense: "CC0-1.0",
		SPDXID: DOCUMENT_ID,
		name,
		creationInfo: {
			created: document.created,
			creators: [`Tool: ${tool.name}-${tool.version}`, ...supplier === void 0 ? [] : [`Organization: ${supplier.name}`]],
			comment: `Made from lockfiles before the build. Scope: ${document.scope}. ${document.complete ? "Every lockfile was read and every entry understood." : "Not complete: dependencies that are not known are stated as NOASSERTION."}`
		},
		packages: packages.map((each) => toPackage(each, document)),
		relationships: spdxRelationships(document),
		...extracted.length === 0 ? {} : { hasExtractedLicensingInfos: extracted }
	};
	const place = name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
	const text = stableJsonWith(content, {
		name: "documentNamespace",
		placeholder: "",
		derive: (rest) => `https://spdx.org/spdxdocs/${place}-${nameBasedUuid("spdx", document.identity, rest)}`
	});
	return new TextEncoder().encode(text);
}
function toPackage(each, document) {
	const { component, ref, type } = each;
	return {
		SPDXID: spdxId(each),
		name: component.name,
		...component.version === void 0 ? {} : { versionInfo: component.version },
		downloadLocation: downloadLocation(component.resolvedUrl),
		filesAnalyzed: false,
		supplier: component.firstParty && document.supplier !== void 0 ? `Organization: ${document.supplier.name}` : "NOASSERTION",
		licenseConcluded: "NOASSERTION",
		licenseDeclared: spdxLicense(component.declaredLicense),
		copyrightText: "NOASSERTION",
		primaryPackagePurpose: type === "application" ? "APPLICATION" : "LIBRARY",
		...component.hashes.length === 0 ? {} : { checksums: component.hashes.map(({ algorithm, value }) => ({
			algorithm: algorithm.replace(/^SHA-/, "SHA"),
			checksumValue: value
		})) },
		...component.purl === void 0 ? {} : { externalRefs: [{
			referenceCategory: "PACKAGE-MANAGER",
			referenceType: "purl",
			referenceLocator: component.purl
		}] },
		sourceInfo: sourceInfo(each, ref)
	};
}
function downloadLocation(url) {
	if (url === void 0 || url.startsWith("file:")) return "NOASSERTION";
	if (!/^(?:git|ssh:)/.test(url)) return url;
	const [repository = "", commit] = url.split("#");
	const base = repository.startsWith("git") ? repository : `git+${repository}`;
	return commit === void 0 ? base : `${base}@${commit}`;
}
function sourceInfo({ entries }, ref) {
	const places = entries.filter(({ id }) => id !== "").map(({ location: { path, startLine } }) => startLine === void 0 ? path : `${path}:${startLine}`);
	return places.length === 0 ? `the repository ${ref}` : `named in ${places.sort().join(", ")}`;
}
function nameOf({ component }) {
	return component.version === void 0 ? component.name : `${component.name}@${component.version}`;
}

export { spdxDocument };