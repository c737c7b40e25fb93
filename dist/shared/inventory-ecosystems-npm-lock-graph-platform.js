// packages/inventory/src/ecosystems/npm/lock-graph/platform.ts
const FIELDS = [
	"os",
	"cpu",
	"libc"
];
function platformCondition(platform) {
	const parts = FIELDS.flatMap((field) => {
		const values = platform[field].filter((value) => value !== "any" && value !== "!none" && value !== "none");
		const named = values.filter((value) => !value.startsWith("!")).map((value) => `${field}=${value}`);
		const denied = values.filter((value) => value.startsWith("!")).map((value) => `!${field}=${value.slice(1)}`);
		const [only] = named;
		const either = named.length > 1 ? `(${named.join(" | ")})` : only;
		return [...either === void 0 ? [] : [either], ...denied];
	});
	return parts.length === 0 ? void 0 : parts.join(" & ");
}

export { platformCondition as t };