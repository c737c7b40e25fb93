// packages/inventory/src/credentials.ts
function withoutCredentials(text) {
	return text.includes("://") ? withoutUsers(text).replace(/\?[^#\s"'<>]*/g, "") : text;
}
function withoutUsers(text) {
	return text.replace(/:\/\/(?!git@)[^/\s"'<>]*@/g, "://");
}
function graphWithoutCredentials(graph) {
	const ids = publicIds(graph.components);
	const idOf = (id) => ids.get(id) ?? withoutCredentials(id);
	return {
		...graph,
		roots: graph.roots.map(idOf),
		components: graph.components.map((each) => publicComponent(each, idOf)),
		edges: graph.edges.map((edge) => ({
			...edge,
			...publicTexts(edge, [
				"requirement",
				"alias",
				"condition"
			]),
			from: idOf(edge.from),
			to: idOf(edge.to)
		})),
		gaps: graph.gaps.map((gap) => publicGap(gap, idOf))
	};
}
function publicIds(components) {
	const taken = new Set(components.map(({ id }) => id));
	const ids = /* @__PURE__ */ new Map();
	for (const { id } of components) {
		const plain = withoutCredentials(id);
		if (plain === id) continue;
		let free = plain;
		for (let count = 2; taken.has(free); count++) free = `${plain}#${count}`;
		taken.add(free);
		ids.set(id, free);
	}
	return ids;
}
function publicComponent(component, idOf) {
	const { id, name, purl, declaredLicense, aliases, artifacts, ...others } = component;
	return {
		...others,
		...publicTexts(component, [
			"name",
			"version",
			"installPath"
		]),
		id: idOf(id),
		name: withoutCredentials(name),
		...purl === void 0 || isSecret(purl) ? {} : { purl },
		...declaredLicense === void 0 ? {} : { declaredLicense: typeof declaredLicense === "string" ? withoutCredentials(declaredLicense) : declaredLicense },
		aliases: aliases.map(withoutCredentials),
		artifacts: artifacts.map((each) => ({
			...each,
			...publicTexts(each, ["url", "fileName"])
		}))
	};
}
function isSecret(purl) {
	const text = purl.replace(/%3a/gi, ":").replace(/%2f/gi, "/").replace(/%40/g, "@");
	return withoutUsers(text) !== text;
}
function publicGap(gap, idOf) {
	return {
		...gap,
		...publicTexts(gap, [
			"reason",
			"identity",
			"advice"
		]),
		item: withoutCredentials(gap.item),
		...gap.componentId === void 0 ? {} : { componentId: idOf(gap.componentId) }
	};
}
function publicTexts(from, keys) {
	const texts = {};
	for (const key of keys) {
		const text = from[key];
		if (text !== void 0) texts[key] = withoutCredentials(text);
	}
	return texts;
}

export { withoutCredentials as n, graphWithoutCredentials as t };