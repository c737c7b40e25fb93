export{t as readTerraformLock}from"./part-inventory-terraform.js";
