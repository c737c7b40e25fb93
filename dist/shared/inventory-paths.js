// packages/inventory/src/paths.ts
function folderOf(path) {
	return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function isBelow(path, folder) {
	return folder === "" || path.startsWith(`${folder}/`);
}
const NEEDS_CARE = /(?:^|\/)\.{0,2}(?:\/|$)/;
function fromLockfileFolder(lockfile, path) {
	if (!lockfile.includes("/") && !NEEDS_CARE.test(path)) return path;
	const parts = lockfile.split("/").slice(0, -1);
	for (const part of path.split("/")) if (part === "..") {
		if (parts.pop() === void 0) return void 0;
	} else if (part !== "" && part !== ".") parts.push(part);
	return parts.join("/");
}

export { fromLockfileFolder as n, isBelow as r, folderOf as t };