export{a as readPipfileLock}from"./part-inventory-pypi.js";
