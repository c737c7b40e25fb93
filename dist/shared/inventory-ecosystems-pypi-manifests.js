import { c as folderName, d as setupConfigAsks, f as setupScriptAsks, l as pipfileAsks, s as MANIFESTS, u as pyprojectAsks } from "./part-inventory-pypi.js";
export { MANIFESTS, folderName, pipfileAsks, pyprojectAsks, setupConfigAsks, setupScriptAsks };
