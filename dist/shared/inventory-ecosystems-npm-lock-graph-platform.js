const FIELDS = [
	"os",
	"cpu",
	"libc"
];
function platformCondition(e) {
	const t = FIELDS.flatMap((t) => {
		const n = e[t].filter((e) => e !== "any" && e !== "!none" && e !== "none");
		const r = n.filter((e) => !e.startsWith("!")).map((e) => `${t}=${e}`);
		const i = n.filter((e) => e.startsWith("!")).map((e) => `!${t}=${e.slice(1)}`);
		const [a] = r;
		const o = r.length > 1 ? `(${r.join(" | ")})` : a;
		return [...o === void 0 ? [] : [o], ...i];
	});
	return t.length === 0 ? void 0 : t.join(" & ");
}
export { platformCondition as t };
