export{n as rebarAsks}from"./part-inventory-hex.js";
