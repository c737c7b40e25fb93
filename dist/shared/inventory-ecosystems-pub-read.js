export{t as readPubspecLock}from"./part-inventory-pub.js";
