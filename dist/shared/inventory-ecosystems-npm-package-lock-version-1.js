export{a as readNestedDependencies}from"./part-inventory-npm.js";
