export{t as readSbtLock}from"./part-inventory-sbt.js";
