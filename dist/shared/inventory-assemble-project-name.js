function projectName({ path: e, origin: t }) {
	return e.split("/").at(-2) ?? t?.repository.split("/").at(-1) ?? "project";
}
export { projectName as t };
