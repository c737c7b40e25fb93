export{t as readRenvLock}from"./part-inventory-cran.js";
