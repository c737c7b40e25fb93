export{o as readPdmLock}from"./part-inventory-pypi.js";
