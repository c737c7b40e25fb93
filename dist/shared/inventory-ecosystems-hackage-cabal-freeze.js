export{n as readCabalFreeze}from"./part-inventory-hackage.js";
