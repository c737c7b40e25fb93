export{a as readExplicitList}from"./part-inventory-conda.js";
