import { a as setupConfigAsks, i as pyprojectAsks, n as folderName, o as setupScriptAsks, r as pipfileAsks, t as MANIFESTS } from "./inventory-ecosystems-pypi-manifests.js";
export { MANIFESTS, folderName, pipfileAsks, pyprojectAsks, setupConfigAsks, setupScriptAsks };
