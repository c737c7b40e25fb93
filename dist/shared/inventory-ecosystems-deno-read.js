export{t as readDenoLock}from"./part-inventory-deno.js";
