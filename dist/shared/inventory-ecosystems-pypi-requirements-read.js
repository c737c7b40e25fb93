export{n as readRequirements}from"./part-inventory-pypi.js";
