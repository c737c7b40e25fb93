export{r as configurationAsks}from"./part-inventory-terraform.js";
