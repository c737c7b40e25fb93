export{s as MANIFESTS,c as folderName,l as pipfileAsks,u as pyprojectAsks,d as setupConfigAsks,f as setupScriptAsks}from"./part-inventory-pypi.js";
