export{n as composerAsks}from"./part-inventory-composer.js";
