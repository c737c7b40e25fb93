export{o as readCondaLock}from"./part-inventory-conda.js";
