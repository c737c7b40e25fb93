export{t as readPackageResolved}from"./part-inventory-swift.js";
