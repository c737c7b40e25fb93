export{n as asksOf}from"./part-inventory-swift.js";
