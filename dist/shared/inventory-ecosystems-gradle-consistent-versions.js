export{n as readVersionsLock}from"./part-inventory-gradle.js";
