export{t as readVcpkgManifest}from"./part-inventory-vcpkg.js";
