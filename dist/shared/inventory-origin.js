import { Q as UsageError, X as ExternalError } from "./core.js";
import { C as openRepository, f as originUrl, n as absentFiles, v as headCommit } from "./git.js";
import { o as buildPurl } from "./purl.js";
async function readRepositoryFacts(e) {
	const { root: t, processes: n, environment: r, signal: i, remote: a } = e;
	let o = "";
	let s;
	let c;
	let l = [];
	const u = [];
	try {
		const e = await openRepository({
			root: t,
			processes: n,
			environment: r,
			signal: i
		});
		o = e.prefix.replace(/\/$/, "");
		[s, l, c] = await Promise.all([
			headCommit(e),
			absentFiles(e),
			a === null ? originUrl(e) : void 0
		]);
	} catch (e) {
		if (e instanceof ExternalError) u.push(`The commit is not known: ${e.message}.`);
		else if (!(e instanceof UsageError)) throw e;
	}
	const d = a ?? readRepositoryUrl(c ?? "");
	return {
		origin: d === void 0 ? void 0 : {
			serverUrl: d.serverUrl,
			repository: d.repository,
			...s === void 0 ? {} : { revision: s.sha },
			folder: o
		},
		folder: o,
		head: s,
		absent: l,
		notices: u
	};
}
function readRepositoryUrl(e) {
	const t = /^(?:[^@/\s]+@)?([A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]+):(?!\/)(.+)$/.exec(e);
	const n = t === null ? e : `ssh://${t[1]}/${t[2]}`;
	if (!/^(?:https?|ssh|git(?:\+\w+)?):\/\//.test(n) || !URL.canParse(n)) return void 0;
	const { protocol: r, hostname: i, host: a, pathname: o } = new URL(n);
	const s = o.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
	if (!/^[^/\s]+(?:\/[^/\s]+)+$/.test(s) || i === "") return void 0;
	return {
		serverUrl: r === "http:" ? `http://${a}` : `https://${r === "https:" ? a : i}`,
		repository: s
	};
}
function namedOrigin({ origin: e, folder: t, head: n }, { repository: r, ref: i }) {
	if (i !== void 0 && (i === "" || /[\s\p{Cc}]/u.test(i))) throw new UsageError("The ref is no commit and no tag: it is empty or holds blanks", { hint: "Write the full commit, or a tag such as `v1.2.0`." });
	const a = r === void 0 ? e : readRepository(r, e);
	const o = i ?? n?.sha;
	return a === void 0 ? void 0 : {
		serverUrl: a.serverUrl,
		repository: a.repository,
		...o === void 0 ? {} : { revision: o },
		folder: t
	};
}
function readRepository(e, t) {
	if (/^\w[\w.-]*\/\w[\w.-]*$/.test(e)) return {
		serverUrl: t?.serverUrl ?? "https://github.com",
		repository: e
	};
	const n = readRepositoryUrl(e);
	if (n !== void 0) return n;
	throw new UsageError("The repository is neither `owner/name` nor the URL of one", { hint: "Write `acme/app`, or `https://git.example/acme/app`." });
}
function withOrigin(e, t) {
	const n = (e) => {
		if (!e.firstParty) return e;
		const { name: n, version: r, installPath: i = "" } = e;
		return {
			...e,
			purl: firstPartyPurl(t, n, r, i)
		};
	};
	return {
		...e,
		graphs: e.graphs.map((e) => ({
			...e,
			components: e.components.map(n)
		}))
	};
}
function firstPartyPurl(e, t, n, r) {
	const i = [e?.folder ?? "", r].filter((e) => e !== "").join("/");
	const [a, o, ...s] = e?.repository.split("/") ?? [];
	if (e?.serverUrl.toLowerCase() === "https://github.com" && a !== void 0 && o !== void 0 && s.length === 0) return buildPurl({
		type: "github",
		namespace: a,
		name: o,
		version: e.revision,
		subpath: i
	});
	const c = t.lastIndexOf("/");
	return buildPurl({
		type: "generic",
		namespace: t.slice(0, Math.max(c, 0)),
		name: t.slice(c + 1),
		version: n,
		subpath: i
	});
}
export { withOrigin as i, namedOrigin as n, readRepositoryFacts as r, firstPartyPurl as t };
