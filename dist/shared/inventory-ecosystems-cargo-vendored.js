export{n as readVendoredManifest}from"./part-inventory-cargo.js";
