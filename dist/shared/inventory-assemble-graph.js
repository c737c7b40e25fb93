import { W as compareText, r as grouped } from "./core.js";
import { n as withoutCredentials } from "./inventory-credentials.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as sortedEdges } from "./inventory-sorted-edges.js";

// packages/inventory/src/assemble/graph.ts
function assembleGraph(parts) {
	const { path, format, ecosystem, roots, edgeCompleteness, covers } = parts;
	const idOf = (key) => `${path}#${key}`;
	const nodes = /* @__PURE__ */ new Map();
	const twice = [];
	for (const node of parts.nodes) {
		const first = nodes.get(node.key);
		if (first === void 0) nodes.set(node.key, node);
		else if (first !== node) twice.push({
			item: node.key,
			line: node.line,
			reason: "it stands in the file twice"
		});
	}
	const edges = sortedEdges(parts.edges.filter(({ from, to }) => from !== to && nodes.has(from) && nodes.has(to)).map((edge) => toEdge(edge, idOf)));
	const facts = {
		path,
		ecosystem,
		idOf,
		scopes: scopesFrom(roots.map(({ key }) => idOf(key)), edges),
		aliases: aliasesOf(edges),
		direct: roots.length === 0 || edgeCompleteness === "unknown" ? void 0 : new Set(edges.filter(({ from }) => nodes.get(from.slice(path.length + 1))?.firstParty === true).map(({ to }) => to))
	};
	const all = [...nodes.values()];
	return {
		path,
		format,
		ecosystem,
		roots: roots.map(({ key }) => idOf(key)),
		components: all.map((node) => toComponent(node, facts)).sort((a, b) => compareText(a.id, b.id)),
		edges,
		edgeCompleteness,
		covers: [...new Set(covers)].sort(),
		gaps: toGaps(path, idOf, [
			...parts.problems,
			...twice,
			...uncheckedProblem(all, parts.integrityAdvice)
		])
	};
}
function toEdge(edge, idOf) {
	const { from, to, kind, requirement, alias, condition } = edge;
	return {
		from: idOf(from),
		to: idOf(to),
		kind,
		...requirement ? { requirement } : {},
		...alias === void 0 ? {} : { alias },
		...condition === void 0 ? {} : { condition }
	};
}
function toComponent(node, facts) {
	const { name, version, kind = "library", purl, firstParty, artifacts = [], flags = [] } = node;
	const id = facts.idOf(node.key);
	const computed = facts.scopes.get(id);
	const isOther = computed !== void 0 && node.statedScope !== void 0 && computed !== node.statedScope;
	return {
		id,
		name,
		...version === void 0 ? {} : { version },
		kind,
		ecosystem: facts.ecosystem,
		...purl === void 0 ? {} : { purl },
		firstParty,
		scope: computed ?? node.statedScope ?? "runtime",
		...facts.direct === void 0 ? {} : { direct: facts.direct.has(id) },
		artifacts,
		...node.declaredLicense === void 0 ? {} : { declaredLicense: node.declaredLicense },
		location: {
			path: facts.path,
			...node.line === void 0 ? {} : { startLine: node.line }
		},
		...node.installPath ? { installPath: node.installPath } : {},
		aliases: [...facts.aliases.get(id) ?? []].sort(),
		flags: isOther ? [...flags, "scopeMismatch"] : flags
	};
}
function aliasesOf(edges) {
	const aliases = /* @__PURE__ */ new Map();
	for (const { to, alias } of edges) if (alias !== void 0) aliases.set(to, (aliases.get(to) ?? /* @__PURE__ */ new Set()).add(alias));
	return aliases;
}
function uncheckedProblem(nodes, advice) {
	const downloaded = nodes.filter(({ download }) => download !== void 0);
	const open = downloaded.filter(({ download }) => download === "unchecked");
	if (open.length === 0) return [];
	return [{
		kind: "no-integrity",
		line: open[0]?.line,
		reason: `${grouped(open.length)} of ${grouped(downloaded.length)} packages that are downloaded have no checksum`,
		identity: "",
		advice
	}];
}
const MAX_ITEM = 200;
function toGaps(path, idOf, problems) {
	const gaps = problems.map((problem) => {
		const { node, reason, kind = "entry", identity, advice } = problem;
		const line = problem.line ?? node?.line;
		return {
			kind,
			item: withoutCredentials(problem.item ?? node?.key ?? path).slice(0, MAX_ITEM) || path,
			reason,
			...identity === void 0 ? {} : { identity },
			...advice === void 0 ? {} : { advice },
			location: {
				path,
				...line === void 0 ? {} : { startLine: line }
			},
			...node === void 0 ? {} : { componentId: idOf(node.key) }
		};
	});
	return [...new Map(gaps.map((each) => [`${each.item}\0${each.reason}`, each]))].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each);
}

export { assembleGraph as t };