export{n as denoAsks}from"./part-inventory-deno.js";
