export{r as haskellAsks}from"./part-inventory-hackage.js";
