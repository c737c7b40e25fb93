// packages/inventory/src/assemble/public-url.ts
function publicUrl(text) {
	if (!URL.canParse(text) || /^[A-Za-z]:[\\/]/.test(text)) return void 0;
	const url = new URL(text);
	url.password = "";
	if (url.protocol !== "ssh:" || url.username !== "git") url.username = "";
	url.search = "";
	url.hash = "";
	return url;
}
function repositoryUrl(repository, commit, type = "git") {
	const url = publicUrl(withScheme(repository));
	if (url === void 0 || url.protocol === "file:" || url.host === "") return void 0;
	return `${url.protocol === `${type}:` ? "" : `${type}+`}${url.href.replace(/\/$/, "")}${commit === void 0 ? "" : `@${commit}`}`;
}
function isCommit(text) {
	return text !== void 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
}
function withScheme(repository) {
	const short = /^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(repository);
	return short === null ? repository : `ssh://${short[1] ?? "git"}@${short[2]}/${short[3]}`;
}

export { publicUrl as n, repositoryUrl as r, isCommit as t };