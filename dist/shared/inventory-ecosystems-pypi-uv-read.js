export{t as readUvLock}from"./part-inventory-pypi.js";
