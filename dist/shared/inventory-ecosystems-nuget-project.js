import { a as readNuGetProject, i as projectAsks } from "./part-inventory-nuget.js";
export { projectAsks };
