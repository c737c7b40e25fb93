export{s as readBunLock}from"./part-inventory-npm.js";
