function folderOf(e) {
	return e.slice(0, Math.max(e.lastIndexOf("/"), 0));
}
function isBelow(e, t) {
	return t === "" || e.startsWith(`${t}/`);
}
const NEEDS_CARE = /(?:^|\/)\.{0,2}(?:\/|$)/;
function fromLockfileFolder(e, t) {
	if (!e.includes("/") && !NEEDS_CARE.test(t)) return t;
	const n = e.split("/").slice(0, -1);
	for (const e of t.split("/")) if (e === "..") {
		if (n.pop() === void 0) return void 0;
	} else if (e !== "" && e !== ".") n.push(e);
	return n.join("/");
}
export { fromLockfileFolder as n, isBelow as r, folderOf as t };
