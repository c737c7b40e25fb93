export{n as projectAsks}from"./part-inventory-julia.js";
