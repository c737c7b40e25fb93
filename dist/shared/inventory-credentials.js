function withoutCredentials(e) {
	return e.includes("://") ? withoutUsers(e).replace(/\?[^#\s"'<>]*/g, "") : e;
}
function withoutUsers(e) {
	return e.replace(/:\/\/(?!git@)[^/\s"'<>]*@/g, "://");
}
function graphWithoutCredentials(e) {
	const t = publicIds(e.components);
	const n = (e) => t.get(e) ?? withoutCredentials(e);
	return {
		...e,
		roots: e.roots.map(n),
		components: e.components.map((e) => publicComponent(e, n)),
		edges: e.edges.map((e) => ({
			...e,
			...publicTexts(e, [
				"requirement",
				"alias",
				"condition"
			]),
			from: n(e.from),
			to: n(e.to)
		})),
		gaps: e.gaps.map((e) => publicGap(e, n))
	};
}
function publicIds(e) {
	const t = new Set(e.map(({ id: e }) => e));
	const n = new Map();
	for (const { id: r } of e) {
		const e = withoutCredentials(r);
		if (e === r) continue;
		let i = e;
		for (let n = 2; t.has(i); n++) i = `${e}#${n}`;
		t.add(i);
		n.set(r, i);
	}
	return n;
}
function publicComponent(e, t) {
	const { id: n, name: r, purl: i, declaredLicense: a, aliases: o, artifacts: s, ...c } = e;
	return {
		...c,
		...publicTexts(e, [
			"name",
			"version",
			"installPath"
		]),
		id: t(n),
		name: withoutCredentials(r),
		...i === void 0 || isSecret(i) ? {} : { purl: i },
		...a === void 0 ? {} : { declaredLicense: typeof a === "string" ? withoutCredentials(a) : a },
		aliases: o.map(withoutCredentials),
		artifacts: s.map((e) => ({
			...e,
			...publicTexts(e, ["url", "fileName"])
		}))
	};
}
function isSecret(e) {
	const t = e.replace(/%3a/gi, ":").replace(/%2f/gi, "/").replace(/%40/g, "@");
	return withoutUsers(t) !== t;
}
function publicGap(e, t) {
	return {
		...e,
		...publicTexts(e, [
			"reason",
			"identity",
			"advice"
		]),
		item: withoutCredentials(e.item),
		...e.componentId === void 0 ? {} : { componentId: t(e.componentId) }
	};
}
function publicTexts(e, t) {
	const n = {};
	for (const r of t) {
		const t = e[r];
		if (t !== void 0) n[r] = withoutCredentials(t);
	}
	return n;
}
export { withoutCredentials as n, graphWithoutCredentials as t };
