export{i as readPoetryLock}from"./part-inventory-pypi.js";
