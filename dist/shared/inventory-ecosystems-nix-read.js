export{t as readNixFlake}from"./part-inventory-nix.js";
