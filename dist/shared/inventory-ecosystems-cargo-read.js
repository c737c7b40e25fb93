export{t as readCargoLock}from"./part-inventory-cargo.js";
