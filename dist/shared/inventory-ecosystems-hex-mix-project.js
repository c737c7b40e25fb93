export{a as mixAsks}from"./part-inventory-hex.js";
