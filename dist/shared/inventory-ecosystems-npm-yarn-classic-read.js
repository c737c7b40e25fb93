export{n as readClassicLock}from"./part-inventory-npm.js";
