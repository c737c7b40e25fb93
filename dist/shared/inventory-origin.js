import { Q as UsageError, X as ExternalError } from "./core.js";
import { C as openRepository, f as originUrl, n as absentFiles, v as headCommit } from "./git.js";
import { o as buildPurl } from "./purl.js";

// packages/inventory/src/origin.ts
async function readRepositoryFacts(context) {
	const { root, processes, environment, signal, remote } = context;
	let folder = "";
	let head;
	let url;
	let absent = [];
	const notices = [];
	try {
		const repository = await openRepository({
			root,
			processes,
			environment,
			signal
		});
		folder = repository.prefix.replace(/\/$/, "");
		[head, absent, url] = await Promise.all([
			headCommit(repository),
			absentFiles(repository),
			remote === null ? originUrl(repository) : void 0
		]);
	} catch (error) {
		if (error instanceof ExternalError) notices.push(`The commit is not known: ${error.message}.`);
		else if (!(error instanceof UsageError)) throw error;
	}
	const place = remote ?? readRepositoryUrl(url ?? "");
	return {
		origin: place === void 0 ? void 0 : {
			serverUrl: place.serverUrl,
			repository: place.repository,
			...head === void 0 ? {} : { revision: head.sha },
			folder
		},
		folder,
		head,
		absent,
		notices
	};
}
function readRepositoryUrl(url) {
	const short = /^(?:[^@/\s]+@)?([A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]+):(?!\/)(.+)$/.exec(url);
	const text = short === null ? url : `ssh://${short[1]}/${short[2]}`;
	if (!/^(?:https?|ssh|git(?:\+\w+)?):\/\//.test(text) || !URL.canParse(text)) return void 0;
	const { protocol, hostname, host, pathname } = new URL(text);
	const repository = pathname.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
	if (!/^[^/\s]+(?:\/[^/\s]+)+$/.test(repository) || hostname === "") return void 0;
	return {
		serverUrl: protocol === "http:" ? `http://${host}` : `https://${protocol === "https:" ? host : hostname}`,
		repository
	};
}
function namedOrigin({ origin, folder, head }, { repository, ref }) {
	if (ref !== void 0 && (ref === "" || /[\s\p{Cc}]/u.test(ref))) throw new UsageError("The ref is no commit and no tag: it is empty or holds blanks", { hint: "Write the full commit, or a tag such as `v1.2.0`." });
	const place = repository === void 0 ? origin : readRepository(repository, origin);
	const revision = ref ?? head?.sha;
	return place === void 0 ? void 0 : {
		serverUrl: place.serverUrl,
		repository: place.repository,
		...revision === void 0 ? {} : { revision },
		folder
	};
}
function readRepository(text, origin) {
	if (/^\w[\w.-]*\/\w[\w.-]*$/.test(text)) return {
		serverUrl: origin?.serverUrl ?? "https://github.com",
		repository: text
	};
	const place = readRepositoryUrl(text);
	if (place !== void 0) return place;
	throw new UsageError("The repository is neither `owner/name` nor the URL of one", { hint: "Write `acme/app`, or `https://git.example/acme/app`." });
}
function withOrigin(inventory, origin) {
	const renamed = (component) => {
		if (!component.firstParty) return component;
		const { name, version, installPath = "" } = component;
		return {
			...component,
			purl: firstPartyPurl(origin, name, version, installPath)
		};
	};
	return {
		...inventory,
		graphs: inventory.graphs.map((graph) => ({
			...graph,
			components: graph.components.map(renamed)
		}))
	};
}
function firstPartyPurl(origin, name, version, path) {
	const subpath = [origin?.folder ?? "", path].filter((part) => part !== "").join("/");
	const [owner, repository, ...rest] = origin?.repository.split("/") ?? [];
	if (origin?.serverUrl.toLowerCase() === "https://github.com" && owner !== void 0 && repository !== void 0 && rest.length === 0) return buildPurl({
		type: "github",
		namespace: owner,
		name: repository,
		version: origin.revision,
		subpath
	});
	const slash = name.lastIndexOf("/");
	return buildPurl({
		type: "generic",
		namespace: name.slice(0, Math.max(slash, 0)),
		name: name.slice(slash + 1),
		version,
		subpath
	});
}

export { withOrigin as i, namedOrigin as n, readRepositoryFacts as r, firstPartyPurl as t };