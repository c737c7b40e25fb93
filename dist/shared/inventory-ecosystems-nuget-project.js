import { n as readNuGetProject, t as projectAsks } from "./inventory-ecosystems-nuget-project2.js";
export { projectAsks };
