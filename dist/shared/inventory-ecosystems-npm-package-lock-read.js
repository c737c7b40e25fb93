export{o as readPackageLock}from"./part-inventory-npm.js";
