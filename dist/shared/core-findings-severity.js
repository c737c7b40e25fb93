// packages/core/src/findings/severity.ts
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
function compareSeverity(a, b) {
	return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}
function isAtLeast(severity, threshold) {
	return compareSeverity(severity, threshold) <= 0;
}

export { compareSeverity as n, isAtLeast as r, SEVERITIES as t };