import { t as readPackagesConfig } from "./part-inventory-nuget.js";
export { readPackagesConfig };
