export{t as readPixiLock}from"./part-inventory-conda.js";
