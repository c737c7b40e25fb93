export{t as readGradleLockfile}from"./part-inventory-gradle.js";
