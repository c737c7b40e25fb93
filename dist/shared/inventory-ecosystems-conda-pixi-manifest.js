export{r as pixiAsks}from"./part-inventory-conda.js";
