export{n as flakeAsks}from"./part-inventory-nix.js";
