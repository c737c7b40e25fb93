import "./rolldown-runtime.js";
import { i as jsonBytes, n as nameBasedUuid, r as NIL_UUID, t as licenseStatement } from "./sbom-licenses.js";
import { createHash, hash } from "node:crypto";

// packages/sbom/src/spdx/ids.ts
const DOCUMENT_ID = "SPDXRef-DOCUMENT";
function spdxIds(packages) {
	return new Map(packages.map((each) => [each.ref, spdxId(each)]));
}
function spdxId({ component, ref }) {
	const { ecosystem, name, version = "" } = component;
	return `SPDXRef-Package-${`${ecosystem}-${name}-${version}`.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "").slice(0, 100)}-${hash("sha256", ref).slice(0, 16)}`;
}

// packages/sbom/src/spdx/licenses.ts
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
				extractedText: statement.name,
				licenseId,
				name: "Declared as free text"
			});
		}
		if (statement?.kind !== "expression") continue;
		for (const licenseId of statement.references) {
			const extractedText = `The package declares ${licenseId}; its text is in the package.`;
			found.set(licenseId, {
				extractedText,
				licenseId,
				name: "Declared by reference"
			});
		}
	}
	return [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([, license]) => license);
}
function freeTextId(text) {
	return `LicenseRef-declared-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

// packages/sbom/src/spdx/package.ts
const PURPOSES = {
	application: "APPLICATION",
	container: "CONTAINER",
	file: "FILE",
	framework: "FRAMEWORK",
	library: "LIBRARY",
	"operating-system": "OPERATING_SYSTEM",
	platform: "APPLICATION"
};
function packageJson(each, id, supplier) {
	const { component, ref, type } = each;
	const { purl, artifacts } = component;
	const [only, ...others] = artifacts;
	const archive = others.length === 0 ? only : void 0;
	const hashes = archive?.hashes ?? [];
	return {
		SPDXID: id,
		checksums: hashes.length === 0 ? void 0 : hashes.map(checksum),
		copyrightText: "NOASSERTION",
		downloadLocation: downloadLocation(archive?.url),
		externalRefs: purl === void 0 ? void 0 : [purlReference(purl)],
		filesAnalyzed: false,
		licenseConcluded: "NOASSERTION",
		licenseDeclared: spdxLicense(component.declaredLicense),
		name: component.name,
		primaryPackagePurpose: PURPOSES[type],
		sourceInfo: sourceInfo(each, ref),
		supplier: component.firstParty && supplier !== void 0 ? `Organization: ${supplier.name}` : "NOASSERTION",
		versionInfo: component.version
	};
}
function checksum({ algorithm, value }) {
	return {
		algorithm: algorithm.replace(/^SHA-/, "SHA"),
		checksumValue: value
	};
}
function purlReference(purl) {
	return {
		referenceCategory: "PACKAGE-MANAGER",
		referenceLocator: purl,
		referenceType: "purl"
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

// packages/sbom/src/spdx/relationships.ts
function spdxRelationships({ subject, components, edges }, ids) {
	const idOf = (ref) => ids.get(ref) ?? "";
	const relationships = [relationship(DOCUMENT_ID, "DESCRIBES", idOf(subject.ref))];
	for (const { from, to, kind } of edges) {
		relationships.push(relationship(idOf(from), "DEPENDS_ON", idOf(to)));
		const type = TYPED[kind];
		if (type !== void 0) relationships.push(relationship(idOf(to), type, idOf(from)));
	}
	for (const { ref, dependenciesKnown } of [subject, ...components]) if (!dependenciesKnown) relationships.push(relationship(idOf(ref), "DEPENDS_ON", "NOASSERTION"));
	return relationships;
}
function relationship(from, type, to) {
	return {
		relatedSpdxElement: to,
		relationshipType: type,
		spdxElementId: from
	};
}
const TYPED = {
	development: "DEV_DEPENDENCY_OF",
	optional: "OPTIONAL_DEPENDENCY_OF",
	build: "BUILD_DEPENDENCY_OF",
	test: "TEST_DEPENDENCY_OF"
};

// packages/sbom/src/spdx/document.ts
function spdxDocument(document) {
	const packages = [document.subject, ...document.components];
	const ids = spdxIds(packages);
	const name = nameOf(document.subject);
	const extracted = extractedLicenses(packages);
	const place = name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
	const content = {
		SPDXID: DOCUMENT_ID,
		creationInfo: creationInfo(document),
		dataLicense: "CC0-1.0",
		documentNamespace: `https://spdx.org/spdxdocs/${place}-${NIL_UUID}`,
		hasExtractedLicensingInfos: extracted.length === 0 ? void 0 : extracted,
		name,
		packages: packages.map((each) => packageJson(each, ids.get(each.ref) ?? "", document.supplier)),
		relationships: spdxRelationships(document, ids),
		spdxVersion: "SPDX-2.3"
	};
	return jsonBytes(content, "documentNamespace", (bytes) => nameBasedUuid("spdx", document.identity, bytes));
}
function creationInfo({ tool, supplier, created, scope, complete }) {
	return {
		comment: `Made from lockfiles before the build. Scope: ${scope}. ${complete ? "Every lockfile was read and every entry understood." : "Not complete: dependencies that are not known are stated as NOASSERTION."}`,
		created,
		creators: [`Tool: ${tool.name}-${tool.version}`, ...supplier === void 0 ? [] : [`Organization: ${supplier.name}`]]
	};
}
function nameOf({ component }) {
	return component.version === void 0 ? component.name : `${component.name}@${component.version}`;
}

export { spdxDocument };