export{t as readYarnLock}from"./part-inventory-npm.js";
