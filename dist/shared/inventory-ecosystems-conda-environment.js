export{c as environmentNeeds}from"./part-inventory-conda.js";
