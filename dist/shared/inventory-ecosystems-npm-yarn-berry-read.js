export{r as readBerryLock}from"./part-inventory-npm.js";
