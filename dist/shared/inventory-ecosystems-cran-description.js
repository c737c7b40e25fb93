export{n as descriptionAsks}from"./part-inventory-cran.js";
