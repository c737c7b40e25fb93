export{t as readStackLock}from"./part-inventory-hackage.js";
