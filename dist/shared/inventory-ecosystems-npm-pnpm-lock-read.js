export{i as readPnpmLock}from"./part-inventory-npm.js";
