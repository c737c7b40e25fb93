// packages/sbom/src/cyclonedx/references.ts
function referenceType(url) {
	return /^(?:git|ssh:)/.test(url) ? "vcs" : "distribution";
}
const FORBIDDEN = /[^!#-&(-;=?-Z_a-z~\u0080-\uffff]/g;
function iriReference(text) {
	return text.replace(FORBIDDEN, percentCode);
}
function percentCode(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

export { referenceType as n, iriReference as t };