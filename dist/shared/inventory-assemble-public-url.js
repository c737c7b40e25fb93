function publicUrl(e) {
	if (!URL.canParse(e) || /^[A-Za-z]:[\\/]/.test(e)) return void 0;
	const t = new URL(e);
	t.password = "";
	if (t.protocol !== "ssh:" || t.username !== "git") t.username = "";
	t.search = "";
	t.hash = "";
	return t;
}
function repositoryUrl(e, t, n = "git") {
	const r = publicUrl(withScheme(e));
	if (r === void 0 || r.protocol === "file:" || r.host === "") return void 0;
	return `${r.protocol === `${n}:` ? "" : `${n}+`}${r.href.replace(/\/$/, "")}${t === void 0 ? "" : `@${t}`}`;
}
function isCommit(e) {
	return e !== void 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(e);
}
function withScheme(e) {
	const t = /^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(e);
	return t === null ? e : `ssh://${t[1] ?? "git"}@${t[2]}/${t[3]}`;
}
export { publicUrl as n, repositoryUrl as r, isCommit as t };
