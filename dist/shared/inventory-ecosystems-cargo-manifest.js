export{i as cargoAsks}from"./part-inventory-cargo.js";
