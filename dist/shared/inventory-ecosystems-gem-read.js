export{t as readGemfileLock}from"./part-inventory-gem.js";
