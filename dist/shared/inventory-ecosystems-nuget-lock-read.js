import { n as readNuGetLock } from "./part-inventory-nuget.js";
export { readNuGetLock };
