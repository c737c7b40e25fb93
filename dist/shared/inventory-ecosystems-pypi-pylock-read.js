export{r as readPylock}from"./part-inventory-pypi.js";
