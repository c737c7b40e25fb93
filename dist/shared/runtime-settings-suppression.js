import { B as UsageError, F as endOfDay, O as matchesWildcard, T as globMatcher } from "./core.js";
import { t as packageSelector } from "./purl.js";

// packages/runtime/src/settings/suppression.ts
function compileSuppressions(entries) {
	const problems = entries.flatMap((entry, index) => problemsOf(entry).map((problem) => `suppressions[${index}]: ${problem}`));
	if (problems.length > 0) throw new UsageError(problems.length === 1 ? "A suppression is not valid" : `${problems.length} faults in suppressions`, {
		problems,
		hint: "An entry has a fingerprint or a rule, and a reason, an owner and an expiry day."
	});
	return entries.map((entry) => ({
		entry,
		endsAt: endOfDay(entry.expires) ?? 0,
		matches: matcher(entry)
	}));
}
function describeSuppression(entry) {
	return [
		entry.fingerprint === void 0 ? void 0 : `fingerprint ${entry.fingerprint.slice(0, 12)}`,
		entry.rule === void 0 ? void 0 : `rule ${entry.rule}`,
		entry.path === void 0 ? void 0 : `path ${entry.path}`,
		entry.package === void 0 ? void 0 : `package ${entry.package}`
	].filter((part) => part !== void 0).join(", ");
}
function matcher(entry) {
	const inPath = entry.path === void 0 ? void 0 : globMatcher([entry.path]);
	const ofPackage = entry.package === void 0 ? void 0 : packageSelector(entry.package, "`package`");
	return (finding) => {
		if (entry.fingerprint !== void 0 && entry.fingerprint !== finding.fingerprint) return false;
		if (entry.rule !== void 0 && !matchesWildcard(entry.rule, finding.ruleId)) return false;
		if (ofPackage !== void 0 && !ofPackage(finding.subject)) return false;
		if (inPath === void 0) return true;
		return [finding.location, ...finding.relatedLocations ?? []].every((place) => place !== void 0 && inPath(place.path));
	};
}
function problemsOf(entry) {
	const problems = [];
	const { fingerprint, rule } = entry;
	if (fingerprint === void 0 && rule === void 0) problems.push("has neither `fingerprint` nor `rule`; give one of them");
	if (fingerprint !== void 0 && !/^[0-9a-f]{64}$/.test(fingerprint)) problems.push("`fingerprint` must be the 64 lower-case hex digits that a report shows");
	if (rule?.includes("*") && [
		fingerprint,
		entry.path,
		entry.package
	].every((narrow) => narrow === void 0)) problems.push(`\`rule: ${rule}\` alone would hide too much; narrow it with \`path\` or \`package\``);
	if (rule?.startsWith("suppressions.")) problems.push("findings about suppressions can't be suppressed; mend or remove the entry");
	for (const key of [
		"fingerprint",
		"rule",
		"path",
		"package"
	]) if (entry[key]?.trim() === "") problems.push(`\`${key}\` is empty; leave it out`);
	if (entry.package !== void 0 && entry.package.trim() !== "") try {
		packageSelector(entry.package, "`package`");
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		problems.push(error.message);
	}
	for (const key of ["reason", "owner"]) if (entry[key].trim() === "") problems.push(`\`${key}\` is empty; it must say something`);
	if (endOfDay(entry.expires) === void 0) problems.push(`\`expires\` is "${entry.expires.slice(0, 40)}"; write a day as YYYY-MM-DD, such as 2027-01-31`);
	return problems;
}

export { describeSuppression as n, compileSuppressions as t };