import "./rolldown-runtime.js";
import { c as strictObject, l as string, r as array } from "./npm-zod.js";
const inventorySection = {
	key: "inventory",
	description: "What the inventory of packages leaves out.",
	schema: strictObject({ exclude: array(string().trim().min(1)).optional().describe("Globs of lockfiles and manifests that are not the project's, such as `docs/samples/**`. Folders of installed packages, fixtures and examples are left out without it.") }),
	loosened: { exclude: "added" },
	example: `exclude:
  - docs/samples/**
`
};
export { inventorySection };
