export{n as readCartfileResolved}from"./part-inventory-cocoapods.js";
