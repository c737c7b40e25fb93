export{i as readMixLock}from"./part-inventory-hex.js";
