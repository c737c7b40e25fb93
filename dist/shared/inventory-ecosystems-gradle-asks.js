export{r as catalogAsks,i as scriptAsks}from"./part-inventory-gradle.js";
