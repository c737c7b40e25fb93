function referenceType(e) {
	return /^(?:git|ssh:)/.test(e) ? "vcs" : "distribution";
}
const FORBIDDEN = /[^!#-&(-;=?-Z_a-z~\u0080-\uffff]/g;
function iriReference(e) {
	return e.replace(FORBIDDEN, percentCode);
}
function percentCode(e) {
	return `%${e.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
export { referenceType as n, iriReference as t };
