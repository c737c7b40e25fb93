export{t as readGoMod,n as readGoWork}from"./part-inventory-golang.js";
