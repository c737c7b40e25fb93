export{t as readRebarLock}from"./part-inventory-hex.js";
