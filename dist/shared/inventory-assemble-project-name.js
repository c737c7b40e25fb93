// packages/inventory/src/assemble/project-name.ts
function projectName({ path, origin }) {
	return path.split("/").at(-2) ?? origin?.repository.split("/").at(-1) ?? "project";
}

export { projectName as t };