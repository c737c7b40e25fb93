export{t as readMavenPom}from"./part-inventory-maven.js";
