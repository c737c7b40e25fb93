import { r as readNuGetAssets } from "./part-inventory-nuget.js";
export { readNuGetAssets };
