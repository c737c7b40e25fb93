import "./rolldown-runtime.js";
import { a as member, c as stringMember, i as listOrNothing, n as nameBasedUuid, o as object, r as list, s as string, t as licenseStatement } from "./sbom-licenses.js";
import { createHash } from "node:crypto";

// packages/sbom/src/spdx/ids.ts
const DOCUMENT_ID = "SPDXRef-DOCUMENT";
function spdxIds(packages) {
	return new Map(packages.map((each) => [each.ref, spdxId(each)]));
}
function spdxId({ component, ref }) {
	const { ecosystem, name, version = "" } = component;
	return `SPDXRef-Package-${`${ecosystem}-${name}-${version}`.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "").slice(0, 100)}-${createHash("sha256").update(ref).digest("hex").slice(0, 16)}`;
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

// packages/sbom/src/spdx/package.ts
function packageText(each, id, supplier) {
	const { component, ref, type } = each;
	const checksums = component.hashes.map(({ algorithm, value }) => object(4, [stringMember("algorithm", algorithm.replace(/^SHA-/, "SHA")), stringMember("checksumValue", value)]));
	return object(2, [
		stringMember("SPDXID", id),
		member("checksums", listOrNothing(3, checksums)),
		stringMember("copyrightText", "NOASSERTION"),
		stringMember("downloadLocation", downloadLocation(component.resolvedUrl)),
		member("externalRefs", purlReference(component.purl)),
		member("filesAnalyzed", "false"),
		stringMember("licenseConcluded", "NOASSERTION"),
		stringMember("licenseDeclared", spdxLicense(component.declaredLicense)),
		stringMember("name", component.name),
		stringMember("primaryPackagePurpose", type === "application" ? "APPLICATION" : "LIBRARY"),
		stringMember("sourceInfo", sourceInfo(each, ref)),
		stringMember("supplier", component.firstParty && supplier !== void 0 ? `Organization: ${supplier.name}` : "NOASSERTION"),
		stringMember("versionInfo", component.version)
	]);
}
function purlReference(purl) {
	if (purl === void 0) return void 0;
	const reference = object(4, [
		stringMember("referenceCategory", "PACKAGE-MANAGER"),
		stringMember("referenceLocator", purl),
		stringMember("referenceType", "purl")
	]);
	return list(3, [reference]);
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
	const relationships = [{
		from: DOCUMENT_ID,
		type: "DESCRIBES",
		to: idOf(subject.ref)
	}];
	for (const { from, to, kind } of edges) {
		relationships.push({
			from: idOf(from),
			type: "DEPENDS_ON",
			to: idOf(to)
		});
		const type = TYPED[kind];
		if (type !== void 0) relationships.push({
			from: idOf(to),
			type,
			to: idOf(from)
		});
	}
	for (const { ref, dependenciesKnown } of [subject, ...components]) if (!dependenciesKnown) relationships.push({
		from: idOf(ref),
		type: "DEPENDS_ON",
		to: "NOASSERTION"
	});
	return relationships;
}
const TYPED = {
	development: "DEV_DEPENDENCY_OF",
	optional: "OPTIONAL_DEPENDENCY_OF"
};

// packages/sbom/src/spdx/document.ts
function spdxDocument(document) {
	const packages = [document.subject, ...document.components];
	const ids = spdxIds(packages);
	const name = nameOf(document.subject);
	const before = [
		stringMember("SPDXID", DOCUMENT_ID),
		member("creationInfo", creationText(document)),
		stringMember("dataLicense", "CC0-1.0")
	];
	const after = [
		member("hasExtractedLicensingInfos", extractedText(packages)),
		stringMember("name", name),
		member("packages", list(1, packages.map((each) => packageText(each, ids.get(each.ref) ?? "", document.supplier)))),
		member("relationships", relationshipsText(document, ids)),
		stringMember("spdxVersion", "SPDX-2.3")
	];
	const content = object(0, [...before, ...after]);
	const namespace = `https://spdx.org/spdxdocs/${name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "")}-${nameBasedUuid("spdx", document.identity, content)}`;
	const text = object(0, [
		...before,
		stringMember("documentNamespace", namespace),
		...after
	]);
	return new TextEncoder().encode(`${text}\n`);
}
function creationText({ tool, supplier, created, scope, complete }) {
	const comment = `Made from lockfiles before the build. Scope: ${scope}. ${complete ? "Every lockfile was read and every entry understood." : "Not complete: dependencies that are not known are stated as NOASSERTION."}`;
	const creators = [`Tool: ${tool.name}-${tool.version}`, ...supplier === void 0 ? [] : [`Organization: ${supplier.name}`]];
	return object(1, [
		stringMember("comment", comment),
		stringMember("created", created),
		member("creators", list(2, creators.map(string)))
	]);
}
function extractedText(packages) {
	const texts = extractedLicenses(packages).map(({ licenseId, extractedText: text, name }) => object(2, [
		stringMember("extractedText", text),
		stringMember("licenseId", licenseId),
		stringMember("name", name)
	]));
	return listOrNothing(1, texts);
}
function relationshipsText(document, ids) {
	const texts = spdxRelationships(document, ids).map(({ from, type, to }) => object(2, [
		stringMember("relatedSpdxElement", to),
		stringMember("relationshipType", type),
		stringMember("spdxElementId", from)
	]));
	return list(1, texts);
}
function nameOf({ component }) {
	return component.version === void 0 ? component.name : `${component.name}@${component.version}`;
}

export { spdxDocument };